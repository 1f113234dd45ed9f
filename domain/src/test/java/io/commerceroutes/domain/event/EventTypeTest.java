package io.commerceroutes.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EventTypeTest {
    @Test
    void the_outside_knows_these_names() {
        assertThat(Arrays.stream(EventType.values()).map(EventType::wireName))
                .containsExactly(
                        "OrderCreated",
                        "OrderPaid",
                        "OrderCanceled",
                        "PaymentRequested",
                        "PaymentApproved",
                        "PaymentDeclined",
                        "PaymentExpired",
                        "PaymentRefunded",
                        "ProductViewed",
                        "ProductLiked",
                        "ProductUnliked",
                        "ProductChanged");
    }
}
