package io.commerceroutes.adapters.payment;

import io.commerceroutes.domain.payment.CardNumber;
import io.commerceroutes.domain.payment.CardType;
import io.commerceroutes.domain.payment.CardVault;
import io.commerceroutes.domain.payment.SealedCard;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Card numbers under AES-256-GCM, each bound to its order and key. A random nonce of 96 bits allows for 2^32 cards under
 * one key. Source: NIST SP 800-38D, 8.2.2 (nonces from a random bit generator) and 8.3 (number of invocations).
 */
public class AesGcmCardVault implements CardVault {
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String STORED = "SELECT key_id, sealed FROM card_vault WHERE order_id = ?";

    private final JdbcOperations jdbc;
    private final CardKeys keys;
    private final SecureRandom random = new SecureRandom();

    public AesGcmCardVault(JdbcOperations jdbc, CardKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    @Override
    public SealedCard seal(String orderId, CardType type, CardNumber number) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] clear = number.reveal().getBytes(StandardCharsets.US_ASCII);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, nonce, orderId, keys.activeId()).doFinal(clear);
            return new SealedCard(
                    type,
                    number.last4(),
                    keys.activeId(),
                    ByteBuffer.allocate(nonce.length + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException everyJavaPlatformHasIt) {
            throw new IllegalStateException("Cannot seal a card", everyJavaPlatformHasIt);
        }
    }

    @Override
    public Optional<CardNumber> open(String orderId) {
        return jdbc
                .query(STORED, (row, index) -> open(orderId, row.getString("key_id"), row.getBytes("sealed")), orderId)
                .stream()
                .findFirst();
    }

    CardNumber open(String orderId, String keyId, byte[] sealed) {
        if (!keys.byId().containsKey(keyId)) {
            throw new IllegalStateException(
                    "The card of order %s was sealed with key %s, which is not configured".formatted(orderId, keyId));
        }
        if (sealed.length < NONCE_BYTES) {
            throw changed(orderId);
        }
        ByteBuffer parts = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE_BYTES];
        parts.get(nonce);
        byte[] text = new byte[parts.remaining()];
        parts.get(text);
        try {
            byte[] clear = cipher(Cipher.DECRYPT_MODE, nonce, orderId, keyId).doFinal(text);
            return new CardNumber(new String(clear, StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException refused) {
            throw changed(orderId);
        }
    }

    private static IllegalStateException changed(String orderId) {
        return new IllegalStateException(
                "The card of order %s cannot be opened: it was changed, or sealed for another order or with another key"
                        .formatted(orderId));
    }

    private Cipher cipher(int mode, byte[] nonce, String orderId, String keyId) throws GeneralSecurityException {
        SecretKey key = keys.byId().get(keyId);
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        // No key id holds the mark between the two, so no other pair makes the same text.
        cipher.updateAAD((orderId + ":" + keyId).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
