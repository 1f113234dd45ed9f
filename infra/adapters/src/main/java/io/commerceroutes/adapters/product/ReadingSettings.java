package io.commerceroutes.adapters.product;

import java.time.Duration;

/**
 * How the database is asked for products, and how much of what lists are made of a process keeps, and how long.
 *
 * @param lookUpsMax how many look up products at a time
 * @param readingsMax how many read at a time what lists are made of
 * @param memoryMegabytesMax what is kept takes about this at most; what was not asked for lately goes first
 * @param likesAgeMax how long ago the likes were read that a list is sorted by: they do not change the revision
 * @param waitMax how long to wait for a turn, and for what another request is reading
 */
public record ReadingSettings(
        int lookUpsMax, int readingsMax, int memoryMegabytesMax, Duration likesAgeMax, Duration waitMax) {}
