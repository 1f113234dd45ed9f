package io.commerceroutes.app.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.Base64;

/** A key pair for tokens of a test. */
record SigningKeys(KeyPair pair) {
    static SigningKeys create() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return new SigningKeys(generator.generateKeyPair());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    LocalTokens tokens(Clock clock) {
        return new LocalTokens((RSAPublicKey) pair.getPublic(), (RSAPrivateKey) pair.getPrivate(), clock);
    }

    /** Writes the public key and answers its address. */
    String publicKeyIn(Path folder) {
        String body = Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded());
        try {
            return Files.writeString(
                            folder.resolve("public.pem"),
                            "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n".formatted(body))
                    .toUri()
                    .toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
