package io.commerceroutes.routes.product;

import static io.commerceroutes.routes.http.ApiErrors.API_ERRORS;
import static io.commerceroutes.routes.product.AddProductRoute.ADD_PRODUCT;
import static io.commerceroutes.routes.product.AdjustStockRoute.ADJUST_STOCK;
import static io.commerceroutes.routes.product.ChangeProductRoute.CHANGE_PRODUCT;
import static io.commerceroutes.routes.product.LikeProductRoute.LIKE_PRODUCT;
import static io.commerceroutes.routes.product.LikeProductRoute.UNLIKE_PRODUCT;
import static io.commerceroutes.routes.product.PublishViewRoute.HAND_OVER_VIEW;

import io.commerceroutes.routes.product.CatalogueEntry.ChangeProductBody;
import io.commerceroutes.routes.product.CatalogueEntry.NewProductBody;
import io.commerceroutes.routes.product.LikeEntry.LikeJson;
import io.commerceroutes.routes.product.StockEntry.AdjustmentBody;
import io.commerceroutes.routes.product.StockEntry.StockJson;
import org.apache.camel.builder.RouteBuilder;

/** The catalogue over HTTP. Reading a product counts as one view. */
public class ProductApi extends RouteBuilder {
    public static final String SHOW_PRODUCT = "show-product";
    public static final String LIST_PRODUCTS = "list-products";

    private final ProductEntry entry;

    public ProductApi(ProductEntry entry) {
        this.entry = entry;
    }

    @Override
    public void configure() {
        // spotless:off
        rest("/api/v1/products").tag("Products")
            .get().id("get-products").outType(ProductJson[].class).to("direct:" + LIST_PRODUCTS)
            .get("/{productId}").id("get-product").outType(ProductJson.class).to("direct:" + SHOW_PRODUCT)
            .post().id("post-products").type(NewProductBody.class).outType(ProductJson.class).consumes("application/json").to("direct:" + ADD_PRODUCT)
            .put("/{productId}").id("put-product").type(ChangeProductBody.class).outType(ProductJson.class).consumes("application/json").to("direct:" + CHANGE_PRODUCT)
            .post("/{productId}/stock").id("post-product-stock").type(AdjustmentBody.class).outType(StockJson.class).consumes("application/json").to("direct:" + ADJUST_STOCK)
            .post("/{productId}/likes").id("post-product-likes").outType(LikeJson.class).to("direct:" + LIKE_PRODUCT)
            .delete("/{productId}/likes").id("delete-product-likes").outType(LikeJson.class).to("direct:" + UNLIKE_PRODUCT);

        from("direct:" + SHOW_PRODUCT)
            .routeId(SHOW_PRODUCT)
            .routeDescription("Shows a product, and has the view counted.")
            .routeConfigurationId(API_ERRORS)
            .process(entry::answerFound).id("find-product")
            .to("direct:" + HAND_OVER_VIEW).id("hand-over-view-of-product")
            .marshal().json().id("write-product");

        from("direct:" + LIST_PRODUCTS)
            .routeId(LIST_PRODUCTS)
            .routeDescription("Shows a page of products.")
            .routeConfigurationId(API_ERRORS)
            .process(entry::answerPage).id("find-products")
            .marshal().json().id("write-products");
        // spotless:on
    }
}
