package io.commerceroutes.adapters.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.adapters.CommerceSchema;
import io.commerceroutes.adapters.event.TimeOrderedIdentifiers;
import io.commerceroutes.domain.event.Identifiers;
import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.product.AdjustmentOutcome;
import io.commerceroutes.domain.product.NewProduct;
import io.commerceroutes.domain.product.Stock;
import io.commerceroutes.domain.product.StockAdjustment;
import java.time.Instant;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stock and its ledger change together, within bounds. */
class StockAdjustIT {
    private static final Instant NOW = Instant.parse("2026-11-22T03:04:05.000006Z");
    private static final Identifiers IDENTIFIERS = new TimeOrderedIdentifiers();
    private static CommerceSchema schema;
    private static JdbcStockLedger stock;
    private static long brand;
    private long tea;

    @BeforeAll
    static void migrate() {
        schema = CommerceSchema.migrated();
        stock = new JdbcStockLedger(schema.jdbc());
        brand = schema.transaction()
                .execute(status -> Products.catalogue(schema).addBrand("Aram"));
    }

    @BeforeEach
    void addTea() {
        tea = schema.transaction()
                .execute(status -> Products.catalogue(schema)
                        .add(new NewProduct("Tea", Money.of(100), brand, new Stock(10), NOW))
                        .orElseThrow()
                        .productId());
    }

    @AfterEach
    void everything_is_in_the_ledger() {
        assertThat(Products.miscounts(schema)).isZero();
    }

    private static AdjustmentOutcome adjust(long productId, long delta) {
        return schema.transaction()
                .execute(status ->
                        stock.adjust(new StockAdjustment(IDENTIFIERS.next(), productId, delta, "재고 실사", NOW)));
    }

    private static AdjustmentOutcome adjusted(long units) {
        return new AdjustmentOutcome.Adjusted(new Stock(units));
    }

    private long movements() {
        Long count = schema.jdbc()
                .queryForObject(
                        "SELECT COUNT(*) FROM stock_movement WHERE product_id = ? AND source_type = 'ADJUSTMENT'"
                                + " AND kind = 'ADJUST' AND line = 0 AND reason = '재고 실사'"
                                + " AND created_at = '2026-11-22 03:04:05.000006'",
                        Long.class,
                        tea);
        return count == null ? 0 : count;
    }

    @Test
    void units_come_in_and_go_out_and_each_movement_says_why() {
        assertThat(adjust(tea, 5)).isEqualTo(adjusted(15));
        assertThat(adjust(tea, -15)).isEqualTo(adjusted(0));
        assertThat(movements()).isEqualTo(2);
    }

    @Test
    void stock_stays_within_its_bounds_and_nothing_is_noted_otherwise() {
        assertThat(adjust(tea, -11)).isEqualTo(new AdjustmentOutcome.OutOfStock(new Stock(10)));
        assertThat(adjust(tea, Stock.UNITS_MAX - 9)).isEqualTo(new AdjustmentOutcome.TooMuch(new Stock(10)));
        assertThat(adjust(987_654, 1)).isEqualTo(new AdjustmentOutcome.UnknownProduct());
        assertThat(movements()).isZero();
        assertThat(adjust(tea, Stock.UNITS_MAX - 10)).isEqualTo(adjusted(Stock.UNITS_MAX));
    }

    @Test
    void of_many_who_take_the_last_units_at_once_only_as_many_do_as_there_are() throws Exception {
        Callable<AdjustmentOutcome> takeOne = () -> adjust(tea, -1);
        int taken = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (Future<AdjustmentOutcome> done : threads.invokeAll(Collections.nCopies(40, takeOne))) {
                taken += done.get() instanceof AdjustmentOutcome.Adjusted ? 1 : 0;
            }
        }

        assertThat(taken).isEqualTo(10);
        assertThat(movements()).isEqualTo(10);
    }
}
