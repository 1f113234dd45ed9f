package io.commerceroutes.routes.product;

import static io.commerceroutes.routes.event.RelayOutboxRoute.WAKE_RELAY;
import static io.commerceroutes.routes.http.ApiErrors.API_ERRORS;

import io.commerceroutes.domain.product.Catalogue;
import io.commerceroutes.routes.http.RequestBody;
import io.commerceroutes.routes.product.CatalogueEntry.NewProductBody;
import io.commerceroutes.routes.transaction.Transactions;
import org.apache.camel.builder.RouteBuilder;

/** POST /products: the product, its first stock movement and its event in one transaction. */
public class AddProductRoute extends RouteBuilder {
    public static final String ADD_PRODUCT = "add-product";
    public static final String ADD_PRODUCT_TRANSACTION = "add-product-transaction";
    private static final String COMMAND = "new-product";

    private final CatalogueEntry entry;
    private final Catalogue catalogue;
    private final ProductEntry products;

    public AddProductRoute(CatalogueEntry entry, Catalogue catalogue, ProductEntry products) {
        this.entry = entry;
        this.catalogue = catalogue;
        this.products = products;
    }

    @Override
    public void configure() {
        // spotless:off
        from("direct:" + ADD_PRODUCT)
            .routeId(ADD_PRODUCT)
            .routeDescription("Adds a product with its first stock.")
            .routeConfigurationId(API_ERRORS)
            .process(RequestBody::require).id("require-new-product")
            .unmarshal().json(NewProductBody.class).id("read-new-product")
            .to("bean-validator:product").id("validate-new-product")
            .setVariable(COMMAND).body(NewProductBody.class, entry::adding).id("identify-new-product")
            .to("direct:" + ADD_PRODUCT_TRANSACTION).id("add-in-one-transaction")
            .process(entry::answerAdded).id("answer-added")
            .process(products::forgetAnswered).id("forget-that-it-was-missing")
            .marshal().json().id("write-added")
            .to(WAKE_RELAY).id("wake-relay-after-add");

        from("direct:" + ADD_PRODUCT_TRANSACTION)
            .routeId(ADD_PRODUCT_TRANSACTION)
            .routeDescription("Writes the product, its stock and its event in one transaction.")
            .errorHandler(noErrorHandler())
            .transacted(Transactions.JDBC)
            .setBody(variable(COMMAND)).id("take-new-product")
            .bean(catalogue, "add").id("add-product");
        // spotless:on
    }
}
