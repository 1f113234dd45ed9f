package io.commerceroutes.routes.order;

import static io.commerceroutes.routes.payment.RequestPaymentRoute.ORDERED_BY_CARD;
import static io.commerceroutes.routes.payment.RequestPaymentRoute.REQUEST_PAYMENT_AFTER_COMMIT;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.routes.payment.PaymentFlowTest;
import io.commerceroutes.routes.shop.Api.Reply;
import io.commerceroutes.routes.shop.Coupons;
import io.commerceroutes.routes.shop.Gateway;
import io.commerceroutes.routes.shop.Shop;
import io.commerceroutes.routes.shop.TechnicalFailure;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceCardOrderTest extends PaymentFlowTest {
    private static final String CARD =
            "'payment':{'method':'CARD','cardType':'SAMSUNG','cardNo':'" + CARD_NUMBER + "'}";

    @Test
    void a_card_order_is_answered_before_it_is_paid_with_the_last_four_digits_only() {
        Reply reply = place("'items':[{'productId':11,'quantity':3}]," + CARD);

        assertThat(reply.status()).isEqualTo(202);
        String orderId = reply.at("$.orderId");
        assertThat(reply.header("Location")).hasValue("/api/v1/orders/" + orderId);
        assertThat(reply.<String>at("$.status")).isEqualTo("PENDING_PAYMENT");
        assertThat(reply.json().get("payment"))
                .hasToString(
                        "{\"method\":\"CARD\",\"status\":\"PENDING\",\"cardType\":\"SAMSUNG\",\"cardLast4\":\"1451\"}");
        assertThat(shop.cards()).containsOnlyKeys(orderId);
        assertThat(shop.stockOf(Shop.TEA)).isEqualTo(7);
        assertThat(shop.pointsOf(Shop.CUSTOMER)).isEqualTo(1_000);
        assertThat(waitingFor(ORDERED_BY_CARD)).isOne();
    }

    @Test
    void coupon_and_points_are_taken_off_what_the_card_is_charged_for() {
        shop.coupons().put(7L, Coupons.fixed(7, Shop.CUSTOMER, 50));

        Reply reply = place("'items':[{'productId':11,'quantity':3}],'issuedCouponId':7,'usePoints':60," + CARD);
        Gateway.accepts(KEY);
        request(reply.at("$.orderId"));

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.<Integer>at("$.payableAmount")).isEqualTo(190);
        assertThat(shop.pointsOf(Shop.CUSTOMER)).isEqualTo(940);
        assertThat(shop.coupons().get(7L).used()).isTrue();
        assertThat(Gateway.attempts())
                .singleElement()
                .satisfies(attempt ->
                        assertThat(attempt.getBodyAsString()).contains("\"amount\":190,", "\"cardType\":\"SAMSUNG\""));
    }

    @Test
    void an_order_with_nothing_left_to_pay_is_paid_at_once_and_its_card_is_not_kept() {
        shop.coupons().put(7L, Coupons.fixed(7, Shop.CUSTOMER, 50));

        Reply reply = place("'items':[{'productId':11,'quantity':1}],'issuedCouponId':7,'usePoints':50," + CARD);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.<String>at("$.status")).isEqualTo("PAID");
        assertThat(reply.<String>at("$.payment.status")).isEqualTo("APPROVED");
        assertThat(shop.cards()).isEmpty();
        assertThat(waitingFor(ORDERED_BY_CARD)).isZero();
        reconcile(reply.at("$.orderId"));
        assertThat(Gateway.requests()).isEmpty();
    }

    @Test
    void a_replayed_order_is_charged_for_once() throws Exception {
        start(REQUEST_PAYMENT_AFTER_COMMIT);
        Gateway.accepts(KEY);
        String body = "'items':[{'productId':11,'quantity':3}]," + CARD;

        Reply first = place(body, "Idempotency-Key", "once");
        Reply second = place(body, "Idempotency-Key", "once");

        assertThat(second.status()).isEqualTo(202);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Idempotent-Replayed")).hasValue("true");
        String orderId = first.at("$.orderId");
        await().atMost(ofSeconds(30))
                .pollInterval(ofMillis(2))
                .untilAsserted(() -> assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.REQUESTED));
        assertThat(shop.orders()).hasSize(1);
        assertThat(Gateway.attempts()).hasSize(1);
    }

    @Test
    void a_replayed_order_is_not_handed_over_again() {
        String body = "'items':[{'productId':11,'quantity':3}]," + CARD;

        place(body, "Idempotency-Key", "once");
        place(body, "Idempotency-Key", "once");

        assertThat(waitingFor(ORDERED_BY_CARD)).isOne();
    }

    @Test
    void orders_are_accepted_when_no_more_can_be_handed_over() {
        List<Integer> answers = IntStream.range(0, 7)
                .mapToObj(n ->
                        place("'items':[{'productId':11,'quantity':1}]," + CARD).status())
                .toList();

        assertThat(answers).containsOnly(202);
        assertThat(waitingFor(ORDERED_BY_CARD)).isEqualTo(5);
    }

    @Test
    void a_payment_right_after_the_commit_that_fails_is_told_in_one_line_and_left_to_the_schedule() throws Exception {
        start(REQUEST_PAYMENT_AFTER_COMMIT);
        journal().failNext("lock payment", TechnicalFailure.outage());

        String orderId = placeCardOrder();

        await().atMost(ofSeconds(30))
                .pollInterval(ofMillis(2))
                .untilAsserted(() -> assertThat(logged())
                        .filteredOn(line -> line.contains(TechnicalFailure.INSIDE_KNOWLEDGE))
                        .singleElement()
                        .asString()
                        .startsWith("WARN " + REQUEST_PAYMENT_AFTER_COMMIT + " failed"));
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.PENDING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lock", "write", "commit"})
    void an_order_that_fails_charges_nothing_and_keeps_no_card(String step) {
        journal().failAlways(step, TechnicalFailure.unexpected());

        assertThat(place("'items':[{'productId':11,'quantity':3}]," + CARD).status())
                .isEqualTo(500);

        assertThat(shop.cards()).isEmpty();
        assertThat(waitingFor(ORDERED_BY_CARD)).isZero();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            cardNo   | 'method':'CARD','cardType':'KB'
            cardNo   | 'method':'CARD','cardType':'KB','cardNo':null
            cardNo   | 'method':'CARD','cardType':'KB','cardNo':''
            cardNo   | 'method':'CARD','cardType':'KB','cardNo':'1234567898141451'
            cardNo   | 'method':'CARD','cardType':'KB','cardNo':'1234-5678-9814-1451 '
            cardNo   | 'method':'CARD','cardType':'KB','cardNo':'1234-5678-9814-145'
            cardNo   | 'method':'CARD','cardType':'KB','cardNo':'1234-5678-9814-1451\\n'
            cardNo   | 'method':'CARD','cardType':'KB','cardNo':'1234 5678 9814 1451'
            cardNo   | 'method':'CARD','cardType':'KB','cardNo':'١٢٣٤-5678-9814-1451'
            cardNo   | 'method':'CARD','cardType':'KB','cardNo':1234567898141451
            cardNo   | 'method':'CARD','cardType':'KB','cardNo':['1234-5678-9814-1451']
            cardType | 'method':'CARD','cardNo':'1234-5678-9814-1451'
            cardType | 'method':'CARD','cardNo':'1234-5678-9814-1451','cardType':'kb'
            cardType | 'method':'CARD','cardNo':'1234-5678-9814-1451','cardType':''
            cardType | 'method':'CARD','cardNo':'1234-5678-9814-1451','cardType':0
            cardType | 'method':'CARD','cardNo':'1234-5678-9814-1451','cardType':'1234-5678-9814-1451'
            cardNo   | 'method':'POINT','cardNo':'1234-5678-9814-1451'
            cardType | 'method':'POINT','cardType':'KB'
            cvv      | 'method':'CARD','cardType':'KB','cardNo':'1234-5678-9814-1451','cvv':'123'
            method   | 'method':'1234-5678-9814-1451'
            """)
    void a_card_that_is_not_acceptable_is_named_and_never_quoted(String field, String payment) {
        Reply reply = place("'items':[{'productId':11,'quantity':3}],'payment':{" + payment + "}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.<String>at("$.code")).isEqualTo("VALIDATION_FAILED");
        assertThat(reply.<List<String>>at("$.errors[*].field")).containsExactly("payment." + field);
        assertThat(reply.body()).doesNotContain("1234", "1451", "9814");
        assertThat(journal().entries()).isEmpty();
    }

    @Test
    void every_field_of_the_card_that_is_not_acceptable_is_named() {
        Reply missing = place("'items':[{'productId':11,'quantity':3}],'payment':{'method':'CARD'}");
        Reply stray = place(
                "'items':[{'productId':11,'quantity':3}],'payment':{'method':'POINT','cardType':'KB','cardNo':'1'}");

        assertThat(missing.<List<String>>at("$.errors[*].field")).containsExactly("payment.cardNo", "payment.cardType");
        assertThat(stray.<List<String>>at("$.errors[*].field")).containsExactly("payment.cardNo", "payment.cardType");
    }

    @Test
    void a_body_that_breaks_off_in_the_card_is_not_quoted() {
        Reply reply = place("'payment':{'cardNo':'1234-5678-9814-1451");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).doesNotContain("1234");
    }

    @Test
    void the_bodys_text_form_does_not_show_the_card() {
        assertThat(new PlaceOrderBody.PaymentChoice(null, null, CARD_NUMBER).toString())
                .doesNotContain("1234", "1451");
    }

    @Test
    void a_card_order_is_refused_where_stock_is_out() {
        Reply reply = place("'items':[{'productId':11,'quantity':11}]," + CARD);

        assertThat(reply.<String>at("$.code")).isEqualTo("OUT_OF_STOCK");
        assertThat(shop.cards()).isEmpty();
        assertThat(shop.orders().values()).noneMatch(order -> order.status() == OrderStatus.PENDING_PAYMENT);
    }

    private Reply place(String fields, String... headers) {
        return order("{%s}".formatted(fields).replace('\'', '"'), headers);
    }
}
