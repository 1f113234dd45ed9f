package io.commerceroutes.routes.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.routes.shop.Api.Reply;
import io.commerceroutes.routes.shop.CommerceFlowTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IssueTokenRouteTest extends CommerceFlowTest {
    @ParameterizedTest
    @ValueSource(strings = {"CUSTOMER", "ADMIN", "OPS"})
    void a_token_is_signed_for_each_role(String role) {
        Reply reply = ask("{'userId':7,'role':'%s'}".formatted(role));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.<String>at("$.accessToken")).isEqualTo("token of 7 as " + role);
    }

    @Test
    void a_token_is_signed_for_whom_one_asks() {
        assertThat(ask("{'userId':8,'role':'OPS'}").body()).isEqualTo("{\"accessToken\":\"token of 8 as OPS\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            userId | {'role':'OPS'}
            userId | {'userId':0,'role':'OPS'}
            userId | {'userId':'7','role':'OPS'}
            role   | {'userId':7}
            role   | {'userId':7,'role':'ROOT'}
            role   | {'userId':7,'role':'ops'}
            role   | {'userId':7,'role':1}
            admin  | {'userId':7,'role':'OPS','admin':true}
            """)
    void a_field_that_is_not_acceptable_is_named(String field, String body) {
        Reply reply = ask(body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.<String>at("$.code")).isEqualTo("VALIDATION_FAILED");
        assertThat(reply.<List<String>>at("$.errors[*].field")).containsExactly(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "7", "{"})
    void what_is_no_json_object_is_malformed(String body) {
        assertThat(ask(body).<String>at("$.code")).isEqualTo("MALFORMED_REQUEST");
    }

    private Reply ask(String body) {
        return api.post("/api/v1/auth/tokens", body.replace('\'', '"'));
    }
}
