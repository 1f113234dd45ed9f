package io.commerceroutes.routes.order;

import io.commerceroutes.domain.metrics.BusinessCalendar;
import io.commerceroutes.domain.order.OrderFilter;
import io.commerceroutes.domain.order.OrderList;
import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.routes.http.Answer;
import io.commerceroutes.routes.http.ApiProblem;
import io.commerceroutes.routes.http.Caller;
import io.commerceroutes.routes.http.MomentText;
import io.commerceroutes.routes.http.Page;
import io.commerceroutes.routes.http.PageRequest;
import io.commerceroutes.routes.http.Problem.FieldError;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Reads which of their orders customers ask for. Both {@code from} and {@code to} are inclusive, and either is a time
 * with offset or a date: a business day, whole.
 */
public class OrderListEntry {
    private static final int YEAR_FIRST = 2000;
    private static final int YEAR_LAST = 2099;
    private static final String MOMENT_MESSAGE =
            "must be a date or a time with offset (ISO 8601) from %d to %d".formatted(YEAR_FIRST, YEAR_LAST);

    private final Caller caller;
    private final OrderList orders;
    private final BusinessCalendar calendar;

    public OrderListEntry(Caller caller, OrderList orders, BusinessCalendar calendar) {
        this.caller = caller;
        this.orders = orders;
        this.calendar = calendar;
    }

    /** Moments from one, inclusive, until another, exclusive. */
    private record Span(Instant from, Instant until) {}

    void answerOwn(Exchange exchange) {
        PageRequest page = PageRequest.of(exchange.getMessage());
        OrderList.Page found = orders.page(filter(exchange.getMessage()), page.offset(), page.size());
        Answer.with(
                exchange,
                200,
                Page.of(found.orders().stream().map(OrderJson::of).toList(), page, found.totalCount()));
    }

    private OrderFilter filter(Message request) {
        List<FieldError> errors = new ArrayList<>();
        Optional<Instant> from = span(request, "from", errors).map(Span::from);
        Optional<Instant> until = span(request, "to", errors).map(Span::until);
        Optional<OrderStatus> status = status(request, errors);
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            errors.add(new FieldError("from", "must not lie after to"));
        }
        if (!errors.isEmpty()) {
            throw ApiProblem.invalid(errors);
        }
        return new OrderFilter(caller.userId(), status, from, until);
    }

    private Optional<Span> span(Message request, String field, List<FieldError> errors) {
        Object given = request.getHeader(field);
        if (given == null) {
            return Optional.empty();
        }
        // A plus sign that a client has not escaped arrives as a space.
        String text = given.toString().replace(' ', '+');
        Optional<Span> span = day(text).or(() -> moment(text));
        if (span.isEmpty()) {
            errors.add(new FieldError(field, MOMENT_MESSAGE));
        }
        return span;
    }

    private Optional<Span> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text))
                    .filter(day -> day.getYear() >= YEAR_FIRST && day.getYear() <= YEAR_LAST)
                    .map(day -> new Span(calendar.startOf(day), calendar.startOf(day.plusDays(1))));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private static Optional<Span> moment(String text) {
        return MomentText.parse(text).map(moment -> new Span(moment, moment.plus(1, ChronoUnit.MICROS)));
    }

    private static Optional<OrderStatus> status(Message request, List<FieldError> errors) {
        Object given = request.getHeader("status");
        Optional<OrderStatus> status = Arrays.stream(OrderStatus.values())
                .filter(known -> known.name().equals(String.valueOf(given)))
                .findFirst();
        if (given != null && status.isEmpty()) {
            errors.add(new FieldError("status", "must be one of " + Arrays.toString(OrderStatus.values())));
        }
        return status;
    }
}
