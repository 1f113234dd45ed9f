package io.commerceroutes.drills;

import static org.awaitility.Awaitility.await;

import io.commerceroutes.app.CommerceApplication;
import io.commerceroutes.embedded.LocalPort;
import io.commerceroutes.local.platform.ShopClient;
import io.commerceroutes.local.platform.ShopClient.Answer;
import io.commerceroutes.local.platform.TestPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Instances of commerce-api on one database and one gateway. Customers ask them by turns, and another one if one is away. */
final class ApiInstances implements AutoCloseable {
    private static final int REQUESTS_MAX = 100;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int AWAY = 503;
    private static final String IN_PROGRESS = "REQUEST_IN_PROGRESS";

    private final List<Integer> ports;
    private final List<ApiInstance> instances = new ArrayList<>();

    ApiInstances(int number) {
        ports = IntStream.range(0, number).mapToObj(i -> LocalPort.free()).toList();
    }

    /** Where the gateway calls back; the one address that it is told, whoever asked it. */
    int callbackPort() {
        return ports.getFirst();
    }

    /** Returns when all are ready. */
    void start(TestPlatform platform, Map<String, Object> ownSettings) throws IOException {
        Map<String, Object> settings = new HashMap<>(ownSettings);
        settings.put(
                "commerce.payment.callback-url",
                "http://localhost:%d/api/v1/payments/callback".formatted(callbackPort()));
        settings.put("roles", "api");
        settings.put("spring.profiles.active", "local");
        for (int port : ports) {
            // Two that fill the same database at once would be in each other's way.
            Class<?> main = instances.isEmpty() ? SeededApi.class : CommerceApplication.class;
            String name = "drill-api-%d".formatted(instances.size() + 1);
            ApiInstance instance = new ApiInstance(name, main, port, platform.arguments(settings));
            instances.add(instance);
            instance.start();
        }
        instances.forEach(ApiInstance::awaitReady);
    }

    int number() {
        return instances.size();
    }

    ApiInstance instance(int which) {
        return instances.get(which);
    }

    /** All of them. */
    List<ShopClient> clients() {
        return instances.stream().map(ApiInstance::client).toList();
    }

    /**
     * Asks as a customer who does not give up.
     *
     * @param turn whose turn it is
     * @throws AssertionError if there never is an answer
     */
    Answer ask(int turn, long user, String path, String body, String... headers) {
        for (int request = 0; request < REQUESTS_MAX; request++) {
            ApiInstance asked = serving(turn + request);
            asked.awaitBack();
            try {
                Answer answer = asked.client().customer(user, "POST", path, body, headers);
                if (answer.status() != AWAY && !IN_PROGRESS.equals(answer.text("code"))) {
                    return answer;
                }
            } catch (UncheckedIOException noAnswer) {
                // What was asked for may or may not have happened.
            }
            await().pollDelay(PAUSE).until(() -> true);
        }
        throw new AssertionError("No answer to %d requests of %s".formatted(REQUESTS_MAX, path));
    }

    private ApiInstance serving(int turn) {
        int number = instances.size();
        return IntStream.range(0, number)
                .mapToObj(i -> instances.get((turn + i) % number))
                .filter(instance -> !instance.isAway())
                .findFirst()
                .orElse(instances.get(turn % number));
    }

    @Override
    public void close() throws InterruptedException {
        for (ApiInstance instance : instances) {
            instance.close();
        }
    }
}
