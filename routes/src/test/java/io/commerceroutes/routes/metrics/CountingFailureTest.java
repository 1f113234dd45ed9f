package io.commerceroutes.routes.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;

/** Whatever fails: offsets follow the database, and nothing is lost or counted twice. */
class CountingFailureTest extends CountingTest {
    @Test
    void a_transient_failure_is_retried_as_a_whole_transaction() {
        doThrow(new CannotAcquireLockException("deadlock"))
                .doNothing()
                .when(metrics)
                .raiseRevisions(any());

        Exchange answer = collect(records.view(1));

        assertThat(answer.getException()).isNull();
        assertThat(transactions.rollbacks()).isOne();
        assertThat(transactions.commits()).isOne();
        assertThat(counted).hasSize(1);
        assertThat(records.commits()).hasSize(1);
    }

    @Test
    void a_failure_that_lasts_leaves_the_batch_to_kafka() {
        doThrow(new CannotAcquireLockException("deadlock")).when(metrics).add(any());

        Exchange answer = collect(records.view(1));

        assertThat(answer.getException()).isInstanceOf(CannotAcquireLockException.class);
        verify(metrics, times(3)).add(any());
        assertThat(records.commits()).isEmpty();
        assertThat(handled.marks()).isEmpty();
        verify(deadLetters, never()).keep(any());
    }

    @Test
    void a_commit_of_the_database_that_fails_is_no_commit_of_offsets() {
        transactions.failCommits(3);

        Exchange answer = collect(records.view(1));

        assertThat(answer.getException()).isNotNull();
        assertThat(records.commits()).isEmpty();
    }

    @Test
    void a_commit_whose_answer_was_lost_counts_once() {
        transactions.loseAnswerOfCommit();

        Exchange answer = collect(records.view(1));

        assertThat(answer.getException()).isNull();
        assertThat(counted).hasSize(1);
        assertThat(records.commits()).hasSize(1);
    }
}
