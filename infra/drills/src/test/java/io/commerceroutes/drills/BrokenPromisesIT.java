package io.commerceroutes.drills;

import static io.commerceroutes.drills.Promise.ALL_IS_DECIDED;
import static io.commerceroutes.drills.Promise.MONEY_IS_WHERE_IT_BELONGS;
import static io.commerceroutes.drills.Promise.NOTHING_IS_DONE_TWICE;
import static io.commerceroutes.drills.Promise.NO_ORDER_IS_LOST;
import static io.commerceroutes.drills.Promise.POINTS_ARE_RIGHT;
import static io.commerceroutes.drills.Promise.THE_AUDIT_IS_CLEAN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.commerceroutes.local.platform.ShopClient.Answer;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A drill's checks, each on books that are wrong in one place: it says which promise is broken, and where. */
class BrokenPromisesIT {
    /** For what is never to come. */
    private static final Duration SHORT = Duration.ofMillis(600);

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final ListedRefunds NONE_LISTED = new ListedRefunds(Map.of(), List.of());

    private static SoundBooks books;

    @BeforeAll
    static void open() {
        books = new SoundBooks();
    }

    @AfterAll
    static void close() {
        books.close();
    }

    @BeforeEach
    void writeSoundBooks() {
        books.writeAnew();
    }

    @Test
    void books_that_are_right_break_no_promise() {
        PaymentBooks checked = books.check();
        checked.checkAllIsDecided(LONG);
        checked.checkMoney(NONE_LISTED, false);
        checked.checkOrders(books.placed(), 1);
        checked.checkPoints(books.points());
        checked.checkAudit(LONG);
        books.checkOnlyOnce();

        assertThat(books.violations().number()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE orders SET status = 'PENDING_PAYMENT'|order order-1 PENDING_PAYMENT, payment APPROVED",
                "UPDATE payment SET status = 'UNKNOWN'|order order-1 PAID, payment UNKNOWN",
                "UPDATE payment_transaction SET refund_state = 'DUE'|payment APPROVED, refunds due 1"
            })
    void what_is_undecided_is_told(String change, String told) {
        books.write(change);

        books.check().checkAllIsDecided(SHORT);

        books.assertBroken(ALL_IS_DECIDED, told);
    }

    @Test
    void money_taken_twice_or_for_an_order_that_is_not_there_is_told() {
        books.answers()
                .ledger(
                        "{\"orderId\":\"order-1\",\"captured\":10000,\"refunded\":0,\"transactions\":["
                                + "{\"transactionKey\":\"key-1\",\"status\":\"SUCCESS\"},{\"transactionKey\":\"key-2\",\"status\":\"SUCCESS\"}]}",
                        SoundBooks.KEPT.formatted("order-2", 1, "key-3"));

        books.check().checkMoney(NONE_LISTED, false);

        books.assertBroken(
                MONEY_IS_WHERE_IT_BELONGS, "orderId=order-1", "captured=10000", "order order-2 is not there");
    }

    @Test
    void money_that_a_canceled_order_kept_is_told_and_so_is_a_refund_that_failed() {
        books.write("UPDATE orders SET status = 'CANCELED'");

        books.check().checkMoney(new ListedRefunds(Map.of("key-9", 300L), List.of("order-9")), false);

        books.assertBroken(
                MONEY_IS_WHERE_IT_BELONGS,
                "status=CANCELED",
                "the refund of key-9, 300 won, failed",
                "order order-9 is listed for no refund");
    }

    @Test
    void an_order_that_is_lost_is_told() {
        books.placed().addAnswered("order-2");

        books.check().checkOrders(books.placed(), 2);

        books.assertBroken(NO_ORDER_IS_LOST, "lost: order-2", "2 orders were sent, 2 answered, 1 are there");
    }

    @Test
    void an_order_that_is_there_twice_refused_or_not_canceled_is_told() {
        books.write("INSERT INTO orders VALUES ('order-2', 7, 'PAID', NULL, 1, 0, 0, 1, NULL, NOW(6), NOW(6), NULL)");
        books.placed().addCanceled("order-1");
        books.placed()
                .addRefused(new Answer(
                        409,
                        JsonNodeFactory.instance.textNode("OUT_OF_STOCK"),
                        HttpHeaders.of(Map.of(), (name, value) -> true)));

        books.check().checkOrders(books.placed(), 1);

        books.assertBroken(
                NO_ORDER_IS_LOST,
                "canceled, and yet PAID: order-1",
                "OUT_OF_STOCK",
                "1 orders were sent, 1 answered, 2 are there");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE point_account SET balance = 9549",
                "UPDATE orders SET points_used = 499",
                "UPDATE orders SET status = 'CANCELED'",
                "DELETE FROM point_account"
            })
    void points_that_are_not_what_they_were_are_told(String change) {
        books.write(change);

        books.check().checkPoints(books.points());

        books.assertBroken(POINTS_ARE_RIGHT, "user 7: ", "before 10000");
    }

    @Test
    void what_the_audit_finds_is_told_by_its_name() {
        books.answers()
                .audit(
                        "{\"ok\":false,\"invariants\":[{\"name\":\"stock\",\"checked\":100,\"violations\":0,\"examples\":[]},"
                                + "{\"name\":\"events\",\"checked\":9,\"violations\":2,\"examples\":[\"order-1 has no OrderPaid\"]}]}");

        books.check().checkAudit(SHORT);

        books.assertBroken(THE_AUDIT_IS_CLEAN, "events: 2 of 9 break it, such as [\"order-1 has no OrderPaid\"]");
    }

    @Test
    void an_audit_that_fails_and_a_card_that_is_kept_are_told() {
        books.answers().audit("{\"status\":503}");
        books.write("INSERT INTO card_vault VALUES ('order-1', 'k', 'sealed', NOW(6))");

        books.check().checkAudit(SHORT);

        books.assertBroken(THE_AUDIT_IS_CLEAN, "no audit that is clean: {\"status\":503}", "a card is kept: order-1");
    }

    @Test
    void what_is_sent_settled_or_refunded_twice_is_told() {
        books.send("attempt-1");
        books.send("attempt-2");
        books.refund("key-1");
        books.refund("key-1");
        books.write(
                "INSERT INTO payment_event (order_id, type, created_at) VALUES ('order-1', 'PaymentExpired', NOW(6)),"
                        + " ('order-1', 'PaymentApproved', NOW(6))");
        books.write("DELETE FROM payment_attempt");

        books.checkOnlyOnce();

        books.assertBroken(
                NOTHING_IS_DONE_TWICE,
                "order order-1: 2 times PaymentApproved",
                "order order-1: PaymentApproved,PaymentExpired,PaymentApproved",
                "attempt attempt-1 was sent 2 times, written down: false",
                "attempt attempt-2 was sent 1 times, written down: false",
                "key-1 was refunded 2 times",
                "order order-1: 1 transactions of 0 attempts");
    }

    @Test
    void a_gateway_that_was_never_asked_is_told() {
        books.forgetRequests();

        books.checkOnlyOnce();

        books.assertBroken(NOTHING_IS_DONE_TWICE, "nothing was ever seen at the gateway");
    }
}
