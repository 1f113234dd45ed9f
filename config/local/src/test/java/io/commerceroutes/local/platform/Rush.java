package io.commerceroutes.local.platform;

import io.commerceroutes.local.platform.ShopClient.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Requests that all start at the same moment, a thread each, and what they were answered. */
record Rush(List<Answer> answers) {
    static Rush of(int threads, IntFunction<Answer> request) {
        return new Rush(together(threads, request));
    }

    /** What {@code request} comes to for each of 0 to {@code threads - 1}, all begun together. */
    static <T> List<T> together(int threads, IntFunction<T> request) {
        CountDownLatch ready = new CountDownLatch(threads);
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                running.add(pool.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return request.apply(number);
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** How often each was answered: {@code 201}, or status and code as in {@code 409 OUT_OF_STOCK}. */
    Map<String, Long> outcomes() {
        return answers.stream().collect(Collectors.groupingBy(Rush::outcome, TreeMap::new, Collectors.counting()));
    }

    private static String outcome(Answer answer) {
        return "%d %s".formatted(answer.status(), answer.text("code")).strip();
    }
}
