package io.commerceroutes.routes.product;

import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.product.Catalogue;
import io.commerceroutes.domain.product.NewProduct;
import io.commerceroutes.domain.product.Product;
import io.commerceroutes.domain.product.Stock;
import io.commerceroutes.routes.http.Answer;
import io.commerceroutes.routes.http.ApiProblem;
import io.commerceroutes.routes.http.Page;
import io.commerceroutes.routes.http.PageRequest;
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

/** Between HTTP and the catalogue. */
public class ProductEntry {
    private static final long PRICE_MAX = 1_000_000_000_000L;
    private static final long STOCK_MAX = 1_000_000_000L;

    private final Catalogue catalogue;
    private final Clock clock;

    public ProductEntry(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** What POST /products takes; the price in won. */
    public record NewProductBody(
            @NotBlank @Size(max = 200) String name,
            @NotNull @PositiveOrZero @Max(PRICE_MAX) Long price,
            @NotNull @Positive Long brandId,
            @NotNull @PositiveOrZero @Max(STOCK_MAX) Long stock) {}

    record Brand(long brandId, String name) {}

    record ProductJson(long productId, String name, long price, long stock, long likes, Brand brand) {
        static ProductJson of(Product product) {
            return new ProductJson(
                    product.productId(),
                    product.name(),
                    product.price().won(),
                    product.stock(),
                    product.likes(),
                    new Brand(product.brandId(), product.brandName()));
        }
    }

    NewProduct adding(NewProductBody body) {
        return new NewProduct(
                body.name().strip(), Money.of(body.price()), body.brandId(), new Stock(body.stock()), clock.instant());
    }

    void answerAdded(Exchange exchange) {
        Optional<?> added = exchange.getMessage().getBody(Optional.class);
        Product product = (Product) added.orElseThrow(() -> ApiProblem.notFound("BRAND"));
        Answer.created(exchange, 201, "/api/v1/products/" + product.productId(), ProductJson.of(product));
    }

    void answerFound(Exchange exchange) {
        long productId = PathId.of(exchange.getMessage(), "productId", "PRODUCT");
        Product product = catalogue.find(productId).orElseThrow(() -> ApiProblem.notFound("PRODUCT"));
        Answer.with(exchange, 200, ProductJson.of(product));
    }

    void answerPage(Exchange exchange) {
        PageRequest page = PageRequest.of(exchange.getMessage());
        var products = catalogue.list(page.page(), page.size()).stream()
                .map(ProductJson::of)
                .toList();
        Answer.with(exchange, 200, Page.of(products, page, catalogue.count()));
    }
}
