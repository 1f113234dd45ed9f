package io.commerceroutes.local.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.commerceroutes.local.platform.ShopClient.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * A request as somebody might send it who does not read the document, or reads it too well.
 *
 * @param what is odd about it
 * @param body null for none
 * @param headers names and values in turn
 */
record FuzzedRequest(DocumentedOperation operation, String what, String path, byte[] body, List<String> headers) {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Longer than all that a request may wait for in a row: a connection and locked rows, and that four times. */
    private static final Duration TIME_LIMIT = Duration.ofSeconds(50);

    private static final int SHOWN_CHARACTERS = 400;

    /** @throws IOException if no answer came in time */
    Answer send(HttpClient http, String baseUrl) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(TIME_LIMIT)
                .method(operation.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(), json(response.body()), response.headers());
    }

    private static JsonNode json(byte[] answer) {
        try {
            return JSON.readTree(answer);
        } catch (IOException noJson) {
            return JSON.missingNode();
        }
    }

    @Override
    public String toString() {
        String text = body == null ? "no body" : new String(body, StandardCharsets.UTF_8);
        return "%s, %s: %s %s %s"
                .formatted(
                        operation,
                        what,
                        path,
                        headers.stream()
                                .filter(header -> !header.startsWith("Bearer "))
                                .toList(),
                        text.length() > SHOWN_CHARACTERS ? text.substring(0, SHOWN_CHARACTERS) + "…" : text);
    }
}
