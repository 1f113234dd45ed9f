package io.commerceroutes.pgsimulator.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransactionsTest {
    private final JournalInMemory journal = new JournalInMemory();
    private final Transactions transactions = new Transactions(journal, Clock.systemUTC(), 3);

    private static final class JournalInMemory implements TransactionJournal {
        private final List<Transaction> states = new ArrayList<>();
        private boolean broken;

        @Override
        public List<Transaction> replay() {
            return List.of();
        }

        @Override
        public void append(Transaction transaction) {
            if (broken) {
                throw new UncheckedIOException(new IOException("disk full"));
            }
            states.add(transaction);
        }

        @Override
        public void compact(Collection<Transaction> current) {
            assertThat(current).contains(states.getLast());
        }
    }

    private Transaction accept(String orderId) {
        return transactions.accept(Payments.of(orderId)).orElseThrow();
    }

    @Test
    void the_same_order_twice_makes_two_transactions() {
        Transaction first = accept("order-1");
        Transaction second = accept("order-1");

        assertThat(first.transactionKey()).isNotEqualTo(second.transactionKey());
        assertThat(transactions.findOfOrder("order-1", "7")).containsExactly(first, second);
        assertThat(transactions.pending()).containsExactly(first, second);
    }

    @Test
    void a_user_finds_only_own_transactions() {
        Transaction own = accept("order-1");

        assertThat(transactions.find(own.transactionKey(), "7")).contains(own);
        assertThat(transactions.find(own.transactionKey(), "8")).isEmpty();
        assertThat(transactions.find("20261122:TR:000000", "7")).isEmpty();
        assertThat(transactions.findOfOrder("order-1", "8")).isEmpty();
    }

    @Test
    void an_idempotency_key_makes_one_transaction_per_user() {
        Transaction first = transactions.accept(Payments.of("order-1", "key")).orElseThrow();

        assertThat(transactions.accept(Payments.of("order-1", "key"))).contains(first);
        assertThat(transactions.findRepeated(Payments.of("order-1", "key"))).contains(first);
        assertThat(transactions.findRepeated(Payments.of("order-1"))).isEmpty();
        assertThat(transactions.ofOrder("order-1")).hasSize(1);
    }

    @Test
    void a_transaction_is_settled_once() {
        String key = accept("order-1").transactionKey();

        Transaction settled =
                transactions.settle(key, Outcome.LIMIT_EXCEEDED, false).orElseThrow();

        assertThat(settled.status()).isEqualTo(TransactionStatus.FAILED);
        assertThat(settled.reason()).contains("limit");
        assertThat(settled.capturedAmount()).isZero();
        assertThat(transactions.settle(key, Outcome.SUCCESS, false)).isEmpty();
        assertThat(transactions.find(key, "7")).contains(settled);
    }

    @Test
    void only_what_was_captured_is_refunded_and_only_once() {
        Transaction pending = accept("order-1");
        assertThat(transactions.refund(pending)).isEqualTo(pending);

        transactions.settle(pending.transactionKey(), Outcome.SUCCESS, false);
        Transaction refunded = transactions.refund(pending);
        int states = journal.states.size();

        assertThat(refunded.refundedAmount()).isEqualTo(5_000);
        assertThat(refunded.capturedAmount()).isEqualTo(5_000);
        assertThat(transactions.refund(pending)).isEqualTo(refunded);
        assertThat(journal.states).hasSize(states);
    }

    @Test
    void a_state_that_the_journal_does_not_take_is_not_seen() {
        Transaction pending = accept("order-1");
        journal.broken = true;

        assertThatThrownBy(() -> accept("order-2")).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> transactions.settle(pending.transactionKey(), Outcome.SUCCESS, false))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(transactions.ofOrder("order-2")).isEmpty();
        assertThat(transactions.find(pending.transactionKey(), "7")).contains(pending);
    }

    @Test
    void the_one_that_was_settled_first_makes_room_for_a_new_one() {
        transactions.accept(Payments.of("order-1", "key")).orElseThrow();
        Transaction second = accept("order-2");
        Transaction third = accept("order-3");
        transactions.settle(third.transactionKey(), Outcome.SUCCESS, false);
        transactions.settle(second.transactionKey(), Outcome.SUCCESS, false);

        accept("order-4");

        assertThat(transactions.latestOrders(10).keySet()).containsExactly("order-4", "order-2", "order-1");
        assertThat(transactions.latestOrders(1).keySet()).containsExactly("order-4");
        assertThat(transactions.countOrders()).isEqualTo(3);
    }

    @Test
    void where_all_are_pending_there_is_no_room() {
        accept("order-1");
        accept("order-2");
        accept("order-3");

        assertThat(transactions.accept(Payments.of("order-4"))).isEmpty();
        assertThat(transactions.pending()).hasSize(3);
    }
}
