package io.commerceroutes.routes.product;

import io.commerceroutes.domain.product.Like;
import io.commerceroutes.domain.product.Likes;
import io.commerceroutes.routes.http.Answer;
import io.commerceroutes.routes.http.ApiProblem;
import io.commerceroutes.routes.http.Caller;
import io.commerceroutes.routes.http.PathId;
import java.time.Clock;
import org.apache.camel.Exchange;

/** Between HTTP and the likes. */
public class LikeEntry {
    private final Caller caller;
    private final Clock clock;
    private final Likes likes;

    public LikeEntry(Caller caller, Clock clock, Likes likes) {
        this.caller = caller;
        this.clock = clock;
        this.likes = likes;
    }

    record LikeJson(long productId, boolean liked, long likes) {}

    Like liking(Exchange exchange) {
        return new Like(caller.userId(), PathId.of(exchange.getMessage(), "productId", "PRODUCT"), clock.instant());
    }

    void answerLiked(Exchange exchange) {
        answer(exchange, true);
    }

    void answerUnliked(Exchange exchange) {
        answer(exchange, false);
    }

    /** After the transaction, so that nobody waits for the product while its likes are read. */
    private void answer(Exchange exchange, boolean liked) {
        long productId = PathId.of(exchange.getMessage(), "productId", "PRODUCT");
        long count = likes.count(productId).orElseThrow(() -> ApiProblem.notFound("PRODUCT"));
        Answer.with(exchange, 200, new LikeJson(productId, liked, count));
    }
}
