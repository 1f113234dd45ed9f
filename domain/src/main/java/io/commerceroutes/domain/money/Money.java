package io.commerceroutes.domain.money;

/** A non-negative amount of won. Immutable; every operation refuses to overflow or to go below zero. */
public record Money(long won) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);

    /** @throws ArithmeticException if {@code won} is negative */
    public Money {
        if (won < 0) {
            throw new ArithmeticException("An amount of money is never negative: " + won);
        }
    }

    public static Money of(long won) {
        return won == 0 ? ZERO : new Money(won);
    }

    /** @throws ArithmeticException on overflow */
    public Money plus(Money other) {
        return of(Math.addExact(won, other.won));
    }

    /** @throws ArithmeticException if {@code other} is more than this */
    public Money minus(Money other) {
        return of(Math.subtractExact(won, other.won));
    }

    /** @throws ArithmeticException on overflow or a negative {@code factor} */
    public Money times(long factor) {
        return of(Math.multiplyExact(won, factor));
    }

    /**
     * The given hundredths of this amount, rounded down to a whole won, exact for every amount.
     *
     * @throws ArithmeticException on overflow or a negative {@code percent}
     */
    public Money percent(int percent) {
        if (percent < 0) {
            throw new ArithmeticException("A share of money is never negative: " + percent);
        }
        long hundreds = won / 100;
        long rest = won % 100;
        return of(Math.addExact(Math.multiplyExact(hundreds, (long) percent), rest * percent / 100));
    }

    public Money min(Money other) {
        return won <= other.won ? this : other;
    }

    public boolean isZero() {
        return won == 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(won, other.won);
    }
}
