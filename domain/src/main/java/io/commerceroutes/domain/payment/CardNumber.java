package io.commerceroutes.domain.payment;

import java.util.regex.Pattern;

/** A card's number as the gateway wants it. Its text form shows the last four digits only. */
public final class CardNumber {
    /** Four groups of four digits, joined by hyphens. */
    public static final String FORM = "\\d{4}-\\d{4}-\\d{4}-\\d{4}";

    private static final Pattern FORM_PATTERN = Pattern.compile(FORM);
    private static final int LAST_DIGITS = 4;

    /** 13 to 19 digits, by ISO/IEC 7812, with something between them or not; a longer row of digits may hold them. */
    private static final Pattern IN_TEXT = Pattern.compile("(?:\\d[ ._:-]?){12,63}\\d");

    private final String digits;

    /** @throws IllegalArgumentException, which does not show it, if {@code digits} is no card number */
    public CardNumber(String digits) {
        if (!FORM_PATTERN.matcher(digits).matches()) {
            throw new IllegalArgumentException("A card number has four groups of four digits");
        }
        this.digits = digits;
    }

    /** Whether somebody's text holds what could be a card's number. */
    public static boolean isIn(String text) {
        return IN_TEXT.matcher(text).find();
    }

    /** Somebody's text, with whatever could be a card's number left out. */
    public static String leaveOut(String text) {
        return IN_TEXT.matcher(text).replaceAll("****");
    }

    /** The number in clear, for the gateway and the vault alone. */
    public String reveal() {
        return digits;
    }

    public String last4() {
        return digits.substring(digits.length() - LAST_DIGITS);
    }

    @Override
    public String toString() {
        return "****-****-****-" + last4();
    }
}
