package io.commerceroutes.app.collector;

import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of ranking that are values of the domain; the rest of {@code commerce.ranking} is read by the routes.
 *
 * @param grace how long after its end a window still counts as running
 * @param lease how long a run may say nothing before it counts as lost
 */
@ConfigurationProperties("commerce.ranking")
public record RankingProperties(
        BigDecimal viewWeight, BigDecimal likeWeight, BigDecimal unitWeight, Duration grace, Duration lease) {}
