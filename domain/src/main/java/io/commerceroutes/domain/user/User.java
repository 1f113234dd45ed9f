package io.commerceroutes.domain.user;

/** A registered customer. */
public record User(long userId, String loginId, String email) {}
