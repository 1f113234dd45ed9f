package io.commerceroutes.local.platform;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Bodies that are no JSON object: broken ones, several, and JSON of another kind. */
final class BrokenJson {
    private static final int DEEP = 1_500;
    private static final byte NEVER_UTF_8 = (byte) 0xFF;
    private static final List<String> NO_OBJECTS = List.of(
            "",
            " ",
            "null",
            "[]",
            "1",
            "-",
            "true",
            "\"x\"",
            "{",
            "}",
            "{]",
            "{\"a\"",
            "{\"a\":",
            "{\"a\":1,}",
            "{a:1}",
            "{'a':1}",
            "{\"a\":01}",
            "{\"a\":NaN}",
            "{\"a\":\"\\x\"}",
            "{\"a\":\"\u0001\"}",
            "{/*x*/}",
            "//",
            "\u0000",
            "<a/>",
            "a=1&b=2",
            "[".repeat(DEEP),
            "{\"a\":".repeat(DEEP),
            "9".repeat(DEEP),
            "{\"" + "k".repeat(60_000) + "\":1}");

    private BrokenJson() {}

    /** @param object some JSON object with at least one field */
    static byte[] of(String object, SplittableRandom random) {
        byte[] bytes = object.getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(6)) {
            case 0 -> utf8(NO_OBJECTS.get(random.nextInt(NO_OBJECTS.size())));
            case 1 -> utf8("[" + object + "]");
            case 2 -> utf8(object + List.of("{}", "}", "x", ",", "null").get(random.nextInt(5)));
            case 3 -> utf8(twice(object));
            case 4 -> withByteThatIsNoText(bytes, random);
            default -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Every field comes twice. */
    private static String twice(String object) {
        String fields = object.substring(1, object.length() - 1);
        return "{" + fields + "," + fields + "}";
    }

    private static byte[] withByteThatIsNoText(byte[] bytes, SplittableRandom random) {
        byte[] broken = bytes.clone();
        broken[random.nextInt(broken.length)] = NEVER_UTF_8;
        return broken;
    }
}
