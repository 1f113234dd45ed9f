package io.commerceroutes.domain.payment;

/** An order's payment as its customer sees it. Card brand and last four digits are all that is kept of a card here. */
public record Payment(PaymentMethod method, PaymentStatus status, String cardType, String cardLast4) {
    /** @throws IllegalStateException if the transition does not exist */
    public Payment become(PaymentStatus next) {
        if (!status.canBecome(next)) {
            throw new IllegalStateException("A payment that is %s never becomes %s".formatted(status, next));
        }
        return new Payment(method, next, cardType, cardLast4);
    }
}
