package io.commerceroutes.routes.payment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.commerceroutes.domain.payment.CardNumber;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The gateway's side of the conversation: what is sent to it, and what it answers. */
public final class GatewayMessages {
    /** Every status is an answer here, so none is thrown. */
    static final String PG_PAYMENTS = "{{commerce.payment.gateway-url}}/api/v1/payments?throwExceptionOnFailure=false";

    /** No answer that is one is longer, whatever it tells. */
    public static final int ANSWER_BYTES_MAX = 64 * 1024;

    private static final String USER = "X-USER-ID";
    private static final int REASON_CHARACTERS_MAX = 200;

    /** Form of a transaction's key: it becomes part of addresses, where dots alone would lead elsewhere. */
    static final String KEY_FORM = "[A-Za-z0-9][A-Za-z0-9:._-]{0,63}";

    private static final Pattern KEY = Pattern.compile(KEY_FORM);

    private GatewayMessages() {}

    /** The request for money. Its text form says nothing of the card. */
    record PaymentRequest(String orderId, String cardType, String cardNo, long amount, String callbackUrl) {
        @Override
        public String toString() {
            return "PaymentRequest[orderId=%s, amount=%d]".formatted(orderId, amount);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Meta(String result, String errorCode, String message) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Envelope<T>(Meta meta, T data) {}

    /** One transaction; the card number that the gateway tells along is not even read. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Transaction(
            String transactionKey, String orderId, Long amount, String status, String reason, Long refundedAmount) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Transactions(String orderId, List<Transaction> transactions) {}

    /** Makes the exchange a request of {@code userId}'s, free of all that was on it before. */
    static Message prepare(Exchange exchange, String method, long userId) {
        Message request = exchange.getMessage();
        request.removeHeaders("*");
        request.setHeader(Exchange.HTTP_METHOD, method);
        request.setHeader(USER, Long.toString(userId));
        request.setBody(null);
        return request;
    }

    static int status(Exchange exchange) {
        return exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
    }

    /**
     * The answer as JSON.
     *
     * @throws IOException if it is none, or too long to be one
     */
    static <T> T read(Exchange exchange, ObjectMapper json, TypeReference<T> type) throws IOException {
        try (InputStream answer = exchange.getMessage().getBody(InputStream.class)) {
            byte[] bytes = answer == null ? new byte[0] : answer.readNBytes(ANSWER_BYTES_MAX + 1);
            if (bytes.length == 0 || bytes.length > ANSWER_BYTES_MAX) {
                throw new IOException("The gateway answered %d bytes or more".formatted(bytes.length));
            }
            return json.readValue(bytes, type);
        }
    }

    /** Whether this can be a transaction's key: it becomes part of addresses and of our history. */
    static boolean isKey(String key) {
        return key != null && KEY.matcher(key).matches();
    }

    /** The gateway's words, as many as are kept, with whatever could be a card's number left out. */
    static Optional<String> withoutCard(String text) {
        return Optional.ofNullable(text)
                .map(CardNumber::leaveOut)
                .map(words -> words.substring(0, Math.min(words.length(), REASON_CHARACTERS_MAX)));
    }
}
