package io.commerceroutes.domain.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UsersTest {
    @Test
    void a_taken_name_is_told_with_its_cause_and_without_saying_whose_it_is() {
        RuntimeException duplicateKey = new RuntimeException("Duplicate entry 'jane'");

        assertThat(new Users.UserExists(duplicateKey))
                .hasMessage("Login id or email is taken")
                .hasCause(duplicateKey);
    }
}
