package io.commerceroutes.routes.metrics;

import io.commerceroutes.domain.metrics.DayCount;
import io.commerceroutes.domain.metrics.DeadLetters;
import io.commerceroutes.domain.metrics.ProductMetrics;
import io.commerceroutes.routes.http.Answer;
import io.commerceroutes.routes.http.ApiProblem;
import io.commerceroutes.routes.http.Page;
import io.commerceroutes.routes.http.PageRequest;
import io.commerceroutes.routes.http.PathId;
import io.commerceroutes.routes.ranking.RequestedWindow;
import java.time.LocalDate;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Reads what is asked about counts and dead letters, and answers it. */
public class MetricsEntry {
    private static final int DAYS_DEFAULT = 30;
    private static final int DAYS_MAX = 400;

    private final ProductMetrics metrics;
    private final DeadLetters deadLetters;
    private final RequestedWindow requested;

    public MetricsEntry(ProductMetrics metrics, DeadLetters deadLetters, RequestedWindow requested) {
        this.metrics = metrics;
        this.deadLetters = deadLetters;
        this.requested = requested;
    }

    /** One product's counts, day by day; days without counts are left out. */
    record MetricsView(long productId, LocalDate from, LocalDate to, List<ProductDay> items) {}

    /** One day's counts. */
    record ProductDay(
            LocalDate date, long views, long likes, long ordersCreated, long salesQuantity, long salesAmount) {
        static ProductDay of(DayCount day) {
            return new ProductDay(
                    day.day(),
                    day.counts().views(),
                    day.counts().likes(),
                    day.counts().ordersCreated(),
                    day.counts().salesQuantity(),
                    day.counts().salesAmount());
        }
    }

    void answerProduct(Exchange exchange) {
        Message message = exchange.getMessage();
        long productId = PathId.of(message, "productId", "PRODUCT");
        LocalDate to = requested.day("to", message.getHeader("to", String.class), requested.today());
        LocalDate from =
                requested.day("from", message.getHeader("from", String.class), to.minusDays(DAYS_DEFAULT - 1L));
        if (from.isAfter(to) || from.isBefore(to.minusDays(DAYS_MAX))) {
            throw ApiProblem.invalid(
                    "from", "must not lie after to, nor more than %d days before it".formatted(DAYS_MAX));
        }
        List<ProductDay> days = metrics.ofProduct(productId, from, to).stream()
                .map(ProductDay::of)
                .toList();
        Answer.with(exchange, 200, new MetricsView(productId, from, to, days));
    }

    void answerDeadLetters(Exchange exchange) {
        PageRequest request = PageRequest.of(exchange.getMessage());
        DeadLetters.Page page = deadLetters.page(request.page(), request.size());
        Answer.with(exchange, 200, Page.of(page.items(), request, page.totalCount()));
    }
}
