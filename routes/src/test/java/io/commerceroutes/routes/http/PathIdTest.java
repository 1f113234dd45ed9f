package io.commerceroutes.routes.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathIdTest {
    private final Message request = new DefaultMessage(new DefaultCamelContext());

    @Test
    void it_takes_up_to_eighteen_digits() {
        assertThat(read("7")).isEqualTo(7);
        assertThat(read("007")).isEqualTo(7);
        assertThat(read("9".repeat(18))).isEqualTo(999_999_999_999_999_999L);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "-1", "+1", "1.0", "0x1", "1e3", "\u0661", "1000000000000000000", "1 OR 1=1"})
    void what_is_no_id_names_nothing(String given) {
        assertThatThrownBy(() -> read(given)).isInstanceOfSatisfying(ApiProblem.class, problem -> {
            assertThat(problem.status()).isEqualTo(404);
            assertThat(problem.code()).isEqualTo("PRODUCT_NOT_FOUND");
        });
    }

    private long read(String given) {
        request.setHeader("productId", given);
        return PathId.of(request, "productId", "PRODUCT");
    }
}
