package io.commerceroutes.domain.settlement;

/** What came of asking the gateway to give a transaction's money back. */
public sealed interface RefundAnswer {
    /** It has gone back, now or before. */
    record Made() implements RefundAnswer {}

    /** The gateway cannot do it: this needs a person. */
    record Impossible(String why) implements RefundAnswer {}

    /** The gateway was not asked, since its breaker let nothing through: this was no try. */
    record NotAsked() implements RefundAnswer {}

    /** Nobody knows, or it is too early: to be tried again. */
    record Unclear() implements RefundAnswer {}
}
