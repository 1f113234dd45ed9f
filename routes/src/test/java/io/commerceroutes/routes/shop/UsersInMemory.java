package io.commerceroutes.routes.shop;

import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.user.User;
import io.commerceroutes.domain.user.Users;
import java.time.Instant;
import java.util.Optional;

class UsersInMemory implements Users {
    private final Shop shop;

    UsersInMemory(Shop shop) {
        this.shop = shop;
    }

    @Override
    public Optional<User> find(long userId) {
        return Optional.ofNullable(shop.state().users().get(userId));
    }

    @Override
    public User register(String loginId, String email, Instant at) {
        if (shop.state().users().values().stream()
                .anyMatch(user -> user.loginId().equals(loginId) || user.email().equals(email))) {
            throw new UserExists(new IllegalStateException("Duplicate entry '%s'".formatted(loginId)));
        }
        User user = new User(shop.state().users().size() + 1L, loginId, email);
        shop.state().users().put(user.userId(), user);
        shop.state().balances().put(user.userId(), Money.ZERO);
        shop.journal().enter("register");
        return user;
    }
}
