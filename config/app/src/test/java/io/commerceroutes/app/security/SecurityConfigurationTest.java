package io.commerceroutes.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN;

import jakarta.servlet.http.Cookie;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Who may call, and what browsers are told, with the settings of production; Redis is away all the time. */
@SpringBootTest(
        classes = SecuredApplication.class,
        properties = {
            "spring.config.name=commerce",
            "spring.application.name=secured",
            "spring.data.redis.url=redis://127.0.0.1:1",
            "commerce.rate-limit.user-per-second=100000",
            "commerce.rate-limit.address-per-second=100000",
            "commerce.http.allowed-origins=https://shop.example.com"
        })
@AutoConfigureMockMvc
class SecurityConfigurationTest {
    private static final Clock NOW = Clock.systemUTC();

    @TempDir
    private static Path folder;

    private static SigningKeys keys;

    @Autowired
    private MockMvc http;

    @BeforeAll
    static void makeKeys() {
        keys = SigningKeys.create();
    }

    @DynamicPropertySource
    static void publicKey(DynamicPropertyRegistry settings) {
        settings.add("spring.security.oauth2.resourceserver.jwt.public-key-location", () -> keys.publicKeyIn(folder));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /api/v1/products,         '',       200",
        "POST, /api/v1/products,         '',       401",
        "POST, /api/v1/products,         CUSTOMER, 403",
        "POST, /api/v1/products,         ADMIN,    200",
        "POST, /api/v1/products/1/stock, OPS,      403",
        "POST, /api/v1/products/1/stock, ADMIN,    200",
        "POST, /api/v1/coupons,          CUSTOMER, 403",
        "POST, /api/v1/coupons,          ADMIN,    200",
        "POST, /api/v1/coupons/1/issue,  ADMIN,    403",
        "POST, /api/v1/coupons/1/issue,  CUSTOMER, 200",
        "GET,  /api/v1/points,           '',       401",
        "GET,  /api/v1/points,           ADMIN,    403",
        "GET,  /api/v1/points,           CUSTOMER, 200",
        "GET,  /api/v1/ops/audit,        ADMIN,    403",
        "GET,  /api/v1/ops/audit,        OPS,      200",
        "GET,  /actuator/env,            ADMIN,    403",
    })
    void a_role_reaches_what_is_its_own(String method, String path, String role, int status) throws Exception {
        assertThat(send(method, path, role).getStatus()).isEqualTo(status);
    }

    @Test
    void an_endpoint_that_no_rule_names_is_open_to_nobody() throws Exception {
        assertThat(send("POST", "/api/v1/forgotten", "").getStatus()).isEqualTo(401);
        for (String role : new String[] {"CUSTOMER", "ADMIN", "OPS"}) {
            assertThat(send("POST", "/api/v1/forgotten", role).getStatus()).isEqualTo(403);
        }
        assertThat(send("GET", "/webjars/anything", "OPS").getStatus()).isEqualTo(403);
    }

    @Test
    void who_has_a_token_is_told_what_is_not_there() throws Exception {
        assertThat(send("GET", "/api/v1/nothing", "").getStatus()).isEqualTo(401);
        assertThat(send("GET", "/api/v1/nothing", "CUSTOMER").getStatus()).isEqualTo(404);
        MockHttpServletResponse otherMethod = send("GET", "/api/v1/forgotten", "CUSTOMER");
        assertThat(otherMethod.getStatus()).isEqualTo(405);
        assertThat(otherMethod.getHeader("Allow")).isEqualTo("POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/products", "/api/v1/points", "/api/v1/nothing"})
    void every_answer_tells_browsers_to_be_careful(String path) throws Exception {
        MockHttpServletResponse answer = send("GET", path, "CUSTOMER");

        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.getHeader("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        assertThat(answer.getHeader("Strict-Transport-Security")).isNull();
    }

    @Test
    void over_https_it_stays_https() throws Exception {
        MockHttpServletResponse answer = http.perform(
                        MockMvcRequestBuilders.get("/api/v1/products").secure(true))
                .andReturn()
                .getResponse();

        assertThat(answer.getHeader("Strict-Transport-Security")).contains("max-age=31536000", "includeSubDomains");
    }

    @Test
    void pages_may_load_what_is_ours() throws Exception {
        assertThat(send("GET", "/swagger-ui/index.html", "").getHeader("Content-Security-Policy"))
                .startsWith("default-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("script-src", "unsafe-eval");
    }

    @Test
    void pages_of_named_origins_may_call_and_no_others() throws Exception {
        MockHttpServletResponse asked = preflight("https://shop.example.com");
        assertThat(asked.getStatus()).isEqualTo(200);
        assertThat(asked.getHeader(ACCESS_CONTROL_ALLOW_ORIGIN)).isEqualTo("https://shop.example.com");
        assertThat(asked.getHeader("Access-Control-Allow-Headers")).isEqualToIgnoringCase("Authorization");
        assertThat(asked.getHeader("Access-Control-Allow-Credentials")).isNull();

        MockHttpServletResponse foreign = preflight("https://evil.example.com");
        assertThat(foreign.getStatus()).isEqualTo(403);
        assertThat(foreign.getHeader(ACCESS_CONTROL_ALLOW_ORIGIN)).isNull();
        assertThat(foreign.getContentType()).isEqualTo("application/problem+json");
    }

    @Test
    void a_token_that_another_signed_or_that_is_too_old_is_refused() throws Exception {
        String forged = SigningKeys.create().tokens(NOW).issue(1, "CUSTOMER");
        String expired = keys.tokens(Clock.offset(NOW, Duration.ofDays(-1))).issue(1, "CUSTOMER");
        for (String token : new String[] {forged, expired, "x"}) {
            for (int time = 0; time < 2; time++) {
                MockHttpServletResponse answer = sendWith("GET", "/api/v1/points", token);
                assertThat(answer.getStatus()).isEqualTo(401);
                assertThat(answer.getHeader("WWW-Authenticate")).startsWith("Bearer");
            }
        }
    }

    @Test
    void without_an_operator_in_the_settings_nobody_logs_in() throws Exception {
        for (String user : new String[] {"ops", ""}) {
            MockHttpServletResponse answer = http.perform(MockMvcRequestBuilders.post("/login")
                            .cookie(new Cookie("XSRF-TOKEN", "t"))
                            .param("_csrf", "t")
                            .param("username", user)
                            .param("password", user))
                    .andReturn()
                    .getResponse();
            assertThat(answer.getRedirectedUrl()).isEqualTo("/login?error");
        }
    }

    @Test
    void limits_are_told_while_redis_is_away() throws Exception {
        assertThat(send("GET", "/api/v1/points", "CUSTOMER").getHeader("RateLimit"))
                .matches("\"address\";r=\\d+;t=1, \"user\";r=\\d+;t=1");
    }

    private MockHttpServletResponse preflight(String origin) throws Exception {
        return http.perform(MockMvcRequestBuilders.options("/api/v1/orders")
                        .header("Origin", origin)
                        .header("Access-Control-Request-Method", "POST")
                        .header("Access-Control-Request-Headers", "authorization"))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse send(String method, String path, String role) throws Exception {
        return sendWith(method, path, role.isEmpty() ? "" : keys.tokens(NOW).issue(1, role));
    }

    private MockHttpServletResponse sendWith(String method, String path, String token) throws Exception {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.request(HttpMethod.valueOf(method), path);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.perform(request).andReturn().getResponse();
    }
}
