package io.commerceroutes.pgsimulator.scenario;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** From how many milliseconds to how many, both included; in JSON {@code [min,max]}. */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"min", "max"})
public record MillisRange(int min, int max) {}
