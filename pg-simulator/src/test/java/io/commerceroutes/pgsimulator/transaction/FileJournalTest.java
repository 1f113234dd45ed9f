package io.commerceroutes.pgsimulator.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest {
    @TempDir
    private Path folder;

    private FileJournal journal;
    private Transactions transactions;

    @BeforeEach
    void open() {
        open(1_000);
    }

    private void open(int maximum) {
        journal = FileJournal.open(folder);
        transactions = new Transactions(journal, Clock.systemUTC(), maximum);
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    private void reopen(int maximum) throws IOException {
        close();
        open(maximum);
    }

    private Transaction accept(String orderId) {
        return transactions.accept(Payments.of(orderId, "key of " + orderId)).orElseThrow();
    }

    @Test
    void a_second_start_finds_each_transaction_as_it_was_last() throws IOException {
        Transaction refunded = accept("order-1");
        transactions.settle(refunded.transactionKey(), Outcome.SUCCESS, true);
        transactions.refund(refunded);
        Transaction pending = accept("order-2");

        reopen(1_000);

        assertThat(transactions.ofOrder("order-1")).singleElement().satisfies(found -> {
            assertThat(found.status()).isEqualTo(TransactionStatus.SUCCESS);
            assertThat(found.refundedAmount()).isEqualTo(5_100);
        });
        assertThat(transactions.pending())
                .extracting(Transaction::transactionKey)
                .containsExactly(pending.transactionKey());
        assertThat(transactions.findRepeated(Payments.of("order-2", "key of order-2")))
                .isPresent();
        assertThat(accept("order-3").sequence()).isEqualTo(pending.sequence() + 1);
    }

    @Test
    void card_numbers_reach_the_disk_masked() throws IOException {
        accept("order-1");
        assertThat(transactions.ofOrder("order-1").getFirst().request().cardNo().text())
                .isEqualTo(Payments.CARD_NO);

        assertThat(Files.readString(file())).contains("****-****-****-1451").doesNotContain("-9814-");
        reopen(1_000);

        assertThat(transactions.ofOrder("order-1").getFirst().request().cardNo().text())
                .isEqualTo("****-****-****-1451");
    }

    @Test
    void a_line_that_a_kill_tore_is_dropped_and_writing_goes_on() throws IOException {
        accept("order-1");
        Files.writeString(file(), "{\"transactionKey\":\"2026", StandardOpenOption.APPEND);

        reopen(1_000);
        accept("order-2");
        reopen(1_000);

        assertThat(transactions.latestOrders(10).keySet()).containsExactly("order-2", "order-1");
    }

    @Test
    void a_last_line_that_means_nothing_is_dropped() throws IOException {
        accept("order-1");
        Files.writeString(file(), "\0\0\0\n", StandardOpenOption.APPEND);

        reopen(1_000);

        assertThat(transactions.countOrders()).isEqualTo(1);
    }

    @Test
    void a_broken_line_before_others_is_not_passed_over() throws IOException {
        Files.writeString(file(), "broken\n");
        accept("order-1");

        assertThatThrownBy(() -> reopen(1_000))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("line");
    }

    @Test
    void a_second_journal_cannot_use_the_same_folder() {
        assertThatThrownBy(() -> FileJournal.open(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("pg.data-dir");
    }

    @Test
    void states_that_are_past_do_not_fill_the_disk() throws IOException {
        reopen(2);
        for (int order = 0; order < 6_000; order++) {
            transactions.settle(accept("order-" + order).transactionKey(), Outcome.SUCCESS, false);
        }

        assertThat(Files.readAllLines(file())).hasSizeLessThan(10_000);
        reopen(2);
        assertThat(transactions.latestOrders(10).keySet()).containsExactly("order-5999", "order-5998");
    }

    @Test
    void a_smaller_maximum_drops_the_oldest_at_the_start() throws IOException {
        for (String order : List.of("order-1", "order-2", "order-3")) {
            transactions.settle(accept(order).transactionKey(), Outcome.SUCCESS, false);
        }

        reopen(2);

        assertThat(transactions.latestOrders(10).keySet()).containsExactly("order-3", "order-2");
    }

    private Path file() {
        return folder.resolve("transactions.jsonl");
    }
}
