package io.commerceroutes.routes.ranking;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.commerceroutes.domain.metrics.DayCount;
import io.commerceroutes.domain.ranking.Period;
import io.commerceroutes.domain.ranking.RankedProduct;
import io.commerceroutes.domain.ranking.Ranking;
import io.commerceroutes.domain.ranking.ScoreWeights;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Rankings as callers see them. */
final class RankingView {
    private RankingView() {}

    /** One page of a window's ranking. */
    record PageView(
            Period period,
            String label,
            LocalDate from,
            LocalDate to,
            @JsonProperty("final") boolean complete,
            Instant generatedAt,
            List<Item> items,
            int page,
            int size,
            long totalCount) {
        static PageView of(Ranking ranking, int page, int size) {
            return new PageView(
                    ranking.window().period(),
                    ranking.window().label(),
                    ranking.window().from(),
                    ranking.window().to(),
                    ranking.complete(),
                    ranking.generatedAt(),
                    ranking.items().stream().map(Item::of).toList(),
                    page,
                    size,
                    ranking.totalCount());
        }
    }

    /** One product's place. */
    record Item(
            int rank,
            long productId,
            String name,
            BigDecimal score,
            long views,
            long likes,
            long ordersCreated,
            long salesQuantity,
            long salesAmount) {
        static Item of(RankedProduct product) {
            return new Item(
                    product.rank(),
                    product.productId(),
                    product.name(),
                    plain(product.score()),
                    product.counts().views(),
                    product.counts().likes(),
                    product.counts().ordersCreated(),
                    product.counts().salesQuantity(),
                    product.counts().salesAmount());
        }
    }

    /** One product's place in one window, without what all windows share. */
    record Place(
            Period period,
            String label,
            LocalDate from,
            LocalDate to,
            @JsonProperty("final") boolean complete,
            Instant generatedAt,
            int rank,
            BigDecimal score,
            long views,
            long likes,
            long ordersCreated,
            long salesQuantity,
            long salesAmount) {
        static Place of(Ranking ranking) {
            Item item = Item.of(ranking.items().getFirst());
            return new Place(
                    ranking.window().period(),
                    ranking.window().label(),
                    ranking.window().from(),
                    ranking.window().to(),
                    ranking.complete(),
                    ranking.generatedAt(),
                    item.rank(),
                    item.score(),
                    item.views(),
                    item.likes(),
                    item.ordersCreated(),
                    item.salesQuantity(),
                    item.salesAmount());
        }
    }

    /** One product's places around a day. */
    record ProductView(long productId, String name, LocalDate date, List<Place> rankings) {}

    /** What a score is made of. */
    record Explanation(long productId, String name, Place ranking, ScoreWeights weights, List<Day> days) {}

    /** One day's share of a score. */
    record Day(
            LocalDate date,
            long views,
            long likes,
            long ordersCreated,
            long salesQuantity,
            long salesAmount,
            BigDecimal score) {
        static Day of(DayCount day, ScoreWeights weights) {
            return new Day(
                    day.day(),
                    day.counts().views(),
                    day.counts().likes(),
                    day.counts().ordersCreated(),
                    day.counts().salesQuantity(),
                    day.counts().salesAmount(),
                    plain(weights.score(day.counts())));
        }
    }

    /** Without needless zeros, and never in exponents. */
    private static BigDecimal plain(BigDecimal score) {
        BigDecimal stripped = score.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
