package io.commerceroutes.routes.product;

import static io.commerceroutes.routes.http.ApiErrors.API_ERRORS;

import io.commerceroutes.domain.product.StockLedger;
import io.commerceroutes.routes.http.RequestBody;
import io.commerceroutes.routes.product.StockEntry.AdjustmentBody;
import io.commerceroutes.routes.transaction.Transactions;
import org.apache.camel.builder.RouteBuilder;

/** POST /products/{productId}/stock: stock and its movement, with the reason, in one transaction. */
public class AdjustStockRoute extends RouteBuilder {
    public static final String ADJUST_STOCK = "adjust-stock";
    public static final String ADJUST_STOCK_TRANSACTION = "adjust-stock-transaction";
    private static final String COMMAND = "stock-adjustment";

    private final StockEntry entry;
    private final StockLedger stock;
    private final ProductEntry products;

    public AdjustStockRoute(StockEntry entry, StockLedger stock, ProductEntry products) {
        this.entry = entry;
        this.stock = stock;
        this.products = products;
    }

    @Override
    public void configure() {
        // spotless:off
        from("direct:" + ADJUST_STOCK)
            .routeId(ADJUST_STOCK)
            .routeDescription("Adjusts a product's stock for a reason.")
            .routeConfigurationId(API_ERRORS)
            .process(RequestBody::require).id("require-adjustment")
            .unmarshal().json(AdjustmentBody.class).id("read-adjustment")
            .to("bean-validator:adjustment").id("validate-adjustment")
            .setVariable(COMMAND).exchange(entry::adjusting).id("identify-adjustment")
            .to("direct:" + ADJUST_STOCK_TRANSACTION).id("adjust-in-one-transaction")
            .process(products::forgetNamed).id("forget-stock")
            .process(entry::answerAdjusted).id("answer-adjusted")
            .marshal().json().id("write-adjusted");

        from("direct:" + ADJUST_STOCK_TRANSACTION)
            .routeId(ADJUST_STOCK_TRANSACTION)
            .routeDescription("Changes the stock and writes its movement in one transaction.")
            .errorHandler(noErrorHandler())
            .transacted(Transactions.JDBC)
            .setBody(variable(COMMAND)).id("take-adjustment")
            .bean(stock, "adjust").id("adjust-and-note");
        // spotless:on
    }
}
