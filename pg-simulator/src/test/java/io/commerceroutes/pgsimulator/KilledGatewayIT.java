package io.commerceroutes.pgsimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.commerceroutes.pgsimulator.gateway.Api;
import io.commerceroutes.pgsimulator.gateway.Merchant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway of its own process, killed: what it said stays true. */
class KilledGatewayIT {
    private static final Duration START_LIMIT = Duration.ofSeconds(150);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Pattern LISTENING = Pattern.compile("Tomcat started on port (\\d+) ");
    private static final String[] USER = {"X-USER-ID", "7"};

    @TempDir
    private Path folder;

    private Merchant merchant;
    private Process gateway;
    private Api api;

    @BeforeEach
    void open() throws IOException {
        merchant = new Merchant();
        start();
    }

    @AfterEach
    void close() throws InterruptedException {
        kill();
        merchant.close();
    }

    private void start() throws IOException {
        Path log = folder.resolve("gateway.log");
        gateway = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PgSimulator.class.getName(),
                        "--server.address=127.0.0.1",
                        "--server.port=0",
                        "--pg.data-dir=" + folder.resolve("pg"),
                        "--pg.callback-url-prefix=" + merchant.origin())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        api = new Api(await().atMost(START_LIMIT)
                .until(() -> portIn(log), Optional::isPresent)
                .orElseThrow());
        await().atMost(START_LIMIT).until(this::isReady);
    }

    private boolean isReady() {
        try {
            return api.get("/actuator/health/readiness").status() == 200;
        } catch (AssertionError notListening) {
            assertThat(gateway.isAlive()).isTrue();
            return false;
        }
    }

    /** The port that the system chose, once the log names it. */
    private Optional<Integer> portIn(Path log) throws IOException {
        assertThat(gateway.isAlive()).isTrue();
        return LISTENING
                .matcher(Files.readString(log))
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .findFirst();
    }

    private void kill() throws InterruptedException {
        gateway.destroyForcibly().waitFor();
    }

    private String pay(String orderId) {
        return api.post("/api/v1/payments", """
                        {"orderId":"%s","cardType":"KB","cardNo":"1234-5678-9814-1451","amount":5000,
                         "callbackUrl":"%s/callback/200"}""".formatted(orderId, merchant.origin()), USER)
                .transactionKey();
    }

    private String statusOf(String transactionKey) {
        return api.get("/api/v1/payments/" + transactionKey, USER).at("$.data.status");
    }

    @Test
    void a_killed_gateway_finds_its_transactions_and_its_scenario_again() throws Exception {
        api.put("/api/v1/simulator/scenario", "{\"preset\":\"fast\"}");
        String refunded = pay("order-1");
        await().atMost(LIMIT).until(() -> merchant.callsFor("order-1").size() == 1);
        assertThat(statusOf(refunded)).isEqualTo("SUCCESS");
        api.post("/api/v1/payments/" + refunded + "/cancel", "", USER);
        api.put("/api/v1/simulator/scenario", "{\"preset\":\"fast\",\"settleDelayMs\":[60000,60000]}");
        String pending = pay("order-2");

        kill();
        start();

        assertThat(api.get("/api/v1/simulator/scenario").<List<Integer>>at("$.settleDelayMs"))
                .containsExactly(60_000, 60_000);
        assertThat(api.get("/api/v1/simulator/ledger?orderId=order-1").<Integer>at("$.items[0].refunded"))
                .isEqualTo(5_000);
        assertThat(statusOf(pending)).isEqualTo("PENDING");

        api.put("/api/v1/simulator/scenario", "{\"preset\":\"fast\"}");

        await().atMost(LIMIT).until(() -> merchant.callsFor("order-2").size() == 1);
        assertThat(merchant.callsFor("order-2").getFirst().<String>at("$.cardNo"))
                .isEqualTo("****-****-****-1451");
        assertThat(statusOf(pending)).isEqualTo("SUCCESS");
        assertThat(merchant.callsFor("order-1")).hasSize(1);
    }
}
