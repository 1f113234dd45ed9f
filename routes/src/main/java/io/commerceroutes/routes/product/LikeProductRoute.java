package io.commerceroutes.routes.product;

import static io.commerceroutes.routes.event.RelayOutboxRoute.WAKE_RELAY;
import static io.commerceroutes.routes.http.ApiErrors.API_ERRORS;

import io.commerceroutes.domain.product.Likes;
import io.commerceroutes.routes.transaction.Transactions;
import org.apache.camel.builder.RouteBuilder;

/**
 * POST and DELETE /products/{productId}/likes: the like, the product's count and the event in one transaction. However
 * often it is said, it counts once.
 */
public class LikeProductRoute extends RouteBuilder {
    public static final String LIKE_PRODUCT = "like-product";
    public static final String LIKE_PRODUCT_TRANSACTION = "like-product-transaction";
    public static final String UNLIKE_PRODUCT = "unlike-product";
    public static final String UNLIKE_PRODUCT_TRANSACTION = "unlike-product-transaction";
    private static final String COMMAND = "like";

    private final LikeEntry entry;
    private final Likes likes;
    private final ProductEntry products;

    public LikeProductRoute(LikeEntry entry, Likes likes, ProductEntry products) {
        this.entry = entry;
        this.likes = likes;
        this.products = products;
    }

    @Override
    public void configure() {
        // spotless:off
        from("direct:" + LIKE_PRODUCT)
            .routeId(LIKE_PRODUCT)
            .routeDescription("Has a customer like a product, however often it is asked to.")
            .routeConfigurationId(API_ERRORS)
            .setVariable(COMMAND).exchange(entry::liking).id("identify-like")
            .to("direct:" + LIKE_PRODUCT_TRANSACTION).id("like-in-one-transaction")
            .filter(body().isEqualTo(true)).id("if-new-like")
                .process(products::forgetNamed).id("forget-likes-before")
                .to(WAKE_RELAY).id("wake-relay-after-like")
            .end()
            .process(entry::answerLiked).id("answer-liked")
            .marshal().json().id("write-liked");

        from("direct:" + LIKE_PRODUCT_TRANSACTION)
            .routeId(LIKE_PRODUCT_TRANSACTION)
            .routeDescription("Writes the like, its count and its event in one transaction.")
            .errorHandler(noErrorHandler())
            .transacted(Transactions.JDBC)
            .setBody(variable(COMMAND)).id("take-like")
            .bean(likes, "like").id("like-and-tell");

        from("direct:" + UNLIKE_PRODUCT)
            .routeId(UNLIKE_PRODUCT)
            .routeDescription("Takes a customer's like back, however often it is asked to.")
            .routeConfigurationId(API_ERRORS)
            .setVariable(COMMAND).exchange(entry::liking).id("identify-unlike")
            .to("direct:" + UNLIKE_PRODUCT_TRANSACTION).id("unlike-in-one-transaction")
            .filter(body().isEqualTo(true)).id("if-end-of-like")
                .process(products::forgetNamed).id("forget-likes-until-now")
                .to(WAKE_RELAY).id("wake-relay-after-unlike")
            .end()
            .process(entry::answerUnliked).id("answer-unliked")
            .marshal().json().id("write-unliked");

        from("direct:" + UNLIKE_PRODUCT_TRANSACTION)
            .routeId(UNLIKE_PRODUCT_TRANSACTION)
            .routeDescription("Takes the like, its count and an event back in one transaction.")
            .errorHandler(noErrorHandler())
            .transacted(Transactions.JDBC)
            .setBody(variable(COMMAND)).id("take-unlike")
            .bean(likes, "unlike").id("unlike-and-tell");
        // spotless:on
    }
}
