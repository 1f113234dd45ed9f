package io.commerceroutes.domain.settlement;

import static io.commerceroutes.domain.settlement.CardPaymentStory.requested;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListedPaymentTest {
    private final CardPayment payment = requested().payment();
    private final ListedPayment listed = ListedPayment.of(payment);

    @Test
    void an_operator_sees_what_was_asked_and_what_the_gateway_has() {
        assertThat(listed.orderId()).isEqualTo(payment.order().orderId());
        assertThat(listed.userId()).isEqualTo(payment.order().userId());
        assertThat(listed.amount()).isEqualTo(payment.order().amounts().payable());
        assertThat(listed.payment()).isEqualTo(payment.order().payment());
        assertThat(listed.dueAt()).isEqualTo(payment.dueAt()).isPresent();
        assertThat(listed.attempts()).isEqualTo(payment.attempts()).isNotEmpty();
        assertThat(listed.transactions()).isEqualTo(payment.transactions()).isNotEmpty();
    }

    @Test
    void what_is_read_later_is_added_to_the_same_payment() {
        assertThat(listed.with(List.of(), List.of()).with(listed.attempts(), listed.transactions()))
                .isEqualTo(listed);
    }

    @Test
    void a_page_stays_as_it_was_read() {
        List<ListedPayment> read = new ArrayList<>(List.of(listed));
        ListedPayments page = new ListedPayments(read, 9);
        read.clear();

        assertThat(page.payments()).containsExactly(listed);
        assertThat(page.totalCount()).isEqualTo(9);
    }
}
