package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.data.redis.RedisSessionRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** The console's own session filter, over a real Redis. */
@OnSharedApi
class EndedSessionsIT {
    @Test
    void a_request_that_ends_after_the_log_out_neither_fails_nor_logs_in_again(RunningApi api) throws Exception {
        RedisSessionRepository logins = api.context().getBean(RedisSessionRepository.class);
        Session login = begin(logins);
        MockHttpServletRequest underWay = new MockHttpServletRequest();
        underWay.setCookies(cookie(login));

        api.context()
                .getBean(SessionRepositoryFilter.class)
                .doFilter(underWay, new MockHttpServletResponse(), (in, out) -> {
                    assertThat(((HttpServletRequest) in).getSession(false)).isNotNull();
                    logins.deleteById(login.getId());
                });

        assertThat(logins.findById(login.getId())).isNull();
    }

    private static <S extends Session> Session begin(SessionRepository<S> logins) {
        S login = logins.createSession();
        logins.save(login);
        return login;
    }

    private static Cookie cookie(Session login) {
        return new Cookie(
                "SESSION", Base64.getEncoder().encodeToString(login.getId().getBytes(StandardCharsets.UTF_8)));
    }
}
