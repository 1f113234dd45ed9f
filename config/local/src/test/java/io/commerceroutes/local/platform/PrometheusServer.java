package io.commerceroutes.local.platform;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.commerceroutes.embedded.LocalPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A real Prometheus with the deployed configuration: other targets, and times as a test wants them. */
final class PrometheusServer implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final int port = LocalPort.free();
    private final Process process;

    /**
     * @param targets by job: those that the deployed configuration names, and those to scrape instead
     * @param intervalSeconds between scrapes, and between evaluations of the rules
     */
    PrometheusServer(Path folder, Map<String, String> targets, ShortenedRules rules, int intervalSeconds)
            throws IOException {
        Files.createDirectories(folder);
        String configuration =
                MonitoringFiles.text("prometheus.yml").replaceAll(": 1[05]s", ": " + intervalSeconds + "s");
        for (Map.Entry<String, String> target : targets.entrySet()) {
            configuration = configuration.replace(target.getKey(), target.getValue());
        }
        Files.writeString(folder.resolve("prometheus.yml"), configuration);
        Files.writeString(folder.resolve("alerts.yml"), rules.of(MonitoringFiles.text("alerts.yml")));
        process = start(new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + folder.resolve("prometheus.yml"),
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile()));
        await().atMost(START_LIMIT)
                .ignoreExceptions()
                .until(() -> get("/-/ready").statusCode() == 200);
    }

    /** @throws AssertionError saying what is to be installed */
    static Process start(ProcessBuilder command) {
        try {
            return command.start();
        } catch (IOException missing) {
            throw new AssertionError("This needs Prometheus: apt-get install prometheus", missing);
        }
    }

    /** Answers the series of a query. */
    JsonNode query(String expression) {
        JsonNode answer = read("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
        if (!answer.path("status").asText().equals("success")) {
            throw new AssertionError(expression + ": " + answer);
        }
        return answer.at("/data/result");
    }

    /** Names of the alerts that fire. */
    Set<String> firing() {
        return StreamSupport.stream(read("/api/v1/alerts").at("/data/alerts").spliterator(), false)
                .filter(alert -> alert.path("state").asText().equals("firing"))
                .map(alert -> alert.at("/labels/alertname").asText())
                .collect(Collectors.toSet());
    }

    private JsonNode read(String path) {
        try {
            return json.readTree(get(path).body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private HttpResponse<String> get(String path) throws IOException {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .timeout(Duration.ofSeconds(10))
                            .build(),
                    BodyHandlers.ofString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        http.close();
    }
}
