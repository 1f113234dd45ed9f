package io.commerceroutes.app.limit;

/** Whose request it is, and which limit it counts against. */
record Claim(RateLimit limit, String holder) {}
