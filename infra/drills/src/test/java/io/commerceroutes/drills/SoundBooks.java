package io.commerceroutes.drills;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.local.platform.GatewayBooks;
import io.commerceroutes.local.platform.TestPlatform;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The books of one order that was paid as it should be, order-1 of user 7, and what a drill checks them with. */
final class SoundBooks implements AutoCloseable {
    static final String KEPT =
            "{\"orderId\":\"%s\",\"captured\":%d,\"refunded\":0,\"transactions\":[{\"transactionKey\":\"%s\",\"status\":\"SUCCESS\"}]}";

    private static final List<String> TABLES = List.of(
            "orders",
            "payment",
            "payment_transaction",
            "payment_attempt",
            "payment_event",
            "card_vault",
            "point_account");

    private final JdbcTemplate commerce = new TestPlatform().commerce();
    private final ToldAnswers answers = new ToldAnswers();
    private Violations violations;
    private WireRequests wire;
    private PlacedOrders placed;

    SoundBooks() {
        Flyway.configure()
                .dataSource(commerce.getDataSource())
                .locations("classpath:db/commerce")
                .load()
                .migrate();
    }

    /** Whatever was wrong in them. */
    void writeAnew() {
        violations = new Violations();
        wire = new WireRequests();
        placed = new PlacedOrders();
        TABLES.forEach(table -> write("DELETE FROM " + table));
        write("INSERT INTO orders VALUES ('order-1', 7, 'PAID', NULL, 5500, 0, 500, 5000, NULL, NOW(6), NOW(6), NULL)");
        write("INSERT INTO payment (order_id, user_id, method, status, amount, created_at, updated_at)"
                + " VALUES ('order-1', 7, 'CARD', 'APPROVED', 5000, NOW(6), NOW(6))");
        write("INSERT INTO payment_transaction (transaction_key, order_id, amount, status, created_at, updated_at)"
                + " VALUES ('key-1', 'order-1', 5000, 'SUCCESS', NOW(6), NOW(6))");
        write("INSERT INTO payment_attempt VALUES ('order-1', 1, 'attempt-1', 'ACCEPTED', NOW(6), NOW(6))");
        write("INSERT INTO payment_event (order_id, type, created_at) VALUES ('order-1', 'PaymentApproved', NOW(6))");
        write("INSERT INTO point_account VALUES (7, 9550)");
        answers.ledger(KEPT.formatted("order-1", 5_000, "key-1"));
        answers.audit("{\"ok\":true,\"invariants\":[]}");
        placed.addAnswered("order-1");
        send("attempt-1");
    }

    void write(String sql) {
        commerce.update(sql);
    }

    /** What shop and gateway say. */
    ToldAnswers answers() {
        return answers;
    }

    PlacedOrders placed() {
        return placed;
    }

    Violations violations() {
        return violations;
    }

    PaymentBooks check() {
        return new PaymentBooks(gateway(), commerce, answers.client(), violations);
    }

    void checkOnlyOnce() {
        new OnlyOnce(commerce, wire, violations).check(gateway().ledger());
    }

    private GatewayBooks gateway() {
        return new GatewayBooks(answers.client(), commerce);
    }

    /** What each user had beside orders. */
    Map<Long, Long> points() {
        return Map.of(7L, 10_000L);
    }

    /** To the gateway. */
    void send(String attemptId) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/payments");
        request.addHeader("Idempotency-Key", attemptId);
        toGateway(request);
    }

    void refund(String key) {
        toGateway(new MockHttpServletRequest("POST", "/api/v1/payments/" + key + "/cancel"));
    }

    void forgetRequests() {
        wire = new WireRequests();
    }

    private void toGateway(MockHttpServletRequest request) {
        try {
            wire.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        } catch (IOException | ServletException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** This promise and no other, in these words. */
    void assertBroken(Promise promise, String... told) {
        assertThat(String.join("\n", violations.of(promise))).contains(told);
        assertThat(violations.number()).isEqualTo(violations.of(promise).size());
    }

    @Override
    public void close() {
        answers.close();
    }
}
