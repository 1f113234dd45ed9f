/** Proving counts: what Kafka still holds, counted a second time and compared. */
package io.commerceroutes.domain.recount;
