package io.commerceroutes.adapters.user;

import io.commerceroutes.domain.user.User;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "users")
class UserEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false, updatable = false)
    private String loginId;

    @Column(nullable = false)
    private String email;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    protected UserEntity() {}

    UserEntity(String loginId, String email, Instant createdAt) {
        this.loginId = loginId;
        this.email = email;
        this.createdAt = createdAt;
    }

    User user() {
        return new User(id, loginId, email);
    }
}
