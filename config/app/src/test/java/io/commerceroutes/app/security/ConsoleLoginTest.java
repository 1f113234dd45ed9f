package io.commerceroutes.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Who gets into the console, up to the session: Redis is away all the time. */
@SpringBootTest(
        classes = SecuredApplication.class,
        properties = {
            "spring.config.name=commerce",
            "spring.profiles.active=local",
            "spring.application.name=console",
            "spring.data.redis.url=redis://127.0.0.1:1",
            "commerce.rate-limit.login-per-second=100000"
        })
@AutoConfigureMockMvc
class ConsoleLoginTest {
    private static final String CONSOLE = "/actuator/hawtio/index.html";
    private static final Cookie UNKNOWN_SESSION = new Cookie("SESSION", "c29tZS1zZXNzaW9u");

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

    @Test
    void a_stranger_is_shown_the_form_and_gets_no_session() throws Exception {
        MockHttpServletResponse sent = send(MockMvcRequestBuilders.get(CONSOLE).accept("text/html"));
        MockHttpServletResponse form = send(MockMvcRequestBuilders.get("/login"));

        assertThat(sent.getRedirectedUrl()).endsWith("/login");
        assertThat(form.getContentAsString()).contains("name=\"_csrf\"", "type=\"password\"");
        assertThat(form.getHeader("Content-Security-Policy")).contains("default-src 'self'", "form-action 'self'");
        assertThat(sent.getCookie("SESSION")).isNull();
        assertThat(form.getCookie("SESSION")).isNull();
    }

    @Test
    void a_script_without_a_login_is_told_so() throws Exception {
        MockHttpServletResponse answer = send(MockMvcRequestBuilders.get("/actuator/jolokia"));

        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({"CUSTOMER,403", "ADMIN,403", "OPS,200"})
    void a_token_lets_operators_in_and_nobody_else(String role, int status) throws Exception {
        for (String path : new String[] {CONSOLE, "/actuator/jolokia"}) {
            MockHttpServletRequestBuilder request =
                    MockMvcRequestBuilders.get(path).header("Authorization", "Bearer " + token(role));
            assertThat(send(request).getStatus()).as(path).isEqualTo(status);
        }
    }

    @Test
    void a_wrong_password_is_refused_and_leaves_no_session_behind() throws Exception {
        MockHttpServletResponse answer = send(login("ops", "wrong").param("_csrf", "t"));

        assertThat(answer.getRedirectedUrl()).isEqualTo("/login?error");
        assertThat(answer.getCookie("SESSION")).isNull();
    }

    @Test
    void a_form_of_another_site_is_refused() throws Exception {
        assertThat(send(login("ops", "ops")).getStatus()).isEqualTo(403);
        assertThat(send(login("ops", "ops").param("_csrf", "other")).getStatus())
                .isEqualTo(403);
    }

    @Test
    void while_redis_is_away_the_console_says_so_and_the_api_does_not_ask() throws Exception {
        assertThat(send(login("ops", "ops").param("_csrf", "t")).getStatus()).isEqualTo(503);
        assertThat(send(MockMvcRequestBuilders.get(CONSOLE).cookie(UNKNOWN_SESSION))
                        .getStatus())
                .isEqualTo(503);
        assertThat(send(MockMvcRequestBuilders.get("/api/v1/products").cookie(UNKNOWN_SESSION))
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void nobody_reaches_other_servers_through_the_console() throws Exception {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.get("/actuator/hawtio/proxy/127.0.0.1")
                .header("Authorization", "Bearer " + token("OPS"));

        assertThat(send(request).getStatus()).isEqualTo(403);
    }

    private static MockHttpServletRequestBuilder login(String user, String password) {
        return MockMvcRequestBuilders.post("/login")
                .cookie(new Cookie("XSRF-TOKEN", "t"))
                .param("username", user)
                .param("password", password);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request).andReturn().getResponse();
    }

    private static String token(String role) {
        return keys.tokens(Clock.systemUTC()).issue(1, role);
    }
}
