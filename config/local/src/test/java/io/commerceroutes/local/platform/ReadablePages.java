package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Pages that tell what goes on. */
final class ReadablePages {
    private ReadablePages() {}

    /** What anybody or an operator may read of the roles and of the gateway's own side, but its transactions. */
    static List<String> all(ShopClient shop, ShopClient gateway) {
        List<String> pages = new ArrayList<>(List.of(
                shop.text("/api-doc"),
                shop.text("/api-doc/openapi.yaml"),
                shop.text("/actuator/prometheus"),
                gateway.text("/actuator/prometheus"),
                gateway.text("/actuator/health"),
                gateway.text("/api/v1/simulator/scenario"),
                gateway.text("/api/v1/simulator/ledger")));
        Stream.of("/actuator/health", "/api/v1/ops/payments?size=100", "/api/v1/ops/audit")
                .map(path -> shop.operator(path).body().toString())
                .forEach(pages::add);
        assertThat(pages).allMatch(page -> page.length() > 10);
        return pages;
    }
}
