package io.commerceroutes.domain.payment;

/**
 * A card that only its vault can read.
 *
 * @param keyId names the key that sealed it
 * @param sealed the number's cipher text; not to be changed
 */
public record SealedCard(CardType type, String last4, String keyId, byte[] sealed) {
    @Override
    public String toString() {
        return "SealedCard[type=%s, last4=%s, keyId=%s]".formatted(type, last4, keyId);
    }
}
