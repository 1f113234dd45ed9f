package io.commerceroutes.local.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.commerceroutes.app.security.LocalTokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.converter.RsaKeyConverters;

/** Speaks to a collector over HTTP, as anyone or with a role. */
final class CollectorClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String baseUrl;
    private final LocalTokens tokens;

    CollectorClient(ConfigurableApplicationContext collector) {
        baseUrl = TestPlatform.baseUrl(collector);
        String publicKey = "spring.security.oauth2.resourceserver.jwt.public-key-location";
        String privateKey = "commerce.auth.local-private-key-location";
        try (InputStream x509 = collector
                        .getResource(collector.getEnvironment().getRequiredProperty(publicKey))
                        .getInputStream();
                InputStream pkcs8 = collector
                        .getResource(collector.getEnvironment().getRequiredProperty(privateKey))
                        .getInputStream()) {
            RSAPublicKey check = RsaKeyConverters.x509().convert(x509);
            RSAPrivateKey sign = RsaKeyConverters.pkcs8().convert(pkcs8);
            tokens = new LocalTokens(check, sign, Clock.systemUTC());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    record Answer(int status, JsonNode body, HttpResponse<String> raw) {}

    Answer get(String path) {
        return send(request(path));
    }

    Answer get(String path, String role) {
        return send(request(path).header("Authorization", "Bearer " + tokens.issue(1, role)));
    }

    Answer post(String path, String role, String body) {
        return send(request(path)
                .header("Authorization", "Bearer " + tokens.issue(1, role))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(baseUrl + path)).timeout(Duration.ofSeconds(30));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), JSON.readTree(response.body()), response);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
