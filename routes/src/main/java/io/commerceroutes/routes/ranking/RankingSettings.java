package io.commerceroutes.routes.ranking;

import io.commerceroutes.domain.metrics.BusinessCalendar;
import io.commerceroutes.domain.ranking.ScoreWeights;
import java.time.Duration;

/**
 * What every run needs to know.
 *
 * @param grace how long after its end a window still counts as running
 * @param lease how long a run may say nothing before it counts as lost
 */
public record RankingSettings(BusinessCalendar calendar, ScoreWeights weights, Duration grace, Duration lease) {}
