package io.commerceroutes.routes.audit;

import io.commerceroutes.routes.observation.Figure;
import io.commerceroutes.routes.observation.Figures;
import java.util.List;
import java.util.Map;

/** What an audit found: one entry per invariant, and whether all of them hold. */
public record AuditReport(boolean ok, List<Invariant> invariants) {
    private static final int EXAMPLES_MAX = 10;

    /**
     * One invariant.
     *
     * @param checked how many things were looked at
     * @param violations how many of them break it, counted up to the query's limit
     */
    public record Invariant(String name, long checked, long violations, List<Example> examples) {

        /** Reads the rows of an audit query: {@code finding}, {@code subject}, {@code detail}. */
        public static Invariant of(String name, List<Map<String, Object>> rows) {
            long checked = rows.stream()
                    .filter(row -> "checked".equals(row.get("finding")))
                    .mapToLong(row -> Long.parseLong(row.get("detail").toString()))
                    .sum();
            List<Example> violations = rows.stream()
                    .filter(row -> "violation".equals(row.get("finding")))
                    .map(row -> new Example(
                            row.get("subject").toString(), row.get("detail").toString()))
                    .toList();
            return of(name, checked, violations);
        }

        /** @param violations all that were found, of which some are shown */
        static Invariant of(String name, long checked, List<Example> violations) {
            return new Invariant(
                    name,
                    checked,
                    violations.size(),
                    violations.stream().limit(EXAMPLES_MAX).toList());
        }
    }

    /** One thing that breaks an invariant, and how. */
    public record Example(String subject, String detail) {}

    public static AuditReport of(List<Invariant> invariants) {
        return new AuditReport(invariants.stream().allMatch(invariant -> invariant.violations() == 0), invariants);
    }

    /** Tells operators how often each invariant is broken. */
    public void show(Figures figures) {
        figures.observed(
                "audit",
                invariants.stream()
                        .map(invariant ->
                                new Figure("commerce.invariant.violations", invariant.name(), invariant.violations()))
                        .toList());
    }
}
