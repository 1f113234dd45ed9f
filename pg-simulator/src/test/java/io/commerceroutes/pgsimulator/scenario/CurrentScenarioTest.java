package io.commerceroutes.pgsimulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.commerceroutes.pgsimulator.http.GatewayProblem;
import io.commerceroutes.pgsimulator.scenario.CurrentScenario.Play;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurrentScenarioTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    private Path folder;

    private CurrentScenario start() {
        return new CurrentScenario(new ScenarioReader(json, true), new ScenarioFile(Optional.of(folder), json));
    }

    private void replace(CurrentScenario scenario, String text) {
        try {
            scenario.replace(json.readTree(text));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void the_next_start_goes_on_in_the_scenario() {
        replace(start(), "{\"preset\":\"fast\",\"callbackLossRate\":0.5}");

        Scenario found = start().scenario();

        assertThat(found.callbackLossRate()).isEqualTo(0.5);
        assertThat(found.requestFailureRate()).isZero();
    }

    @Test
    void a_scenario_that_is_refused_changes_nothing() {
        CurrentScenario scenario = start();

        assertThatThrownBy(() -> replace(scenario, "{\"outage\":1}")).isInstanceOf(GatewayProblem.class);

        assertThat(scenario.scenario()).isEqualTo(Scenario.standard(true));
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"outage\":tr", "{\"outage\":1}"})
    void a_kept_scenario_that_cannot_be_read_is_the_default(String kept) throws IOException {
        Files.writeString(folder.resolve("scenario.json"), kept);

        assertThat(start().scenario()).isEqualTo(Scenario.standard(true));
    }

    @Test
    void who_waits_hears_of_the_next_scenario() throws InterruptedException {
        CurrentScenario scenario = start();
        Play seen = scenario.play();
        assertThat(scenario.awaitReplacement(seen, 1)).isFalse();
        FutureTask<Boolean> waiting = new FutureTask<>(() -> scenario.awaitReplacement(seen, 60_000));
        Thread waiter = Thread.ofPlatform().start(waiting);
        await().atMost(LIMIT).until(() -> waiter.getState() == Thread.State.TIMED_WAITING);

        replace(scenario, "{}");

        assertThat(waiting).succeedsWithin(LIMIT).isEqualTo(true);
    }
}
