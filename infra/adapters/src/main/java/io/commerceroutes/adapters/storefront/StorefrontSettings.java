package io.commerceroutes.adapters.storefront;

import java.time.Duration;

/**
 * How long products are remembered, and how many.
 *
 * @param ageMax how old what is shown may be
 * @param productsMax products that a process remembers, and cards
 * @param pagesMax pages that a process remembers
 * @param loadWaitMax how long to wait for what another request is loading
 * @param keyPrefix what all keys in Redis begin with
 * @param cardTtl how long Redis keeps a card; its key never comes to mean another
 * @param pageTtl how long Redis keeps a page of cards
 * @param ttlJitterPercent how much longer, at most, a single one is kept
 * @param positionsMax pages that end at or before this position are kept in Redis
 */
public record StorefrontSettings(
        Duration ageMax,
        int productsMax,
        int pagesMax,
        Duration loadWaitMax,
        String keyPrefix,
        Duration cardTtl,
        Duration pageTtl,
        int ttlJitterPercent,
        int positionsMax) {}
