package io.commerceroutes.routes.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.routes.shop.Api.Reply;
import io.commerceroutes.routes.shop.CommerceFlowTest;
import io.commerceroutes.routes.shop.TechnicalFailure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserApiTest extends CommerceFlowTest {
    @Test
    void who_registers_becomes_a_customer_without_points() {
        Reply reply = register("lee", "lee@example.org");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Location")).hasValue("/api/v1/users/me");
        assertThat(reply.body())
                .isEqualTo("{'userId':2,'loginId':'lee','email':'lee@example.org','points':0}".replace('\'', '"'));
        assertThat(journal().entries()).containsExactly("begin jpa-transaction", "register", "commit");
    }

    @ParameterizedTest
    @CsvSource({"kim,other@example.org", "other,kim@example.org"})
    void a_login_id_or_an_email_that_is_taken_is_a_conflict(String loginId, String email) {
        Reply reply = register(loginId, email);

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.<String>at("$.code")).isEqualTo("USER_ALREADY_EXISTS");
        assertThat(reply.body()).doesNotContain("Duplicate entry");
        assertThat(journal().entries()).containsExactly("begin jpa-transaction");
    }

    @ParameterizedTest
    @CsvSource({
        "ab,lee@example.org,loginId",
        "' ',lee@example.org,loginId",
        "a b c,lee@example.org,loginId",
        "lee,lee,email",
        "lee,lee@,email",
        "lee,'',email"
    })
    void a_field_that_is_not_acceptable_is_named(String loginId, String email, String field) {
        Reply reply = register(loginId, email);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.<String>at("$.code")).isEqualTo("VALIDATION_FAILED");
        assertThat(reply.<List<String>>at("$.errors[*].field")).contains(field).containsOnly(field);
        assertThat(journal().entries()).isEmpty();
    }

    @Test
    void fields_that_are_too_long_are_named() {
        Reply reply = register("a".repeat(51), "a".repeat(250) + "@example.org");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.<List<String>>at("$.errors[*].field")).contains("email", "loginId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "lee"})
    void what_is_no_json_object_is_malformed(String body) {
        Reply reply = api.post("/api/v1/users", body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.<String>at("$.code")).isEqualTo("MALFORMED_REQUEST");
    }

    @Test
    void a_commit_that_fails_registers_nobody() {
        journal().failNext("commit", TechnicalFailure.unexpected());
        assertThat(register("lee", "lee@example.org").status()).isEqualTo(500);

        assertThat(register("lee", "lee@example.org").status()).isEqualTo(201);
    }

    @Test
    void a_customer_sees_the_own_profile_with_points() {
        Reply reply = api.get("/api/v1/users/me");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body())
                .isEqualTo("{'userId':1,'loginId':'kim','email':'kim@example.org','points':1000}".replace('\'', '"'));
    }

    @Test
    void a_caller_without_an_account_has_no_profile() {
        signedIn.as(404);

        Reply reply = api.get("/api/v1/users/me");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.<String>at("$.code")).isEqualTo("USER_NOT_FOUND");
    }

    private Reply register(String loginId, String email) {
        return api.post("/api/v1/users", """
                {"loginId":"%s","email":"%s"}""".formatted(loginId, email));
    }
}
