package io.commerceroutes.adapters.sql;

/** Text from outside that must fit its column. */
public final class Text {
    private Text() {}

    /** The text's beginning, no longer than {@code maxChars}, in whole characters. */
    public static String cut(String text, int maxChars) {
        if (text.length() <= maxChars) {
            return text;
        }
        boolean splits = Character.isHighSurrogate(text.charAt(maxChars - 1));
        return text.substring(0, splits ? maxChars - 1 : maxChars);
    }
}
