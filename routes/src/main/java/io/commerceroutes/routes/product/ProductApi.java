package io.commerceroutes.routes.product;

import static io.commerceroutes.routes.event.RelayOutboxRoute.WAKE_RELAY;
import static io.commerceroutes.routes.http.ApiErrors.API_ERRORS;
import static io.commerceroutes.routes.product.PublishViewRoute.VIEWED;

import io.commerceroutes.domain.product.Catalogue;
import io.commerceroutes.routes.http.RequestBody;
import io.commerceroutes.routes.product.ProductEntry.NewProductBody;
import io.commerceroutes.routes.transaction.Transactions;
import org.apache.camel.builder.RouteBuilder;

/** The catalogue over HTTP. Reading a product counts as one view. */
public class ProductApi extends RouteBuilder {
    public static final String SHOW_PRODUCT = "show-product";
    public static final String LIST_PRODUCTS = "list-products";
    public static final String ADD_PRODUCT = "add-product";
    public static final String ADD_PRODUCT_TRANSACTION = "add-product-transaction";
    private static final String COMMAND = "new-product";

    private final ProductEntry entry;
    private final Catalogue catalogue;

    public ProductApi(ProductEntry entry, Catalogue catalogue) {
        this.entry = entry;
        this.catalogue = catalogue;
    }

    @Override
    public void configure() {
        // spotless:off
        rest("/api/v1/products")
            .get().id("get-products").to("direct:" + LIST_PRODUCTS)
            .get("/{productId}").id("get-product").to("direct:" + SHOW_PRODUCT)
            .post().id("post-products").consumes("application/json").to("direct:" + ADD_PRODUCT);

        from("direct:" + SHOW_PRODUCT)
            .routeId(SHOW_PRODUCT)
            .routeConfigurationId(API_ERRORS)
            .process(entry::answerFound).id("find-product")
            .to(VIEWED).id("hand-over-view")
            .marshal().json().id("write-product");

        from("direct:" + LIST_PRODUCTS)
            .routeId(LIST_PRODUCTS)
            .routeConfigurationId(API_ERRORS)
            .process(entry::answerPage).id("find-products")
            .marshal().json().id("write-products");

        from("direct:" + ADD_PRODUCT)
            .routeId(ADD_PRODUCT)
            .routeConfigurationId(API_ERRORS)
            .process(RequestBody::require).id("require-new-product")
            .unmarshal().json(NewProductBody.class).id("read-new-product")
            .to("bean-validator:product").id("validate-new-product")
            .setVariable(COMMAND).body(NewProductBody.class, entry::adding).id("identify-new-product")
            .to("direct:" + ADD_PRODUCT_TRANSACTION).id("add-in-one-transaction")
            .process(entry::answerAdded).id("answer-added")
            .marshal().json().id("write-added")
            .to(WAKE_RELAY).id("wake-relay-after-add");

        from("direct:" + ADD_PRODUCT_TRANSACTION)
            .routeId(ADD_PRODUCT_TRANSACTION)
            .errorHandler(noErrorHandler())
            .transacted(Transactions.JPA)
            .setBody(variable(COMMAND)).id("take-new-product")
            .bean(catalogue, "add").id("add-product");
        // spotless:on
    }
}
