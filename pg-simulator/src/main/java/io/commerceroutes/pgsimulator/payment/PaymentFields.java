package io.commerceroutes.pgsimulator.payment;

import com.fasterxml.jackson.databind.JsonNode;
import io.commerceroutes.pgsimulator.http.GatewayProblem;
import io.commerceroutes.pgsimulator.transaction.CardNumber;
import io.commerceroutes.pgsimulator.transaction.CardType;
import io.commerceroutes.pgsimulator.transaction.NewTransaction;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Reads a payment request field by field, in the gateway's order; the first one that does not hold is refused. */
public class PaymentFields {
    private static final int MIN_ORDER_ID_LENGTH = 6;
    private static final int MAX_ORDER_ID_LENGTH = 255;
    private static final int MAX_URL_LENGTH = 2_048;
    private static final Pattern CARD_NO = Pattern.compile("[0-9]{4}(-[0-9]{4}){3}");

    private final String callbackUrlPrefix;

    /** @param callbackUrlPrefix what a callbackUrl must start with: a scheme, a host and a port */
    public PaymentFields(String callbackUrlPrefix) {
        this.callbackUrlPrefix = callbackUrlPrefix;
    }

    /** @throws GatewayProblem 400 */
    NewTransaction read(JsonNode body, String userId, String idempotencyKey) {
        require(body.isObject(), "The body is not a JSON object.");
        return new NewTransaction(
                userId,
                orderId(body.path("orderId")),
                cardType(body.path("cardType")),
                cardNo(body.path("cardNo")),
                amount(body.path("amount")),
                callbackUrl(body.path("callbackUrl")),
                idempotencyKey);
    }

    private static String orderId(JsonNode field) {
        String orderId = field.isTextual() ? field.textValue().strip() : "";
        require(orderId.length() >= MIN_ORDER_ID_LENGTH, "orderId must have 6 characters or more");
        require(orderId.length() <= MAX_ORDER_ID_LENGTH, "orderId must have 255 characters or fewer");
        return field.textValue();
    }

    private static CardType cardType(JsonNode field) {
        return Arrays.stream(CardType.values())
                .filter(type -> type.name().equals(field.textValue()))
                .findFirst()
                .orElseThrow(() -> GatewayProblem.badRequest("cardType must be SAMSUNG, KB or HYUNDAI"));
    }

    private static CardNumber cardNo(JsonNode field) {
        boolean matches =
                field.isTextual() && CARD_NO.matcher(field.textValue()).matches();
        require(matches, "cardNo must be in the form dddd-dddd-dddd-dddd");
        return new CardNumber(field.textValue());
    }

    private static long amount(JsonNode field) {
        boolean positive = field.isIntegralNumber() && field.canConvertToLong() && field.longValue() > 0;
        require(positive, "amount must be a positive whole number");
        return field.longValue();
    }

    private String callbackUrl(JsonNode field) {
        String url = field.isTextual() ? field.textValue() : "";
        require(startsWithPrefix(url), "callbackUrl must start with " + callbackUrlPrefix);
        require(url.length() <= MAX_URL_LENGTH && isUrl(url), "callbackUrl must be a URL of 2,048 characters or fewer");
        return url;
    }

    /** Not {@code http://localhost:80801} and not {@code http://localhost:8080@elsewhere}: both lead to others. */
    private boolean startsWithPrefix(String url) {
        return url.startsWith(callbackUrlPrefix)
                && (url.length() == callbackUrlPrefix.length()
                        || "/?#".indexOf(url.charAt(callbackUrlPrefix.length())) >= 0);
    }

    private static boolean isUrl(String url) {
        try {
            return new URI(url).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw GatewayProblem.badRequest(message);
        }
    }
}
