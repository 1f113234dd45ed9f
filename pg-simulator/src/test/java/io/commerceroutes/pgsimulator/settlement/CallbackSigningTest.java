package io.commerceroutes.pgsimulator.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.pgsimulator.transaction.CardType;
import io.commerceroutes.pgsimulator.transaction.TransactionStatus;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class CallbackSigningTest {
    private static final String BODY = "{\"orderId\":\"order-1\",\"amount\":5000}";
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_795_327_200), ZoneOffset.UTC);

    /** Made by: printf '%s' "1795327200.$BODY" | openssl dgst -sha256 -hmac 'a secret of the gateway' */
    private static final String SIGNATURE =
            "t=1795327200,v1=acd0e2c6da2220488ff1d1acc1a20baf64749fad5007cb63e7c9ee71fbd36f6a";

    @Test
    void the_time_and_the_bytes_that_are_sent_are_signed() {
        Exchange exchange = signed(Optional.of("a secret of the gateway"));

        assertThat(exchange.getMessage().getHeader("X-PG-SIGNATURE")).isEqualTo(SIGNATURE);
        assertThat(exchange.getMessage().getBody()).isEqualTo(BODY.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void without_a_secret_nothing_is_signed() {
        Exchange exchange = signed(Optional.empty());

        assertThat(exchange.getMessage().getHeaders()).isEmpty();
        assertThat(exchange.getMessage().getBody(String.class)).isEqualTo(BODY);
    }

    @Test
    void what_somebody_else_sends_is_not_signed() {
        Exchange forged = new DefaultExchange(new DefaultCamelContext());
        forged.setVariable(
                SendCallbackRoute.CALLBACK,
                new Callback(
                        "http://shop",
                        "key",
                        "order-1",
                        CardType.KB,
                        null,
                        5_000,
                        TransactionStatus.SUCCESS,
                        "",
                        true));

        assertThat(signed(Optional.of("a secret of the gateway"), forged)
                        .getMessage()
                        .getHeaders())
                .isEmpty();
    }

    private static Exchange signed(Optional<String> secret) {
        return signed(secret, new DefaultExchange(new DefaultCamelContext()));
    }

    private static Exchange signed(Optional<String> secret, Exchange exchange) {
        exchange.getMessage().setBody(new ByteArrayInputStream(BODY.getBytes(StandardCharsets.UTF_8)));
        new CallbackSigning(secret, CLOCK).sign(exchange);
        return exchange;
    }
}
