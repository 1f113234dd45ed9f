package io.commerceroutes.domain.product;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A name, or a part of one, as names are searched: in any case, width and composition of its characters (Unicode's NFKC),
 * with single blanks. What a name contains is what one of its {@link #parts} begins with.
 *
 * @param text as {@link #of} makes it
 */
public record SearchText(String text) {
    /** Characters of a name that can be searched; more come only of names made of ligatures. */
    public static final int TEXT_CHARS_MAX = 400;
    /** Characters of a part; what is longer is found by its beginning and then compared. */
    public static final int PART_CHARS_MAX = 20;

    public static SearchText of(String written) {
        int[] folded = composed(written).codePoints().map(SearchText::folded).toArray();
        String text = composed(new String(folded, 0, folded.length)).replaceAll("[\\p{Z}\\s]+", " ");
        return new SearchText(head(text.strip(), TEXT_CHARS_MAX));
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Form.NFKC);
    }

    /** Without regard to its neighbours, so that a part folds as the whole does. */
    private static int folded(int character) {
        return Character.toLowerCase(Character.toUpperCase(character));
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** What the part that this text is found by begins with. */
    public String head() {
        return head(text, PART_CHARS_MAX);
    }

    /** The text from each of its characters on that is no blank, cut; each once. */
    public Set<String> parts() {
        Set<String> parts = new LinkedHashSet<>();
        for (int from = 0; from < text.length(); from = text.offsetByCodePoints(from, 1)) {
            if (text.charAt(from) != ' ') {
                parts.add(head(text.substring(from), PART_CHARS_MAX));
            }
        }
        return parts;
    }

    /** No blank stands at its end, since a database may take "a" and "a " for the same. */
    private static String head(String text, int charsMax) {
        return text.codePointCount(0, text.length()) <= charsMax
                ? text
                : text.substring(0, text.offsetByCodePoints(0, charsMax)).stripTrailing();
    }
}
