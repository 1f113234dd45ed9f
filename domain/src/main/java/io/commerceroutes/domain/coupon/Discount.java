package io.commerceroutes.domain.coupon;

import io.commerceroutes.domain.money.Money;
import java.util.Optional;

/** How much a coupon takes off an order's total; never more than the total. */
public sealed interface Discount {
    Money on(Money total);

    /** A fixed amount. */
    record Fixed(Money amount) implements Discount {
        @Override
        public Money on(Money total) {
            return amount.min(total);
        }
    }

    /** A share of 1 to 100 percent, rounded down to a whole won, up to an optional cap. */
    record Percent(int percent, Optional<Money> cap) implements Discount {
        /** @throws IllegalArgumentException if {@code percent} is not from 1 to 100 */
        public Percent {
            if (percent < 1 || percent > 100) {
                throw new IllegalArgumentException("A discount is from 1 to 100 percent: " + percent);
            }
        }

        @Override
        public Money on(Money total) {
            Money share = total.percent(percent);
            return cap.map(share::min).orElse(share);
        }
    }
}
