package io.commerceroutes.local.platform;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Bodies that are wrong in one point each, for every write endpoint. */
final class BadBodies {
    private static final String ITEMS = "[{\"productId\":1,\"quantity\":1}]";
    private static final List<String> NO_OBJECTS =
            List.of("", " ", "null", "[]", "1", "\"x\"", "{", "{\"a\":", "{}", "{\"a\":1,\"a\":2}", "\u0000", "{}{}");
    private static final List<String> WRONG_NUMBERS = List.of(
            "-1",
            "0",
            "1.5",
            "1e3",
            "99999999999999999999",
            "9223372036854775807",
            "\"1\"",
            "true",
            "null",
            "[]",
            "{}");

    private BadBodies() {}

    /** All of them, each with its {@link Write}. */
    static Stream<Arguments> all() {
        return Stream.of(
                        Stream.of(Write.values()).flatMap(BadBodies::noBodyOf),
                        WRONG_NUMBERS.stream().flatMap(BadBodies::withNumber),
                        orders(),
                        users(),
                        others())
                .flatMap(cases -> cases);
    }

    private static Stream<Arguments> noBodyOf(Write write) {
        return Stream.concat(NO_OBJECTS.stream(), Stream.of(with(write, "\"unknown\":1")))
                .map(body -> Arguments.of(write, body));
    }

    private static Stream<Arguments> withNumber(String number) {
        Stream<Arguments> anywhere = Stream.of(
                Arguments.of(Write.CHARGE, "{\"amount\":%s}".formatted(number)),
                order("\"quantity\":1", "\"quantity\":" + number),
                order("\"productId\":1", "\"productId\":" + number),
                product("\"brandId\":1", "\"brandId\":" + number),
                replaced(Write.OFFER_COUPON, "\"value\":1", "\"value\":" + number));
        // A price may be 0, and an order may name no coupon.
        Stream<Arguments> price =
                number.equals("0") ? Stream.empty() : Stream.of(product("\"price\":1", "\"price\":" + number));
        Stream<Arguments> coupon = number.equals("null")
                ? Stream.empty()
                : Stream.of(Arguments.of(Write.ORDER, with(Write.ORDER, "\"issuedCouponId\":" + number)));
        return Stream.of(anywhere, price, coupon).flatMap(cases -> cases);
    }

    private static Stream<Arguments> orders() {
        return Stream.of(
                order("POINT", "CARD"),
                order("POINT", "point"),
                order(ITEMS, "[]"),
                order(ITEMS, "null"),
                order(ITEMS, "[null]"),
                order("\"quantity\":1", "\"quantity\":10001"),
                order("{\"method\":\"POINT\"}", "\"POINT\""),
                Arguments.of(Write.ORDER, with(Write.ORDER, "\"usePoints\":-5")),
                Arguments.of(Write.ORDER, with(Write.ORDER, "\"usePoints\":5000000")),
                Arguments.of(Write.ORDER, "{\"items\":%s}".formatted(ITEMS)));
    }

    private static Stream<Arguments> users() {
        return Stream.of(
                        "{\"loginId\":\"a b\",\"email\":\"x@example.com\"}",
                        "{\"loginId\":\"ab\",\"email\":\"x@example.com\"}",
                        "{\"loginId\":\"abc\",\"email\":\"nobody\"}",
                        "{\"loginId\":\"abc\"}",
                        "{\"loginId\":5,\"email\":\"x@example.com\"}",
                        "{\"loginId\":\"abc\",\"email\":\"%s@example.com\"}".formatted("x".repeat(300)))
                .map(body -> Arguments.of(Write.REGISTER, body));
    }

    private static Stream<Arguments> others() {
        return Stream.of(
                product("\"A\"", "\" \""),
                product("\"A\"", "\"%s\"".formatted("x".repeat(201))),
                Arguments.of(Write.TOKEN, Write.TOKEN.good().replace("CUSTOMER", "ROOT")));
    }

    private static Arguments order(String right, String wrong) {
        return replaced(Write.ORDER, right, wrong);
    }

    private static Arguments product(String right, String wrong) {
        return replaced(Write.ADD_PRODUCT, right, wrong);
    }

    private static Arguments replaced(Write write, String right, String wrong) {
        if (!write.good().contains(right)) {
            throw new IllegalArgumentException("%s has no %s".formatted(write, right));
        }
        return Arguments.of(write, write.good().replace(right, wrong));
    }

    /** Its good body with one field more. */
    static String with(Write write, String field) {
        return write.good().replaceFirst("\\{", "{" + field + ",");
    }
}
