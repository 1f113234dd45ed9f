/** The flow that proves the counts, and what operators see of it. */
package io.commerceroutes.routes.recount;
