package io.commerceroutes.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What the person in front of the terminal is told, a line at a time. */
final class Console {
    private final PrintStream out;

    Console(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        out.println(line);
    }

    void starting(Part part, String address) {
        say("  %-18s  %s … starting".formatted(part.title(), address));
    }

    void ready(Part part, String address, Duration taken) {
        say("  %-18s  %s … ready in %s".formatted(part.title(), address, seconds(taken)));
    }

    void closed(Part part, Duration taken) {
        say("  %-18s  ended in %s".formatted(part.title(), seconds(taken)));
    }

    private static String seconds(Duration taken) {
        return String.format(Locale.ROOT, "%.1f s", taken.toMillis() / 1_000.0);
    }
}
