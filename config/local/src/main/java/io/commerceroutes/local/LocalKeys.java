package io.commerceroutes.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.util.FileSystemUtils;

/** The local platform's own secrets, made at its first start and readable by its user only. */
record LocalKeys(Path folder) {
    private static final int RSA_BITS = 2048;
    private static final int SECRET_BYTES = 32;

    /** Makes the keys if the folder is not there; several processes may do so at once, and agree. */
    static LocalKeys in(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                create(folder);
            }
            LocalKeys keys = new LocalKeys(folder);
            addCardKey(keys);
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make keys in " + folder, e);
        }
    }

    private static void create(Path folder) throws IOException {
        Path unfinished = Files.createTempDirectory(folder.getParent(), "keys.new");
        try {
            KeyPair pair = newPair();
            LocalKeys keys = new LocalKeys(unfinished);
            write(keys.privateKey(), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            write(keys.publicKey(), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
            write(keys.idempotencySecretFile(), newSecret());
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException anotherProcessWasFirst) {
            if (!Files.isDirectory(folder)) {
                throw anotherProcessWasFirst;
            }
        } finally {
            FileSystemUtils.deleteRecursively(unfinished);
        }
    }

    /** A folder made before there were card payments has none. */
    private static void addCardKey(LocalKeys keys) throws IOException {
        if (Files.exists(keys.cardKeyFile())) {
            return;
        }
        Path unfinished = Files.createTempDirectory(keys.folder(), "card.new");
        try {
            Path written = unfinished.resolve("key");
            write(written, newSecret());
            // Unlike a move, a link never replaces what another process has made meanwhile.
            Files.createLink(keys.cardKeyFile(), written);
        } catch (FileAlreadyExistsException anotherProcessWasFirst) {
            // Its key is as good as ours.
        } finally {
            FileSystemUtils.deleteRecursively(unfinished);
        }
    }

    private static String newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return Base64.getEncoder().encodeToString(secret);
    }

    private static KeyPair newPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException everyJavaPlatformHasRsa) {
            throw new AssertionError(everyJavaPlatformHasRsa);
        }
    }

    /** Textual encoding of keys as RFC 7468 has it. */
    private static String pem(String label, byte[] encoded) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(label, body);
    }

    private static void write(Path file, String content) throws IOException {
        Files.createFile(file);
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(file, content, StandardCharsets.US_ASCII);
    }

    Path privateKey() {
        return folder.resolve("jwt-private.pem");
    }

    Path publicKey() {
        return folder.resolve("jwt-public.pem");
    }

    private Path idempotencySecretFile() {
        return folder.resolve("idempotency.secret");
    }

    private Path cardKeyFile() {
        return folder.resolve("card.key");
    }

    /** 32 random bytes, in Base64. */
    String idempotencySecret() {
        return read(idempotencySecretFile());
    }

    /** 32 random bytes, in Base64; cards that it sealed before a restart are opened with it after that. */
    String cardKey() {
        return read(cardKeyFile());
    }

    private static String read(Path secret) {
        try {
            return Files.readString(secret, StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
