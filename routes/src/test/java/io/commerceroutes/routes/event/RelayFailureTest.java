package io.commerceroutes.routes.event;

import static io.commerceroutes.routes.event.RelayOutboxRoute.WAKE_RELAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.routes.shop.TechnicalFailure;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever fails: nothing overtakes what could not be sent, and the next run sends it. */
class RelayFailureTest extends RelayTest {
    @Test
    void after_a_send_that_fails_no_later_round_leaves_and_nothing_is_removed() {
        Stream.of(1, 2, 3).forEach(id -> add(id, ORDERS, "a"));
        kafka.whenExchangeReceived(2, exchange -> {
            throw TechnicalFailure.outage();
        });

        relay(1);

        assertThat(kafka.getExchanges()).hasSize(2);
        assertThat(journal().entries()).containsExactly("lease", "oldest");
        assertThat(shop.outbox()).hasSize(3);
        assertThat(waitingFor(WAKE_RELAY)).isZero();
    }

    @Test
    void what_could_not_be_sent_is_sent_by_the_next_run() {
        add(1, ORDERS, "a");
        kafka.whenExchangeReceived(1, exchange -> {
            throw TechnicalFailure.outage();
        });
        relay(1);

        relay(1);

        assertThat(kafka.getExchanges()).hasSize(2);
        assertThat(ids(1)).containsExactly("event-1");
        assertThat(shop.outbox()).isEmpty();
    }

    @Test
    void a_relay_that_cannot_lease_or_read_or_remove_leaves_it_to_the_next_run() {
        add(1, ORDERS, "a");
        journal().failNext("lease", TechnicalFailure.outage());
        journal().failNext("oldest", TechnicalFailure.outage());
        journal().failNext("remove [1]", TechnicalFailure.unexpected());

        relay(1);
        relay(1);
        relay(1);
        assertThat(kafka.getExchanges()).hasSize(1);
        assertThat(shop.outbox()).hasSize(1);
        relay(1);

        assertThat(kafka.getExchanges()).hasSize(2);
        assertThat(shop.outbox()).isEmpty();
    }
}
