package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.local.platform.MonitoringFiles.Alert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules as Prometheus' own tool sees them; needs the package prometheus ({@code mvn verify -Pmonitoring}). */
class AlertRulesCheck {
    @TempDir
    private Path folder;

    @Test
    void rules_and_configuration_are_valid() throws Exception {
        promtool("check", "rules", "alerts.yml");
        promtool("check", "config", "prometheus.yml");
    }

    @Test
    void every_alert_behaves_as_its_unit_tests_say() throws Exception {
        promtool("test", "rules", "alerts.test.yml");
    }

    @Test
    void every_alert_has_a_test_in_which_it_fires_and_one_in_which_it_does_not() {
        String tests = MonitoringFiles.text("alerts.test.yml");

        assertThat(MonitoringFiles.alerts()).extracting(Alert::name).allSatisfy(name -> {
            String asked = "ALERTS\\{alertname=\"%s\", alertstate=\"firing\"}\\s+eval_time: \\w+\\s+".formatted(name);
            assertThat(tests).containsPattern(asked + "exp_samples");
            assertThat(tests).containsPattern(asked + "(- |$)");
        });
    }

    @Test
    void every_alert_says_how_urgent_it_is_what_to_look_at_and_how_it_ends() {
        assertThat(MonitoringFiles.alerts()).hasSizeGreaterThanOrEqualTo(10).allSatisfy(alert -> {
            assertThat(alert.labels().get("severity")).as(alert.name()).isIn("page", "ticket");
            assertThat(alert.annotations().get("summary")).as(alert.name()).isNotBlank();
            assertThat(alert.annotations().get("runbook")).as(alert.name()).contains("Ends ");
        });
    }

    private void promtool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        Path output = folder.resolve("promtool.txt");
        Process process = PrometheusServer.start(new ProcessBuilder(command)
                .directory(MonitoringFiles.FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile()));

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("%s", Files.readString(output)).isZero();
    }
}
