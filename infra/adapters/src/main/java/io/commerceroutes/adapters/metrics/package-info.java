/** Counts, handled events and dead letters in the analytics schema. */
package io.commerceroutes.adapters.metrics;
