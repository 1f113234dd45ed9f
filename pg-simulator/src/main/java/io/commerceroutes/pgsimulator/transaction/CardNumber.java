package io.commerceroutes.pgsimulator.transaction;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A card number as its holder sent it. The gateway's look-ups and callbacks answer it in full, so it is kept as long as
 * its transaction, but in memory only: on disk and in any text it is masked.
 */
public record CardNumber(@JsonValue String text) {
    private static final int LAST_SHOWN = 4;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CardNumber {}

    /** The last four digits; the masked number of a masked one is itself. */
    public CardNumber masked() {
        int hidden = Math.max(0, text.length() - LAST_SHOWN);
        return new CardNumber(text.substring(0, hidden).replaceAll("\\d", "*") + text.substring(hidden));
    }

    @Override
    public String toString() {
        return masked().text;
    }
}
