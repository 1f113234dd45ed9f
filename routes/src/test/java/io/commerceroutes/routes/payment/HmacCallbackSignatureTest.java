package io.commerceroutes.routes.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HmacCallbackSignatureTest {
    private static final byte[] BODY = "{\"orderId\":\"order-1\",\"amount\":5000}".getBytes(StandardCharsets.UTF_8);
    private static final long SIGNED_AT = 1_795_327_200;

    /** Made by: printf '%s' "1795327200.$BODY" | openssl dgst -sha256 -hmac 'a secret of the gateway' */
    private static final String HEX = "acd0e2c6da2220488ff1d1acc1a20baf64749fad5007cb63e7c9ee71fbd36f6a";

    private static final String OTHER_HEX = HEX.replace('a', 'b');
    private static final String HEADER = "t=" + SIGNED_AT + ",v1=" + HEX;
    private static final CallbackSignature SIGNATURE =
            new HmacCallbackSignature("a secret of the gateway", Duration.ofMinutes(5));

    private static boolean isValid(String header, byte[] body, long at) {
        return SIGNATURE.isValid(header, body, Instant.ofEpochSecond(at));
    }

    @Test
    void what_the_gateway_signed_just_now_is_valid() {
        assertThat(isValid(HEADER, BODY, SIGNED_AT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, -1, 1, 300})
    void clocks_may_be_apart_as_far_as_the_window_goes(long seconds) {
        assertThat(isValid(HEADER, BODY, SIGNED_AT + seconds)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {-86_400, -301, 301, 86_400})
    void what_is_older_or_newer_than_the_window_is_refused(long seconds) {
        assertThat(isValid(HEADER, BODY, SIGNED_AT + seconds)).isFalse();
    }

    @Test
    void a_moment_past_the_window_is_past_it() {
        assertThat(SIGNATURE.isValid(HEADER, BODY, Instant.ofEpochSecond(SIGNED_AT + 300, 1)))
                .isFalse();
    }

    @Test
    void another_body_time_or_secret_needs_another_signature() {
        byte[] other =
                new String(BODY, StandardCharsets.UTF_8).replace("5000", "5001").getBytes(StandardCharsets.UTF_8);
        CallbackSignature ofAnother = new HmacCallbackSignature("another secret", Duration.ofMinutes(5));

        assertThat(isValid(HEADER, other, SIGNED_AT)).isFalse();
        assertThat(isValid(HEADER.replace("7200", "7201"), BODY, SIGNED_AT)).isFalse();
        assertThat(ofAnother.isValid(HEADER, BODY, Instant.ofEpochSecond(SIGNED_AT)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v1=" + HEX + ",t=1795327200",
                " t=1795327200 , v1=" + HEX + " ",
                "t=1795327200,v0=old,v1=" + HEX,
                "t=1795327200,v1=00d0e2c6da2220488ff1d1acc1a20baf64749fad5007cb63e7c9ee71fbd36f6a,v1=" + HEX
            })
    void order_spaces_other_versions_and_a_second_signature_do_not_matter(String header) {
        assertThat(isValid(header, BODY, SIGNED_AT)).isTrue();
    }

    @Test
    void capitals_are_hex_too() {
        assertThat(isValid("t=" + SIGNED_AT + ",v1=" + HEX.toUpperCase(), BODY, SIGNED_AT))
                .isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                ",",
                HEX,
                "t=1795327200",
                "v1=" + HEX,
                "t=,v1=" + HEX,
                "t=-1795327200,v1=" + HEX,
                "t=1795327200000000000000,v1=" + HEX,
                "t=now,v1=" + HEX,
                "t=1795327200,v1=",
                "t=1795327200,v1=xyz",
                "t=1795327200,v1=" + HEX + "00",
                "t=1795327200;v1=" + HEX
            })
    void what_is_no_signature_is_refused(String header) {
        assertThat(isValid(header, BODY, SIGNED_AT)).isFalse();
    }

    @Test
    void only_a_few_signatures_are_tried() {
        String many = "t=" + SIGNED_AT + (",v1=" + OTHER_HEX).repeat(5) + ",v1=" + HEX;

        assertThat(isValid(many, BODY, SIGNED_AT)).isFalse();
    }
}
