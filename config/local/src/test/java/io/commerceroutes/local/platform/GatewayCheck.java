package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the audit finds when it asks the gateway. */
public record GatewayCheck(ShopClient shop, JdbcTemplate commerce) {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final String LONG_AGO = "UPDATE payment SET updated_at = '2020-01-01' WHERE method = 'CARD'";

    /** Lets all orders be settled long ago, and waits until so many of them are compared and agree. */
    public void agrees(int checkedMin) {
        await().atMost(LIMIT).untilAsserted(() -> {
            commerce.update(LONG_AGO);
            JsonNode found = found();
            assertThat(found.path("checked").asInt()).as("%s", found).isGreaterThanOrEqualTo(checkedMin);
            assertThat(found.path("violations").asInt()).as("%s", found).isZero();
        });
    }

    /** Changes this one order and sees that the gateway is found to keep something else, then takes the change back. */
    void turnsRed(String orderId, String corrupt, String repair) {
        assertThat(commerce.update(corrupt, orderId)).isOne();
        try {
            // On a busy machine the gateway may be too slow for one audit.
            await().atMost(LIMIT).untilAsserted(() -> {
                JsonNode examples = found().path("examples");
                assertThat(examples).as("%s", examples).hasSize(1);
                assertThat(examples.path(0).path("subject").asText()).isEqualTo(orderId);
                assertThat(examples.path(0).path("detail").asText()).startsWith("captured ");
            });
        } finally {
            assertThat(commerce.update(repair, orderId)).isOne();
        }
    }

    private JsonNode found() {
        JsonNode report = shop.operator("/api/v1/ops/audit").body();
        return StreamSupport.stream(report.path("invariants").spliterator(), false)
                .filter(invariant -> "gateway".equals(invariant.path("name").asText()))
                .findAny()
                .orElseThrow(() -> new AssertionError("The gateway was not audited: " + report));
    }
}
