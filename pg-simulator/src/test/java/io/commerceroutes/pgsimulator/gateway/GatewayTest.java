package io.commerceroutes.pgsimulator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.pgsimulator.PgSimulator;
import io.commerceroutes.pgsimulator.gateway.Api.Reply;
import io.commerceroutes.pgsimulator.transaction.Transactions;
import java.time.Duration;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.apache.camel.test.spring.junit5.DisableJmx;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What tests of the gateway's flows share: one context with all of them, entered over HTTP; fast unless told else. */
@CamelSpringBootTest
@SpringBootTest(
        classes = {PgSimulator.class, GatewayTestBeans.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=pg-simulator",
            // A busy merchant is waited for.
            "pg.callback-connect-timeout-millis=60000",
            "pg.callback-read-timeout-millis=60000"
        })
@DisableJmx(false)
public abstract class GatewayTest {
    protected static final Merchant MERCHANT = new Merchant();
    /** For whatever other threads do, on however busy a machine. */
    protected static final Duration LIMIT = Duration.ofSeconds(60);
    /** How late answers are that come too late. */
    protected static final Duration LATE = Duration.ofMillis(300);

    protected static final String CARD_NO = "1234-5678-9814-1451";
    protected static final String PAYMENTS = "/api/v1/payments";
    protected static final String[] USER = {"X-USER-ID", "7"};

    @Autowired
    protected CamelContext camel;

    @Autowired
    protected JournalThatFails journal;

    @Autowired
    private Transactions transactions;

    protected Api api;
    protected final String orderId = "order-" + UUID.randomUUID();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void callbacksGoToTheTest(DynamicPropertyRegistry settings) {
        settings.add("pg.callback-url-prefix", MERCHANT::origin);
    }

    @BeforeAll
    static void waitPatiently() {
        Awaitility.setDefaultTimeout(LIMIT);
    }

    /** What earlier tests left to be settled is over, so that its dice, failures and log lines are none of this test's. */
    @BeforeEach
    void openGateway() {
        api = new Api(port);
        scenario("'preset':'fast'");
        Awaitility.await()
                .until(() -> transactions.pending().isEmpty()
                        && camel.getInflightRepository().size() == 0);
    }

    /** @param fields of the scenario, with single quotes */
    protected void scenario(String fields) {
        Reply reply = api.put("/api/v1/simulator/scenario", json("{" + fields + "}"));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    protected static String json(String text) {
        return text.replace('\'', '"');
    }

    protected String payment() {
        return payment(200);
    }

    /** A request whose callback is answered with {@code callbackStatus}. */
    protected String payment(int callbackStatus) {
        return json("{'orderId':'%s','cardType':'SAMSUNG','cardNo':'%s','amount':5000,'callbackUrl':'%s/callback/%d'}"
                .formatted(orderId, CARD_NO, MERCHANT.origin(), callbackStatus));
    }

    protected Reply pay() {
        return api.post(PAYMENTS, payment(), USER);
    }

    protected String statusOf(String transactionKey) {
        return api.get(PAYMENTS + "/" + transactionKey, USER).at("$.data.status");
    }

    /** A transaction that is settled. */
    protected String paid() {
        String key = pay().transactionKey();
        Awaitility.await().until(() -> !statusOf(key).equals("PENDING"));
        return key;
    }

    protected static void assertFailure(Reply reply, int status, String errorCode, String message) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body())
                .isEqualTo(json("{'meta':{'result':'FAIL','errorCode':'%s','message':'%s'}}")
                        .formatted(errorCode, message));
    }
}
