package io.commerceroutes.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.commerceroutes.embedded.PortTakenException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class RunningPartsTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private final List<Part> ended = Collections.synchronizedList(new ArrayList<>());
    private final RunningParts parts = new RunningParts(new Console(new PrintStream(OutputStream.nullOutputStream())));

    @Test
    void parts_are_ended_before_what_they_depend_on_in_whatever_order_they_started() {
        List<CompletableFuture<AutoCloseable>> started = new ArrayList<>();
        for (Part part : List.of(Part.DATABASE, Part.API, Part.REDIS, Part.COLLECTOR, Part.KAFKA, Part.SIMULATOR)) {
            started.add(parts.start(part, "", () -> () -> ended.add(part)));
        }
        RunningParts.awaitReady(started);
        parts.close();
        parts.close();
        assertThat(ended).containsExactly(Part.values());
    }

    @Test
    void a_failure_is_reported_at_once_and_what_still_starts_is_ended_too() {
        CountDownLatch slow = new CountDownLatch(1);
        var database = parts.start(Part.DATABASE, "", () -> awaited(slow, () -> ended.add(Part.DATABASE)));
        var kafka = parts.start(Part.KAFKA, "", () -> {
            throw new PortTakenException(19092, "--kafka.port");
        });
        assertThatThrownBy(() -> RunningParts.awaitReady(List.of(database, kafka)))
                .isInstanceOf(PartFailedException.class)
                .hasRootCauseInstanceOf(PortTakenException.class);
        Thread closing = Thread.ofPlatform().start(parts::close);
        Awaitility.await().atMost(LIMIT).until(parts::isClosing);
        slow.countDown();
        Awaitility.await().atMost(LIMIT).until(() -> !closing.isAlive());
        assertThat(ended).containsExactly(Part.DATABASE);
    }

    @Test
    void nothing_starts_once_everything_is_being_ended() {
        parts.close();
        assertThatThrownBy(() -> parts.start(Part.API, "", () -> () -> {})).isInstanceOf(CancellationException.class);
    }

    @Test
    void one_that_does_not_end_in_order_does_not_keep_the_others() {
        var api = parts.start(Part.API, "", () -> () -> {
            throw new IllegalStateException("stuck");
        });
        var database = parts.start(Part.DATABASE, "", () -> () -> ended.add(Part.DATABASE));
        RunningParts.awaitReady(List.of(api, database));
        parts.close();
        assertThat(ended).containsExactly(Part.DATABASE);
    }

    private static AutoCloseable awaited(CountDownLatch latch, AutoCloseable server) {
        try {
            latch.await();
            return server;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
