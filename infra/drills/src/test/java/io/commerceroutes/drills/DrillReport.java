package io.commerceroutes.drills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells of a payment drill, in Markdown: in a file named after it, its main figures also on the console. */
final class DrillReport {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    private final DrillPlan plan;
    private final long seed;
    private final GatewayScenario scenario;
    private final Violations violations;
    private final Optional<DrillOutcome> outcome;

    /** @param outcome empty if the drill broke off */
    DrillReport(
            DrillPlan plan,
            long seed,
            GatewayScenario scenario,
            Violations violations,
            Optional<DrillOutcome> outcome) {
        this.plan = plan;
        this.seed = seed;
        this.scenario = scenario;
        this.violations = violations;
        this.outcome = outcome;
    }

    void publish() {
        String figures = outcome.map(this::figures).orElse("");
        String text = "# %s, seed %d%n%n".formatted(plan.name(), seed) + asked() + figures + broken();
        Path file = Path.of(
                "target",
                "%s-%d.md".formatted(plan.name().toLowerCase(Locale.ROOT).replace(' ', '-'), seed));
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        System.out.printf("%s%s%nReport: %s%n", figures, broken(), file.toAbsolutePath());
    }

    private String asked() {
        return """
                ## Asked for

                %,d orders by card, %d a second, one in %d canceled within %d s; api instances: %d; \
                SIGKILLs of one: %d; outages of %d s: %d; all within %d min.

                Gateway%s: `%s`

                Each api with %s.

                """.formatted(
                        plan.orders(),
                        plan.ordersPerSecond(),
                        plan.canceledOneIn(),
                        plan.cancelWithin().toSeconds(),
                        plan.apis(),
                        plan.kills(),
                        plan.outage().toSeconds(),
                        plan.outages(),
                        plan.limit().toMinutes(),
                        plan.plainGateway() ? " of the plain contract" : "",
                        scenario.fields(),
                        settings(plan.apiSettings()));
    }

    private static String settings(Map<String, Object> own) {
        return own.isEmpty() ? "the shipped settings" : "`%s`".formatted(new TreeMap<>(own));
    }

    private String figures(DrillOutcome was) {
        LedgerFigures ledger = was.ledger();
        return """
                ## What happened

                %s
                Orders: %s, of them canceled by customers %d. Payments: %s. Attempts: %s.

                Gateway's ledger: %,d won captured, %,d refunded, %,d kept; %,d transactions of %,d orders, \
                %,d took money, %,d refunded; captured twice: %d orders, of them kept twice: %d. \
                Refunds listed for a person: %d, %,d won.

                Time to certainty: p50 %.1f s, p99 %.1f s, longest %.1f s, of %,d payments \
                (metric since the last starts: %s).

                Took %d s from the first order until nothing was undecided.

                """.formatted(
                disturbances(was),
                counts(was.orders()),
                was.canceled(),
                counts(was.payments()),
                counts(was.attempts()),
                ledger.captured(),
                ledger.refunded(),
                ledger.captured() - ledger.refunded(),
                ledger.transactions(),
                ledger.orders(),
                ledger.successes(),
                ledger.refunds(),
                ledger.twice(),
                ledger.twiceKept(),
                was.listed().won().size(),
                was.listed().won().values().stream().mapToLong(Long::longValue).sum(),
                was.certainty().seconds(50),
                was.certainty().seconds(99),
                was.certainty().seconds(100),
                was.certainty().shortestFirst().size(),
                was.certaintyMetric(),
                was.duration().toSeconds());
    }

    private static String disturbances(DrillOutcome was) {
        return was.disturbances().stream()
                .map(done -> "- %s, at order %,d: %s, over after %.1f s%n"
                        .formatted(
                                CLOCK.format(done.at()),
                                done.order(),
                                done.what(),
                                done.took().toMillis() / 1e3))
                .collect(Collectors.joining());
    }

    private static String counts(List<Map.Entry<String, Long>> counts) {
        return counts.stream()
                .map(count -> "%s %,d".formatted(count.getKey(), count.getValue()))
                .collect(Collectors.joining(", "));
    }

    private String broken() {
        StringBuilder text = new StringBuilder("## Violations\n\n");
        for (Promise promise : Promise.values()) {
            List<String> found = violations.of(promise);
            text.append("- %s: %s\n".formatted(promise.sentence(), found.isEmpty() ? "holds" : "BROKEN"));
            found.forEach(violation -> text.append("  - ").append(violation).append('\n'));
        }
        return text.toString();
    }
}
