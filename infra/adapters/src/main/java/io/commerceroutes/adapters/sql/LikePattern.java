package io.commerceroutes.adapters.sql;

/** Patterns for {@code LIKE ? ESCAPE '!'} in which text from outside stands for itself. */
public final class LikePattern {
    private LikePattern() {}

    public static String startingWith(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    public static String containing(String text) {
        return "%" + startingWith(text);
    }
}
