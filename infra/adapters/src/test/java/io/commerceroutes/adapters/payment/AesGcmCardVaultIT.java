package io.commerceroutes.adapters.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.commerceroutes.adapters.CommerceSchema;
import io.commerceroutes.adapters.TestOrders;
import io.commerceroutes.domain.payment.CardNumber;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AesGcmCardVaultIT {
    private static final Instant NOW = Instant.parse("2026-11-22T01:02:03Z");
    private static CommerceSchema schema;
    private static TestOrders orders;
    private static AesGcmCardVault vault;

    @BeforeAll
    static void migrate() {
        schema = CommerceSchema.migrated();
        orders = new TestOrders(schema);
        vault = new AesGcmCardVault(schema.jdbc(), TestOrders.KEYS);
    }

    @Test
    void the_card_of_an_order_is_there_until_it_is_erased() {
        String orderId = orders.byCard(NOW).orderId();

        assertThat(vault.open(orderId)).map(CardNumber::reveal).contains(TestOrders.CARD.reveal());

        schema.jdbc().update("DELETE FROM card_vault WHERE order_id = ?", orderId);
        assertThat(vault.open(orderId)).isEmpty();
    }

    @Test
    void an_order_that_its_points_paid_for_keeps_no_card() {
        assertThat(vault.open(orders.byCard(NOW, 2_500).orderId())).isEmpty();
        assertThat(vault.open(orders.byPoints(NOW).orderId())).isEmpty();
    }

    @Test
    void a_card_moved_to_another_order_is_not_opened() {
        String from = orders.byCard(NOW).orderId();
        String to = orders.byCard(NOW).orderId();
        schema.jdbc()
                .update(
                        "UPDATE card_vault a, card_vault b SET a.sealed = b.sealed WHERE a.order_id = ? AND b.order_id = ?",
                        to,
                        from);

        assertThatIllegalStateException().isThrownBy(() -> vault.open(to)).withNoCause();
    }

    @Test
    void the_number_is_stored_nowhere_in_clear() {
        orders.byCard(NOW);
        for (String table : schema.jdbc()
                .queryForList(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()",
                        String.class)) {
            schema.jdbc()
                    .queryForList("SELECT * FROM " + table)
                    .forEach(row -> row.values()
                            .forEach(value -> assertThat(text(value))
                                    .as(table)
                                    .doesNotContain("1234-5678", "56789814", "5678-9814")));
        }
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes
                ? new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1)
                : String.valueOf(value);
    }
}
