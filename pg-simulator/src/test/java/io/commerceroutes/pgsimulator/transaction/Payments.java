package io.commerceroutes.pgsimulator.transaction;

/** Payment requests for tests. */
final class Payments {
    static final String CARD_NO = "1234-5678-9814-1451";

    private Payments() {}

    static NewTransaction of(String orderId) {
        return of(orderId, null);
    }

    static NewTransaction of(String orderId, String idempotencyKey) {
        return new NewTransaction(
                "7",
                orderId,
                CardType.KB,
                new CardNumber(CARD_NO),
                5_000,
                "http://localhost:8080/callback",
                idempotencyKey);
    }
}
