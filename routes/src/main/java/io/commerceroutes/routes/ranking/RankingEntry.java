package io.commerceroutes.routes.ranking;

import io.commerceroutes.domain.ranking.Period;
import io.commerceroutes.domain.ranking.PeriodWindow;
import io.commerceroutes.domain.ranking.Ranking;
import io.commerceroutes.domain.ranking.Rankings;
import io.commerceroutes.domain.ranking.ScoreWeights;
import io.commerceroutes.routes.http.Answer;
import io.commerceroutes.routes.http.ApiProblem;
import io.commerceroutes.routes.http.PageRequest;
import io.commerceroutes.routes.http.PathId;
import io.commerceroutes.routes.ranking.RankingView.Day;
import io.commerceroutes.routes.ranking.RankingView.Explanation;
import io.commerceroutes.routes.ranking.RankingView.PageView;
import io.commerceroutes.routes.ranking.RankingView.Place;
import io.commerceroutes.routes.ranking.RankingView.ProductView;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Reads what is asked about rankings, and answers it. */
public class RankingEntry {
    private static final String NOUN = "RANKING";

    private final Rankings rankings;
    private final RequestedWindow requested;
    private final ScoreWeights weights;

    public RankingEntry(Rankings rankings, RequestedWindow requested, RankingSettings settings) {
        this.rankings = rankings;
        this.requested = requested;
        this.weights = settings.weights();
    }

    void answerPage(Exchange exchange) {
        PageRequest page = PageRequest.of(exchange.getMessage());
        Ranking ranking = rankings.page(window(exchange.getMessage()), page.page(), page.size());
        Answer.with(exchange, 200, PageView.of(ranking, page.page(), page.size()));
    }

    void answerProduct(Exchange exchange) {
        Message message = exchange.getMessage();
        long productId = PathId.of(message, "productId", NOUN);
        LocalDate date = requested.day("date", message.getHeader("date", String.class), requested.today());
        List<Ranking> places = Stream.of(Period.values())
                .map(period -> rankings.ofProduct(period.windowOf(date), productId))
                .flatMap(Optional::stream)
                .toList();
        if (places.isEmpty()) {
            throw ApiProblem.notFound(NOUN);
        }
        Answer.with(
                exchange,
                200,
                new ProductView(
                        productId,
                        nameIn(places.getFirst()),
                        date,
                        places.stream().map(Place::of).toList()));
    }

    void answerExplanation(Exchange exchange) {
        long productId = PathId.of(exchange.getMessage(), "productId", NOUN);
        PeriodWindow window = window(exchange.getMessage());
        Ranking ranking = rankings.ofProduct(window, productId).orElseThrow(() -> ApiProblem.notFound(NOUN));
        List<Day> days = rankings.daysOf(window, productId).stream()
                .map(day -> Day.of(day, weights))
                .toList();
        Answer.with(exchange, 200, new Explanation(productId, nameIn(ranking), Place.of(ranking), weights, days));
    }

    private PeriodWindow window(Message message) {
        String date = message.getHeader("date", String.class);
        return requested.of(
                message.getHeader("period", String.class),
                date == null ? requested.today().toString() : date);
    }

    private static String nameIn(Ranking ranking) {
        return ranking.items().getFirst().name();
    }
}
