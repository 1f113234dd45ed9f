package io.commerceroutes.routes.idempotency;

import io.commerceroutes.domain.idempotency.IdempotencyKey;
import io.commerceroutes.domain.idempotency.IdempotentRequests;
import io.commerceroutes.domain.idempotency.StoredAnswer;
import io.commerceroutes.routes.http.Answer;
import io.commerceroutes.routes.http.ApiProblem;
import io.commerceroutes.routes.http.Caller;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * The Idempotency-Key steps of a write: read the header, claim the key inside the transaction, store the answer there
 * too, and replay it to whoever comes again. Without the header each of them does nothing.
 */
public class Idempotency {
    private static final String KEY = "idempotency-key";
    private static final int LENGTH_MAX = 255;

    private final Caller caller;
    private final IdempotentRequests requests;
    private final BodyFingerprint fingerprint;

    public Idempotency(Caller caller, IdempotentRequests requests, BodyFingerprint fingerprint) {
        this.caller = caller;
        this.requests = requests;
        this.fingerprint = fingerprint;
    }

    /** Before the body is read as JSON, if there is one: notes the key and the body's fingerprint. */
    public void read(Exchange exchange) {
        Message request = exchange.getMessage();
        Object header = request.getHeader("Idempotency-Key");
        if (header != null) {
            byte[] body = request.getBody(byte[].class);
            byte[] fingerprinted = body == null ? new byte[0] : body;
            String operation = request.getHeader(Exchange.HTTP_METHOD) + " " + request.getHeader(Exchange.HTTP_URI);
            exchange.setProperty(
                    KEY,
                    new IdempotencyKey(
                            caller.userId(), operation, unquoted(header.toString()), fingerprint.of(fingerprinted)));
        }
    }

    /** First step of the transaction. */
    public void claim(Exchange exchange) {
        key(exchange).ifPresent(requests::claim);
    }

    /** Last step of the transaction: the answer is already the JSON that will be sent. */
    public void store(Exchange exchange) {
        key(exchange).ifPresent(key -> {
            Message answer = exchange.getMessage();
            requests.store(
                    key,
                    new StoredAnswer(
                            key.fingerprint(),
                            answer.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class),
                            answer.getHeader("Location", String.class),
                            answer.getBody(String.class)));
        });
    }

    /** Answers as the first request was answered. */
    public void replay(Exchange exchange) {
        IdempotencyKey key = key(exchange).orElseThrow();
        StoredAnswer stored = requests.find(key)
                .orElseThrow(() ->
                        new ApiProblem(409, "REQUEST_IN_PROGRESS", "An equal request has just ended; ask again."));
        if (!stored.fingerprint().equals(key.fingerprint())) {
            throw new ApiProblem(422, "IDEMPOTENCY_KEY_REUSED", "This Idempotency-Key was used with another body.");
        }
        Answer.with(exchange, stored.status(), stored.body().getBytes(StandardCharsets.UTF_8));
        exchange.getMessage().setHeader("Location", stored.location());
        exchange.getMessage().setHeader("Idempotent-Replayed", "true");
    }

    private static Optional<IdempotencyKey> key(Exchange exchange) {
        return Optional.ofNullable(exchange.getProperty(KEY, IdempotencyKey.class));
    }

    /** The draft's header is a quoted string; the bare form is common, and means the same here. */
    private static String unquoted(String header) {
        String key = header.length() >= 2 && header.startsWith("\"") && header.endsWith("\"")
                ? header.substring(1, header.length() - 1)
                : header;
        if (key.isBlank() || key.length() > LENGTH_MAX) {
            throw ApiProblem.invalid("Idempotency-Key", "must have 1 to %d characters".formatted(LENGTH_MAX));
        }
        return key;
    }
}
