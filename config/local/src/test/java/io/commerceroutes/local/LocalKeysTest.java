package io.commerceroutes.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.converter.RsaKeyConverters;

class LocalKeysTest {
    private static final byte[] LETTER = {1, 2, 3};

    @TempDir
    private Path parent;

    @Test
    void both_keys_are_read_by_spring_and_belong_together() throws IOException, GeneralSecurityException {
        LocalKeys keys = LocalKeys.in(parent.resolve("keys"));
        try (InputStream privatePem = Files.newInputStream(keys.privateKey());
                InputStream publicPem = Files.newInputStream(keys.publicKey())) {
            RSAPrivateKey privateKey = RsaKeyConverters.pkcs8().convert(privatePem);
            RSAPublicKey publicKey = RsaKeyConverters.x509().convert(publicPem);
            Signature signing = Signature.getInstance("SHA256withRSA");
            signing.initSign(privateKey);
            signing.update(LETTER);
            Signature verifying = Signature.getInstance("SHA256withRSA");
            verifying.initVerify(publicKey);
            verifying.update(LETTER);
            assertThat(verifying.verify(signing.sign())).isTrue();
        }
    }

    @Test
    void a_second_start_uses_the_same_keys() throws IOException {
        LocalKeys first = LocalKeys.in(parent.resolve("keys"));
        String privateKey = Files.readString(first.privateKey());
        LocalKeys second = LocalKeys.in(parent.resolve("keys"));
        assertThat(Files.readString(second.privateKey())).isEqualTo(privateKey);
        assertThat(second.idempotencySecret()).isEqualTo(first.idempotencySecret());
        assertThat(Base64.getDecoder().decode(first.idempotencySecret())).hasSize(32);
        assertThat(second.cardKey()).isEqualTo(first.cardKey()).isNotEqualTo(first.idempotencySecret());
        assertThat(Base64.getDecoder().decode(first.cardKey())).hasSize(32);
    }

    @Test
    void a_folder_made_before_there_were_cards_gets_a_card_key() throws IOException {
        LocalKeys old = LocalKeys.in(parent.resolve("keys"));
        Files.delete(old.folder().resolve("card.key"));

        LocalKeys upgraded = LocalKeys.in(parent.resolve("keys"));

        assertThat(Base64.getDecoder().decode(upgraded.cardKey())).hasSize(32);
        assertThat(upgraded.idempotencySecret()).isEqualTo(old.idempotencySecret());
        try (Stream<Path> files = Files.list(upgraded.folder())) {
            assertThat(files).hasSize(4);
        }
    }

    @Test
    void only_their_owner_reads_them() throws IOException {
        LocalKeys keys = LocalKeys.in(parent.resolve("keys"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.privateKey())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(keys.folder().resolve("card.key"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.folder())))
                .isEqualTo("rwx------");
    }
}
