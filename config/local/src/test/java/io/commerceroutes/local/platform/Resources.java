package io.commerceroutes.local.platform;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;

/** What the parameters of paths and bodies name: by a parameter's name something that exists, and whose it is. */
final class Resources {
    private final Map<String, String> common;
    private final Map<String, LongFunction<String>> owned;
    private final Map<String, String> made = new ConcurrentHashMap<>();

    private Resources(Map<String, String> common, Map<String, LongFunction<String>> owned) {
        this.common = common;
        this.owned = owned;
    }

    static Resources of(RunningApi api) {
        return new Resources(
                Map.of("productId", "1", "brandId", "1", "couponId", "1"),
                Map.of("orderId", api::order, "issuedCouponId", api::issuedCoupon));
    }

    static Resources ofCollector() {
        return new Resources(Map.of("productId", "1", "runId", "1", "recountId", "1", "deadLetterId", "1"), Map.of());
    }

    /** Whether such things are one customer's alone. */
    boolean isOwned(String parameter) {
        if (!common.containsKey(parameter) && !owned.containsKey(parameter)) {
            throw new AssertionError("May every customer see what %s names? Say so here".formatted(parameter));
        }
        return owned.containsKey(parameter);
    }

    /** Something that the customer may see. */
    String visibleTo(long customer, String parameter) {
        return isOwned(parameter)
                ? made.computeIfAbsent(
                        parameter + customer, key -> owned.get(parameter).apply(customer))
                : common.get(parameter);
    }
}
