/** The flows that aggregate days and rank products, in SQL. */
package io.commerceroutes.routes.ranking;
