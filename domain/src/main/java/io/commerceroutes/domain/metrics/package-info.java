/** What happened to products, counted once per product and business day. */
package io.commerceroutes.domain.metrics;
