package io.commerceroutes.routes.product;

import io.commerceroutes.domain.event.Identifiers;
import io.commerceroutes.domain.product.AdjustmentOutcome;
import io.commerceroutes.domain.product.Stock;
import io.commerceroutes.domain.product.StockAdjustment;
import io.commerceroutes.routes.http.Answer;
import io.commerceroutes.routes.http.ApiProblem;
import io.commerceroutes.routes.http.PathId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.apache.camel.Exchange;

/** Between HTTP and the stock ledger. */
public class StockEntry {
    private final Identifiers identifiers;
    private final Clock clock;

    public StockEntry(Identifiers identifiers, Clock clock) {
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** What POST /products/{productId}/stock takes: units that came in, or went out if negative, and why. */
    public record AdjustmentBody(
            @NotNull @Min(-Stock.UNITS_MAX) @Max(Stock.UNITS_MAX)
            Long delta,

            @NotBlank @Size(max = 200) String reason) {}

    record StockJson(long stock) {}

    StockAdjustment adjusting(Exchange exchange) {
        AdjustmentBody body = exchange.getMessage().getBody(AdjustmentBody.class);
        long productId = PathId.of(exchange.getMessage(), "productId", "PRODUCT");
        if (body.delta() == 0) {
            throw ApiProblem.invalid("delta", "must not be 0");
        }
        return new StockAdjustment(
                identifiers.next(), productId, body.delta(), body.reason().strip(), clock.instant());
    }

    void answerAdjusted(Exchange exchange) {
        Stock stock = switch (exchange.getMessage().getBody(AdjustmentOutcome.class)) {
            case AdjustmentOutcome.Adjusted adjusted -> adjusted.stock();
            case AdjustmentOutcome.UnknownProduct unknown -> throw ApiProblem.notFound("PRODUCT");
            case AdjustmentOutcome.OutOfStock out ->
                throw new ApiProblem(
                        409,
                        "OUT_OF_STOCK",
                        "The product has %d left.".formatted(out.stock().units()));
            case AdjustmentOutcome.TooMuch tooMuch ->
                throw ApiProblem.invalid(
                        "delta",
                        "would raise the stock of %d above %d"
                                .formatted(tooMuch.stock().units(), Stock.UNITS_MAX));
        };
        Answer.with(exchange, 200, new StockJson(stock.units()));
    }
}
