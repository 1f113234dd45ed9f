package io.commerceroutes.routes.point;

import io.commerceroutes.domain.event.Identifiers;
import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.point.PointCharge;
import io.commerceroutes.domain.point.PointLedger;
import io.commerceroutes.domain.point.PointMovement;
import io.commerceroutes.routes.http.Answer;
import io.commerceroutes.routes.http.ApiProblem;
import io.commerceroutes.routes.http.Caller;
import io.commerceroutes.routes.http.Page;
import io.commerceroutes.routes.http.PageRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.Exchange;

/** Between HTTP and the points' flows. */
public class PointEntry {
    private static final long CHARGE_MAX = 1_000_000_000_000L;

    private final Caller caller;
    private final Identifiers identifiers;
    private final Clock clock;
    private final PointLedger points;

    public PointEntry(Caller caller, Identifiers identifiers, Clock clock, PointLedger points) {
        this.caller = caller;
        this.identifiers = identifiers;
        this.clock = clock;
        this.points = points;
    }

    /** What POST /points/charge takes, in won. */
    public record ChargeBody(
            @NotNull @Positive @Max(CHARGE_MAX) Long amount) {}

    record Balance(long balance) {}

    record Movement(PointMovement.Kind kind, long delta, String orderId, Instant at) {
        static Movement of(PointMovement movement) {
            return new Movement(
                    movement.kind(), movement.delta(), movement.orderId().orElse(null), movement.at());
        }
    }

    PointCharge charging(ChargeBody body) {
        return new PointCharge(identifiers.next(), caller.userId(), Money.of(body.amount()), clock.instant());
    }

    void answerCharged(Exchange exchange) {
        answerBalance(exchange, exchange.getMessage().getBody(Optional.class));
    }

    void answerOwnBalance(Exchange exchange) {
        answerBalance(exchange, points.balance(caller.userId()));
    }

    private static void answerBalance(Exchange exchange, Optional<?> balance) {
        Money money = (Money) balance.orElseThrow(() -> ApiProblem.notFound("USER"));
        Answer.with(exchange, 200, new Balance(money.won()));
    }

    void answerOwnHistory(Exchange exchange) {
        PageRequest page = PageRequest.of(exchange.getMessage());
        long userId = caller.userId();
        var movements = points.history(userId, page.offset(), page.size()).stream()
                .map(Movement::of)
                .toList();
        Answer.with(exchange, 200, Page.of(movements, page, points.countHistory(userId)));
    }
}
