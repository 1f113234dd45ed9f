package io.commerceroutes.routes.idempotency;

import static io.commerceroutes.routes.idempotency.PurgeIdempotencyKeysRoute.PURGE_IDEMPOTENCY_KEYS;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.routes.shop.Api.Reply;
import io.commerceroutes.routes.shop.CommerceFlowTest;
import io.commerceroutes.routes.shop.TechnicalFailure;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Answers are kept for 48 hours; a batch here takes 2 of them, a run 3 batches. */
@ExtendWith(OutputCaptureExtension.class)
class PurgeIdempotencyKeysRouteTest extends CommerceFlowTest {
    private static final Duration RETENTION = Duration.ofHours(48);
    private static final String BEGIN = "begin jdbc-transaction";

    @Test
    void keys_are_forgotten_batch_by_batch_until_one_is_not_full() throws Exception {
        charge(5);
        clock.pass(RETENTION.plusMillis(1));

        assertThat(purge())
                .containsExactly(BEGIN, "forget 2", "commit", BEGIN, "forget 2", "commit", BEGIN, "forget 1", "commit");
        assertThat(charge("k-0").header("Idempotent-Replayed")).isEmpty();
    }

    @Test
    void a_run_takes_no_more_batches_than_it_may_and_the_next_goes_on() throws Exception {
        charge(8);
        clock.pass(RETENTION.plusMillis(1));

        assertThat(purge()).filteredOn("forget 2"::equals).hasSize(3);
        assertThat(purge()).containsExactly(BEGIN, "forget 2", "commit", BEGIN, "forget 0", "commit");
    }

    @Test
    void an_answer_is_kept_to_the_end_of_its_time() throws Exception {
        charge(1);
        clock.pass(RETENTION);

        assertThat(purge()).containsExactly(BEGIN, "forget 0", "commit");
        assertThat(charge("k-0").header("Idempotent-Replayed")).hasValue("true");
    }

    @Test
    void a_batch_that_fails_is_one_line_of_log_and_left_to_the_next_run(CapturedOutput log) throws Exception {
        charge(3);
        clock.pass(RETENTION.plusMillis(1));
        journal().failNext("forget 1", new IllegalStateException("the database is away"));

        assertThat(purge()).containsExactly(BEGIN, "forget 2", "commit", BEGIN, "forget 1");
        assertThat(purge()).containsExactly(BEGIN, "forget 1", "commit");
        assertThat(log.toString().lines().filter(line -> line.contains("the database is away")))
                .singleElement()
                .asString()
                .contains("WARN", PURGE_IDEMPOTENCY_KEYS + " failed, the next run tries again");
    }

    @Test
    void a_batch_that_lost_a_race_is_run_again() throws Exception {
        charge(1);
        clock.pass(RETENTION.plusMillis(1));
        journal().failNext("forget 1", TechnicalFailure.conflict());

        assertThat(purge()).containsExactly(BEGIN, "forget 1", BEGIN, "forget 1", "commit");
    }

    private void charge(int keys) {
        for (int key = 0; key < keys; key++) {
            assertThat(charge("k-" + key).status()).isEqualTo(200);
        }
    }

    private Reply charge(String key) {
        return api.post("/api/v1/points/charge", "{\"amount\":1}", "Idempotency-Key", key);
    }

    /** What the run did. */
    private List<String> purge() throws Exception {
        int before = journal().entries().size();
        fire("idempotency", PURGE_IDEMPOTENCY_KEYS, BEGIN);
        List<String> all = journal().entries();
        return all.subList(before, all.size());
    }
}
