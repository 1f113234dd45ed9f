package io.commerceroutes.local.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.function.Function;
import org.springframework.security.converter.RsaKeyConverters;

/** A key pair for signing and checking tokens, as PEM files. */
record TestKeys(Path folder) {
    static TestKeys in(Path folder) {
        try {
            Files.createDirectories(folder);
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            write(folder.resolve("public.pem"), "PUBLIC KEY", pair.getPublic());
            write(folder.resolve("private.pem"), "PRIVATE KEY", pair.getPrivate());
            return new TestKeys(folder.toAbsolutePath());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void write(Path file, String type, Key key) throws IOException {
        String base64 = Base64.getMimeEncoder().encodeToString(key.getEncoded());
        Files.writeString(file, "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(type, base64, type));
    }

    RSAPublicKey publicKey() {
        return read("public.pem", RsaKeyConverters.x509()::convert);
    }

    RSAPrivateKey privateKey() {
        return read("private.pem", RsaKeyConverters.pkcs8()::convert);
    }

    private <T> T read(String file, Function<InputStream, T> converter) {
        try (InputStream pem = Files.newInputStream(folder.resolve(file))) {
            return converter.apply(pem);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String publicKeyLocation() {
        return folder.resolve("public.pem").toUri().toString();
    }

    String privateKeyLocation() {
        return folder.resolve("private.pem").toUri().toString();
    }
}
