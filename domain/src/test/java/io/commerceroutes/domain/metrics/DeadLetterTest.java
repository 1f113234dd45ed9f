package io.commerceroutes.domain.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeadLetterTest {
    @Test
    void the_dead_letters_of_a_topic_have_a_topic_named_after_it() {
        assertThat(DeadLetter.topicOf("commerce.orders.v1")).isEqualTo("commerce.orders.v1.dlq");
    }
}
