/** The flows that count events. */
package io.commerceroutes.routes.metrics;
