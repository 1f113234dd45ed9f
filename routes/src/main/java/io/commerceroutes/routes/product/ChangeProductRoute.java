package io.commerceroutes.routes.product;

import static io.commerceroutes.routes.event.RelayOutboxRoute.WAKE_RELAY;
import static io.commerceroutes.routes.http.ApiErrors.API_ERRORS;

import io.commerceroutes.domain.product.Catalogue;
import io.commerceroutes.routes.http.RequestBody;
import io.commerceroutes.routes.product.CatalogueEntry.ChangeProductBody;
import io.commerceroutes.routes.transaction.Transactions;
import org.apache.camel.builder.RouteBuilder;

/** PUT /products/{productId}: name, price and brand, with an event in the same transaction if one of them is new. */
public class ChangeProductRoute extends RouteBuilder {
    public static final String CHANGE_PRODUCT = "change-product";
    public static final String CHANGE_PRODUCT_TRANSACTION = "change-product-transaction";
    private static final String COMMAND = "changed-product";

    private final CatalogueEntry entry;
    private final Catalogue catalogue;
    private final ProductEntry products;

    public ChangeProductRoute(CatalogueEntry entry, Catalogue catalogue, ProductEntry products) {
        this.entry = entry;
        this.catalogue = catalogue;
        this.products = products;
    }

    @Override
    public void configure() {
        // spotless:off
        from("direct:" + CHANGE_PRODUCT)
            .routeId(CHANGE_PRODUCT)
            .routeDescription("Changes a product.")
            .routeConfigurationId(API_ERRORS)
            .process(RequestBody::require).id("require-change")
            .unmarshal().json(ChangeProductBody.class).id("read-change")
            .to("bean-validator:change").id("validate-change")
            .setVariable(COMMAND).exchange(entry::changing).id("identify-change")
            .to("direct:" + CHANGE_PRODUCT_TRANSACTION).id("change-in-one-transaction")
            .process(entry::answerChanged).id("answer-changed")
            .process(products::forgetAnswered).id("forget-as-it-was")
            .marshal().json().id("write-changed")
            .to(WAKE_RELAY).id("wake-relay-after-change");

        from("direct:" + CHANGE_PRODUCT_TRANSACTION)
            .routeId(CHANGE_PRODUCT_TRANSACTION)
            .routeDescription("Writes the change and its event in one transaction.")
            .errorHandler(noErrorHandler())
            .transacted(Transactions.JDBC)
            .setBody(variable(COMMAND)).id("take-change")
            .bean(catalogue, "change").id("change-product-and-tell");
        // spotless:on
    }
}
