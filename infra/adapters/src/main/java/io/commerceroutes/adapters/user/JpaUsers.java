package io.commerceroutes.adapters.user;

import io.commerceroutes.domain.user.User;
import io.commerceroutes.domain.user.Users;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcOperations;

/** Customers by JPA. */
public class JpaUsers implements Users {
    private final UserRepository users;
    private final JdbcOperations jdbc;

    JpaUsers(UserRepository users, JdbcOperations jdbc) {
        this.users = users;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<User> find(long userId) {
        return users.findById(userId).map(UserEntity::user);
    }

    @Override
    public User register(String loginId, String email, Instant at) {
        try {
            User user = users.saveAndFlush(new UserEntity(loginId, email, at)).user();
            jdbc.update("INSERT INTO point_account (user_id, balance) VALUES (?, 0)", user.userId());
            return user;
        } catch (DataIntegrityViolationException taken) {
            throw new UserExists(taken);
        }
    }
}
