package io.commerceroutes.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.QueryTimeoutException;

@Timeout(60)
class TurnsTest {
    private static final Duration LONG = Duration.ofSeconds(50);

    private final ExecutorService askers = Executors.newCachedThreadPool();
    private final BlockingQueue<Question> begun = new LinkedBlockingQueue<>();

    private record Question(int number, CompletableFuture<String> answer) {}

    @AfterEach
    void stop() {
        askers.shutdownNow();
    }

    @Test
    void two_ask_at_a_time_and_the_others_in_the_order_in_which_they_came() throws Exception {
        Turns turns = twoAtATime(LONG);
        List<Future<String>> answers = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            answers.add(ask(turns, number));
        }
        assertThat(begun).extracting(Question::number).containsExactly(0, 1);

        Deque<Question> asking = new ArrayDeque<>();
        begun.drainTo(asking);
        for (int number = 2; number < 6; number++) {
            answer(asking.poll());
            asking.add(begun.poll(20, TimeUnit.SECONDS));
            assertThat(asking.getLast().number()).isEqualTo(number);
        }

        asking.forEach(TurnsTest::answer);
        for (int number = 0; number < 6; number++) {
            assertThat(answers.get(number).get(20, TimeUnit.SECONDS)).isEqualTo("answer " + number);
        }
    }

    @Test
    void who_asks_again_at_once_comes_after_those_who_wait() throws Exception {
        Turns turns = twoAtATime(LONG);
        ask(turns, 0);
        ask(turns, 1, 3);
        ask(turns, 2);
        begun.take();

        answer(begun.take());

        assertThat(begun.poll(20, TimeUnit.SECONDS).number()).isEqualTo(2);
        assertThat(begun).isEmpty();
    }

    @Test
    void whose_turn_does_not_come_in_time_is_told_so_and_one_who_comes_later_gets_one() throws Exception {
        Turns turns = twoAtATime(Duration.ofMillis(50));
        Future<String> first = ask(turns, 0);
        ask(turns, 1);

        assertThatExceptionOfType(QueryTimeoutException.class).isThrownBy(() -> turns.take(() -> "too late"));

        answer(begun.take());
        first.get(20, TimeUnit.SECONDS);
        assertThat(turns.take(() -> "in time")).isEqualTo("in time");
    }

    @Test
    void whose_thread_is_stopped_while_it_waits_is_told_so_too() {
        Turns turns = twoAtATime(LONG);
        ask(turns, 0);
        ask(turns, 1);

        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(QueryTimeoutException.class).isThrownBy(() -> turns.take(() -> "too late"));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void a_question_that_fails_ends_its_turn() {
        Turns turns = twoAtATime(Duration.ZERO);
        for (int question = 0; question < 3; question++) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> turns.take(() -> {
                        throw new IllegalStateException("away");
                    }));
        }
    }

    private static Turns twoAtATime(Duration waitMax) {
        return new Turns(BulkheadRegistry.ofDefaults(), "turns", 2, waitMax);
    }

    /** Returns when this one asks the first of its questions, or waits for its turn. */
    private Future<String> ask(Turns turns, int... numbers) {
        CompletableFuture<Thread> asker = new CompletableFuture<>();
        Future<String> answer = askers.submit(() -> {
            asker.complete(Thread.currentThread());
            String answered = "";
            for (int number : numbers) {
                answered = turns.take(() -> answered(number));
            }
            return answered;
        });
        await().atMost(20, TimeUnit.SECONDS).until(() -> asker.join().getState() == Thread.State.TIMED_WAITING);
        return answer;
    }

    private String answered(int number) {
        Question question = new Question(number, new CompletableFuture<>());
        begun.add(question);
        return SharedReading.await(question.answer(), LONG);
    }

    private static void answer(Question question) {
        question.answer().complete("answer " + question.number());
    }
}
