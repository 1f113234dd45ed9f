package io.commerceroutes.adapters.event;

/** Names of the topics that events leave on. */
public record EventTopics(String orders, String payments, String catalog) {}
