package io.commerceroutes.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.order.OrderStatus;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

class FailingGatewayPropertiesTest {
    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void a_customer_pays_exactly_for_an_order_that_stands_and_nothing_for_one_that_does_not(@ForAll long seed) {
        assertPaidExactly(new GatewayStory(seed, true));
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void also_where_requests_reach_the_gateway_when_nobody_expects_them_any_more(@ForAll long seed) {
        assertPaidExactly(new GatewayStory(seed, false));
    }

    private static void assertPaidExactly(GatewayStory gateway) {
        CardPaymentStory end = gateway.toTheEnd();

        assertThat(end.payment().isOpen()).isFalse();
        assertThat(end.orderStatus()).isNotEqualTo(OrderStatus.PENDING_PAYMENT);
        assertThat(gateway.kept())
                .isEqualTo(end.orderStatus() == OrderStatus.PAID ? CardPaymentStory.PAYABLE.won() : 0);
        Statistics.collect(end.status());
    }
}
