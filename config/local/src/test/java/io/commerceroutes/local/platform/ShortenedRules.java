package io.commerceroutes.local.platform;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The deployed rules, with all times divided: how long something must last, over how long it is looked at, and how old
 * something may be. All else is as it is.
 *
 * @param divisor 1 for the rules themselves
 */
record ShortenedRules(int divisor) {
    private static final Pattern LASTING = Pattern.compile("(?<=for: )(\\d+)([smh])");
    private static final Pattern RANGE = Pattern.compile("(?<=\\[)(\\d+)([smh])(?=])");
    private static final Pattern AGE = Pattern.compile("(?<=_seconds(?:\\{[^}]{0,80}})?\\)? > )(\\d+)");

    String of(String rules) {
        String shorter = LASTING.matcher(rules).replaceAll(this::seconds);
        shorter = RANGE.matcher(shorter).replaceAll(this::seconds);
        return AGE.matcher(shorter).replaceAll(age -> Long.toString(divided(Long.parseLong(age.group(1)))));
    }

    private String seconds(MatchResult time) {
        long unit = switch (time.group(2)) {
            case "s" -> 1;
            case "m" -> 60;
            default -> 3_600;
        };
        return divided(Long.parseLong(time.group(1)) * unit) + "s";
    }

    private long divided(long seconds) {
        return Math.max(1, seconds / divisor);
    }
}
