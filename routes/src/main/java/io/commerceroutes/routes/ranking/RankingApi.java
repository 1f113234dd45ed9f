package io.commerceroutes.routes.ranking;

import static io.commerceroutes.routes.http.ApiErrors.API_ERRORS;

import org.apache.camel.builder.RouteBuilder;

/** Rankings over HTTP, open to anyone. */
public class RankingApi extends RouteBuilder {
    public static final String LIST_RANKING = "list-ranking";
    public static final String SHOW_PRODUCT_RANKING = "show-product-ranking";
    public static final String EXPLAIN_RANKING = "explain-ranking";

    private final RankingEntry entry;

    public RankingApi(RankingEntry entry) {
        this.entry = entry;
    }

    @Override
    public void configure() {
        // spotless:off
        rest("/api/v1/rankings").tag("Rankings")
            .get().id("get-rankings").outType(RankingView.PageView.class).to("direct:" + LIST_RANKING)
            .get("/products/{productId}").id("get-product-ranking").outType(RankingView.ProductView.class).to("direct:" + SHOW_PRODUCT_RANKING)
            .get("/products/{productId}/explain").id("get-ranking-explanation").outType(RankingView.Explanation.class).to("direct:" + EXPLAIN_RANKING);

        from("direct:" + LIST_RANKING)
            .routeId(LIST_RANKING)
            .routeDescription("Shows a page of a period's ranking.")
            .routeConfigurationId(API_ERRORS)
            .process(entry::answerPage).id("find-ranking")
            .marshal().json().id("write-ranking");

        from("direct:" + SHOW_PRODUCT_RANKING)
            .routeId(SHOW_PRODUCT_RANKING)
            .routeDescription("Shows one product's rank and score per period.")
            .routeConfigurationId(API_ERRORS)
            .process(entry::answerProduct).id("find-product-ranking")
            .marshal().json().id("write-product-ranking");

        from("direct:" + EXPLAIN_RANKING)
            .routeId(EXPLAIN_RANKING)
            .routeDescription("Shows, day by day, the counts that make up a product's score.")
            .routeConfigurationId(API_ERRORS)
            .process(entry::answerExplanation).id("explain")
            .marshal().json().id("write-explanation");
        // spotless:on
    }
}
