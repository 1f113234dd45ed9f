package io.commerceroutes.domain.payment;

import java.util.Optional;

/** Keeps card numbers, encrypted, for as long as the gateway may have to be asked for the money. */
public interface CardVault {
    /** Encrypts; stores nothing. The result can be opened for this order only. */
    SealedCard seal(String orderId, CardType type, CardNumber number);

    /**
     * The number stored for the order; empty once it was erased.
     *
     * @throws IllegalStateException if it cannot be decrypted: its key is not configured, or the row was changed
     */
    Optional<CardNumber> open(String orderId);
}
