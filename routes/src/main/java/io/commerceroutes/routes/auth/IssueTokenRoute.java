package io.commerceroutes.routes.auth;

import static io.commerceroutes.routes.http.ApiErrors.API_ERRORS;

import io.commerceroutes.routes.http.Answer;
import io.commerceroutes.routes.http.RequestBody;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** POST /auth/tokens: a token for whom one likes. Part of the local profile only. */
public class IssueTokenRoute extends RouteBuilder {
    public static final String ISSUE_TOKEN = "issue-token";

    private final TokenIssuer tokens;

    public IssueTokenRoute(TokenIssuer tokens) {
        this.tokens = tokens;
    }

    /** Signs tokens. */
    @FunctionalInterface
    public interface TokenIssuer {
        String issue(long userId, String role);
    }

    /** The roles that a token can carry. */
    public enum TokenRole {
        CUSTOMER,
        ADMIN,
        OPS
    }

    /** What POST /auth/tokens takes. */
    public record TokenBody(
            @NotNull @Positive Long userId, @NotNull TokenRole role) {}

    record TokenJson(String accessToken) {}

    @Override
    public void configure() {
        // spotless:off
        rest("/api/v1/auth").tag("Tokens")
            .post("/tokens").id("post-auth-tokens").type(TokenBody.class).outType(TokenJson.class).consumes("application/json").to("direct:" + ISSUE_TOKEN);

        from("direct:" + ISSUE_TOKEN)
            .routeId(ISSUE_TOKEN)
            .routeDescription("Hands out a token for any user and role, on the local platform only.")
            .routeConfigurationId(API_ERRORS)
            .process(RequestBody::require).id("require-token-request")
            .unmarshal().json(TokenBody.class).id("read-token-request")
            .to("bean-validator:token").id("validate-token-request")
            .process(this::answer).id("sign-token")
            .marshal().json().id("write-token");
        // spotless:on
    }

    private void answer(Exchange exchange) {
        TokenBody body = exchange.getMessage().getBody(TokenBody.class);
        Answer.with(
                exchange,
                200,
                new TokenJson(tokens.issue(body.userId(), body.role().name())));
    }
}
