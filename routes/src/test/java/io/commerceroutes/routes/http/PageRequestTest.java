package io.commerceroutes.routes.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.Test;

class PageRequestTest {
    private final Message request = new DefaultMessage(new DefaultCamelContext());

    @Test
    void it_is_the_first_twenty_by_default() {
        assertThat(PageRequest.of(request)).isEqualTo(new PageRequest(0, 20));
    }

    @Test
    void it_takes_what_lies_within_the_bounds() {
        assertThat(asked(0, 1)).isEqualTo(new PageRequest(0, 1));
        assertThat(asked(1_000_000, 100)).isEqualTo(new PageRequest(1_000_000, 100));
        assertThat(asked(1_000_000, 100).offset()).isEqualTo(100_000_000);
    }

    @Test
    void it_names_every_parameter_that_lies_outside() {
        assertThatThrownBy(() -> asked(-1, 101))
                .isInstanceOfSatisfying(
                        ApiProblem.class,
                        problem -> assertThat(problem.errors())
                                .containsExactly(
                                        new Problem.FieldError("page", "must be a whole number from 0 to 1000000"),
                                        new Problem.FieldError("size", "must be a whole number from 1 to 100")));
        assertThatThrownBy(() -> asked(1_000_001, 0))
                .isInstanceOfSatisfying(
                        ApiProblem.class,
                        problem -> assertThat(problem.errors()).hasSize(2));
    }

    private PageRequest asked(int page, int size) {
        request.setHeader("page", Integer.toString(page));
        request.setHeader("size", Integer.toString(size));
        return PageRequest.of(request);
    }
}
