package io.commerceroutes.routes.audit;

import static io.commerceroutes.routes.audit.AuditLedgersRoute.AUDIT_LEDGERS_ON_SCHEDULE;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.commerceroutes.routes.observation.Figure;
import io.commerceroutes.routes.observation.ObservedInMemory;
import io.commerceroutes.routes.shop.Api.Reply;
import io.commerceroutes.routes.shop.CommerceFlowTest;
import io.commerceroutes.routes.shop.TechnicalFailure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.quartz.QuartzComponent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartz.Scheduler;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class AuditLedgersRouteTest extends CommerceFlowTest {
    private static final List<String> BY_SQL = List.of("stock", "points", "coupons", "payments", "events", "catalogue");

    @Autowired
    private ObservedInMemory observed;

    @BeforeEach
    void allInvariantsHold() {
        BY_SQL.forEach(invariant -> finds(invariant, List.of(checked(invariant.length()))));
        finds("gateway", List.of());
    }

    @Test
    void the_report_shows_what_was_checked_in_one_snapshot() {
        Reply reply = api.get("/api/v1/ops/audit");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).hasValue("application/json");
        assertThat(reply.<Boolean>at("$.ok")).isTrue();
        assertThat(reply.<List<String>>at("$.invariants[*].name"))
                .startsWith(BY_SQL.toArray(String[]::new))
                .endsWith("gateway")
                .hasSize(7);
        assertThat(reply.<List<Integer>>at("$.invariants[*].checked")).containsExactly(5, 6, 7, 8, 6, 9, 0);
        assertThat(reply.<List<Integer>>at("$.invariants[*].violations")).containsExactly(0, 0, 0, 0, 0, 0, 0);
        assertThat(journal().entries()).containsExactly("begin snapshot-transaction", "commit");
    }

    @Test
    void how_long_ago_things_must_have_settled_comes_from_the_settings_and_not_from_the_request() {
        api.get("/api/v1/ops/audit", "graceSeconds", "0", "unsentSeconds", "999999", "gatewayOrdersMax", "999999");

        assertThat(query("events").getExchanges())
                .singleElement()
                .satisfies(exchange -> assertThat(exchange.getMessage().getHeaders())
                        .containsEntry("graceSeconds", "60")
                        .containsEntry("unsentSeconds", "90"));
        assertThat(query("gateway").getExchanges())
                .singleElement()
                .satisfies(exchange -> assertThat(exchange.getMessage().getHeaders())
                        .containsEntry("graceSeconds", "60")
                        .containsEntry("gatewayOrdersMax", 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stock", "points", "coupons", "payments", "events", "catalogue"})
    void the_report_is_red_when_one_row_says_so(String invariant) {
        finds(invariant, List.of(checked(100), violation("42", "one too many")));

        Reply reply = api.get("/api/v1/ops/audit");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.<Boolean>at("$.ok")).isFalse();
        assertThat(observed.from("audit"))
                .hasSize(7)
                .contains(new Figure("commerce.invariant.violations", invariant, 1))
                .filteredOn(figure -> figure.value() == 0)
                .hasSize(6);
        String entry = "$.invariants[?(@.name=='%s')]".formatted(invariant);
        assertThat(reply.<List<Integer>>at(entry + ".violations")).containsExactly(1);
        assertThat(reply.<List<Map<String, String>>>at(entry + ".examples[*]"))
                .containsExactly(Map.of("subject", "42", "detail", "one too many"));
        assertThat(reply.<List<Integer>>at("$.invariants[?(@.violations==0)].violations"))
                .hasSize(6);
    }

    @Test
    void many_violations_are_counted_and_ten_of_them_shown() {
        finds(
                "stock",
                Stream.concat(Stream.of(checked(100)), IntStream.range(0, 11).mapToObj(row -> violation("" + row, "")))
                        .toList());

        Reply reply = api.get("/api/v1/ops/audit");

        assertThat(reply.<Integer>at("$.invariants[0].violations")).isEqualTo(11);
        assertThat(reply.<List<String>>at("$.invariants[0].examples[*].subject"))
                .hasSize(10)
                .startsWith("0")
                .endsWith("9");
    }

    @Test
    void an_audit_while_the_database_is_away_is_to_be_tried_again() {
        fails("payments", TechnicalFailure.outage());

        Reply reply = api.get("/api/v1/ops/audit");

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).hasValue("1");
        assertThat(reply.header("Content-Type")).hasValue("application/problem+json");
        assertThat(query("events").getExchanges()).isEmpty();
        assertThat(journal().entries()).containsExactly("begin snapshot-transaction");
    }

    @Test
    void an_audit_that_fails_says_nothing_of_the_inside() {
        fails("stock", TechnicalFailure.unexpected());

        Reply reply = api.get("/api/v1/ops/audit");

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.body()).contains("INTERNAL_ERROR").doesNotContain(TechnicalFailure.INSIDE_KNOWLEDGE);
    }

    @Test
    void the_schedule_says_what_is_violated(CapturedOutput log) throws Exception {
        finds("points", List.of(checked(10), violation("42", "balance 7, ledger 8")));

        fireSchedule();

        assertThat(log)
                .contains("ERROR")
                .contains("An invariant is violated")
                .contains("subject=42, detail=balance 7, ledger 8");
    }

    @Test
    void the_schedule_is_silent_when_all_is_well(CapturedOutput log) throws Exception {
        fireSchedule();

        assertThat(journal().entries()).containsExactly("begin snapshot-transaction", "commit");
        assertThat(log).doesNotContain("An invariant is violated");
    }

    @Test
    void a_scheduled_audit_that_fails_says_so_in_one_line_and_leaves_it_to_the_next(CapturedOutput log)
            throws Exception {
        fails("coupons", new IllegalStateException("the database is away"));
        fireSchedule();
        finds("coupons", List.of(checked(1)));
        fireSchedule();

        assertThat(log.toString().lines().filter(line -> line.contains("the database is away")))
                .singleElement()
                .asString()
                .contains("WARN", AUDIT_LEDGERS_ON_SCHEDULE + " failed, the next run tries again");
        assertThat(log).doesNotContain("\tat ");
        assertThat(journal().entries())
                .containsExactly("begin snapshot-transaction", "begin snapshot-transaction", "commit");
    }

    /** Brings the route's Quartz trigger forward to now, and waits until the route has run. */
    private void fireSchedule() throws Exception {
        long before = journal().count("begin snapshot-transaction");
        Scheduler scheduler =
                camel.getComponent("quartz", QuartzComponent.class).getScheduler();
        TriggerKey audit = scheduler.getTriggerKeys(GroupMatcher.groupEquals("audit")).stream()
                .findAny()
                .orElseThrow();
        Trigger trigger = scheduler.getTrigger(audit);
        scheduler.triggerJob(trigger.getJobKey(), trigger.getJobDataMap());
        await().atMost(ofSeconds(30)).pollInterval(ofMillis(2)).untilAsserted(() -> {
            assertThat(journal().count("begin snapshot-transaction")).isEqualTo(before + 1);
            assertThat(camel.getInflightRepository().size(AUDIT_LEDGERS_ON_SCHEDULE))
                    .isZero();
        });
    }

    private void finds(String invariant, List<Map<String, Object>> rows) {
        query(invariant)
                .whenAnyExchangeReceived(exchange -> exchange.getMessage().setHeader(invariant, rows));
    }

    private void fails(String invariant, RuntimeException failure) {
        query(invariant).whenAnyExchangeReceived(exchange -> {
            throw failure;
        });
    }

    private MockEndpoint query(String invariant) {
        return camel.getEndpoint("mock:sql:classpath:sql/audit/%s.sql".formatted(invariant), MockEndpoint.class);
    }

    private static Map<String, Object> checked(long count) {
        Map<String, Object> row = new HashMap<>();
        row.put("finding", "checked");
        row.put("subject", null);
        row.put("detail", Long.toString(count));
        return row;
    }

    private static Map<String, Object> violation(String subject, String detail) {
        return Map.of("finding", "violation", "subject", subject, "detail", detail);
    }
}
