package io.commerceroutes.routes.product;

import io.commerceroutes.domain.product.Product;
import io.commerceroutes.domain.product.ProductPage;
import io.commerceroutes.domain.product.ProductQuery;
import io.commerceroutes.domain.product.Storefront;
import io.commerceroutes.routes.http.Answer;
import io.commerceroutes.routes.http.ApiProblem;
import io.commerceroutes.routes.http.Page;
import io.commerceroutes.routes.http.PageRequest;
import io.commerceroutes.routes.http.PathId;
import org.apache.camel.Exchange;

/** Between HTTP and the storefront. */
public class ProductEntry {
    private final Storefront storefront;

    public ProductEntry(Storefront storefront) {
        this.storefront = storefront;
    }

    void answerFound(Exchange exchange) {
        long productId = PathId.of(exchange.getMessage(), "productId", "PRODUCT");
        Product product = storefront.find(productId).orElseThrow(() -> ApiProblem.notFound("PRODUCT"));
        Answer.with(exchange, 200, ProductJson.of(product));
    }

    /** After a change of the product that is answered with. */
    void forgetAnswered(Exchange exchange) {
        storefront.forget(exchange.getMessage().getBody(ProductJson.class).productId());
    }

    /** After a change of what the path names. */
    void forgetNamed(Exchange exchange) {
        storefront.forget(PathId.of(exchange.getMessage(), "productId", "PRODUCT"));
    }

    void answerPage(Exchange exchange) {
        ProductQuery query = ProductListRequest.of(exchange.getMessage());
        ProductPage found = storefront.list(query);
        var products = found.products().stream().map(ProductJson::of).toList();
        Answer.with(exchange, 200, Page.of(products, new PageRequest(query.page(), query.size()), found.totalCount()));
    }
}
