package io.commerceroutes.routes.product;

import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.product.ChangeOutcome;
import io.commerceroutes.domain.product.ChangeProduct;
import io.commerceroutes.domain.product.NewProduct;
import io.commerceroutes.domain.product.Product;
import io.commerceroutes.domain.product.Stock;
import io.commerceroutes.routes.http.Answer;
import io.commerceroutes.routes.http.ApiProblem;
import io.commerceroutes.routes.http.PathId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Optional;
import org.apache.camel.Exchange;

/** Between HTTP and the catalogue, for those who sell. */
public class CatalogueEntry {
    private static final long PRICE_MAX = 1_000_000_000_000L;
    private static final int NAME_CHARS_MAX = 200;

    private final Clock clock;

    public CatalogueEntry(Clock clock) {
        this.clock = clock;
    }

    /** What POST /products takes; the price in won. */
    public record NewProductBody(
            @NotBlank @Size(max = NAME_CHARS_MAX) String name,
            @NotNull @PositiveOrZero @Max(PRICE_MAX) Long price,
            @NotNull @Positive Long brandId,
            @NotNull @PositiveOrZero @Max(Stock.UNITS_MAX) Long stock) {}

    /** What PUT /products/{productId} takes; the price in won. */
    public record ChangeProductBody(
            @NotBlank @Size(max = NAME_CHARS_MAX) String name,
            @NotNull @PositiveOrZero @Max(PRICE_MAX) Long price,
            @NotNull @Positive Long brandId) {}

    NewProduct adding(NewProductBody body) {
        return new NewProduct(
                body.name().strip(), Money.of(body.price()), body.brandId(), new Stock(body.stock()), clock.instant());
    }

    void answerAdded(Exchange exchange) {
        Optional<?> added = exchange.getMessage().getBody(Optional.class);
        Product product = (Product) added.orElseThrow(() -> ApiProblem.notFound("BRAND"));
        Answer.created(exchange, 201, "/api/v1/products/" + product.productId(), ProductJson.of(product));
    }

    ChangeProduct changing(Exchange exchange) {
        ChangeProductBody body = exchange.getMessage().getBody(ChangeProductBody.class);
        long productId = PathId.of(exchange.getMessage(), "productId", "PRODUCT");
        return new ChangeProduct(
                productId, body.name().strip(), Money.of(body.price()), body.brandId(), clock.instant());
    }

    void answerChanged(Exchange exchange) {
        ChangeOutcome outcome = exchange.getMessage().getBody(ChangeOutcome.class);
        Product product = switch (outcome) {
            case ChangeOutcome.Changed changed -> changed.product();
            case ChangeOutcome.UnknownProduct unknown -> throw ApiProblem.notFound("PRODUCT");
            case ChangeOutcome.UnknownBrand unknown -> throw ApiProblem.notFound("BRAND");
        };
        Answer.with(exchange, 200, ProductJson.of(product));
    }
}
