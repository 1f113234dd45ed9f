package io.commerceroutes.local.platform;

import io.commerceroutes.local.platform.ShopClient.Answer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends requests, some at a time, and keeps what each was answered. */
final class FuzzRun {
    private static final Set<Integer> FORM = Set.of(400, 404, 413, 415);
    private static final int AT_A_TIME = 8;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String baseUrl;

    FuzzRun(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** A request and its answer. */
    record Exchange(FuzzedRequest request, Answer answer) {
        boolean isRefused() {
            return answer.status() >= 400;
        }

        /** Accepted, or refused as the contract says. */
        boolean isAnswered() {
            return answer.status() < 300
                    || answer.status() >= 400 && answer.status() < 500 && Problems.isProblem(answer);
        }

        /** Refused before anybody thought of what it asks for. */
        boolean isRefusedForItsForm() {
            return FORM.contains(answer.status()) && Problems.isProblem(answer);
        }

        @Override
        public String toString() {
            return "%s -> %d %s".formatted(request, answer.status(), answer.body());
        }
    }

    List<Exchange> send(List<FuzzedRequest> requests) {
        try (ExecutorService pool = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Future<Exchange>> running = requests.stream()
                    .map(request -> pool.submit(() -> send(request)))
                    .toList();
            List<Exchange> exchanges = new ArrayList<>();
            for (Future<Exchange> one : running) {
                exchanges.add(one.get());
            }
            return exchanges;
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Exchange send(FuzzedRequest request) throws InterruptedException {
        try {
            return new Exchange(request, request.send(http, baseUrl));
        } catch (IOException | RuntimeException noAnswer) {
            throw new AssertionError("No answer to " + request, noAnswer);
        }
    }
}
