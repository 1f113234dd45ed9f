package io.commerceroutes.routes.shop;

import io.commerceroutes.routes.order.RefusedOrders;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The codes of the orders that were refused. */
public class RefusedOnes implements RefusedOrders {
    private final List<String> codes = new CopyOnWriteArrayList<>();

    @Override
    public void count(String code) {
        codes.add(code);
    }

    public List<String> codes() {
        return codes;
    }

    public void forget() {
        codes.clear();
    }
}
