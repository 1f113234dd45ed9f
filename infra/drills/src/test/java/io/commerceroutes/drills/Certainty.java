package io.commerceroutes.drills;

import io.commerceroutes.local.platform.Exposition;
import io.commerceroutes.local.platform.ShopClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long after their orders payments were certain: APPROVED, DECLINED or EXPIRED, which is what
 * commerce_payment_certainty_seconds measures.
 *
 * @param shortestFirst of all orders by card for which one of these came to be
 */
record Certainty(List<Duration> shortestFirst) {
    private static final String METRIC = "commerce_payment_certainty_seconds";
    private static final String TIMES = """
            SELECT TIMESTAMPDIFF(MICROSECOND, o.created_at, e.created_at) AS micros
            FROM payment_event e JOIN orders o ON o.id = e.order_id JOIN payment p ON p.order_id = e.order_id
            WHERE p.method = 'CARD' AND e.type IN ('PaymentApproved', 'PaymentDeclined', 'PaymentExpired')
            ORDER BY micros""";

    static Certainty of(JdbcTemplate commerce) {
        return new Certainty(commerce.queryForList(TIMES, Long.class).stream()
                .map(micros -> Duration.ofNanos(micros * 1_000))
                .toList());
    }

    /** @param percent of the payments that were certain by then */
    double seconds(int percent) {
        if (shortestFirst.isEmpty()) {
            return 0;
        }
        int index = Math.min(shortestFirst.size() - 1, shortestFirst.size() * percent / 100);
        return shortestFirst.get(index).toMillis() / 1e3;
    }

    /** What the metric of the running instances says, which begins anew with each start of one. */
    static String metric(List<ShopClient> instances) {
        TreeMap<Double, Double> within = new TreeMap<>();
        double count = 0;
        double sum = 0;
        for (ShopClient instance : instances) {
            Exposition shown = Exposition.of(instance.baseUrl());
            count += shown.sum(METRIC + "_count", Map.of());
            sum += shown.sum(METRIC + "_sum", Map.of());
            shown.startingWith(METRIC + "_bucket").stream()
                    .filter(bucket -> !bucket.labels().get("le").equals("+Inf"))
                    .forEach(bucket ->
                            within.merge(Double.valueOf(bucket.labels().get("le")), bucket.value(), Double::sum));
        }
        return "%.0f payments, mean %.1f s, p50 %s, p99 %s"
                .formatted(
                        count, count == 0 ? 0 : sum / count, bound(within, count * 0.5), bound(within, count * 0.99));
    }

    private static String bound(TreeMap<Double, Double> within, double wanted) {
        return within.entrySet().stream()
                .filter(bucket -> bucket.getValue() >= wanted)
                .findFirst()
                .map(bucket -> "within %.0f s".formatted(bucket.getKey()))
                .orElse("beyond its steps");
    }
}
