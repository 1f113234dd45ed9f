package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** Logins in a real Redis, as the console's own filter keeps them. */
@OnSharedApi
class EndedSessionsIT {
    @Test
    void a_request_that_ends_after_the_log_out_neither_fails_nor_logs_in_again(RunningApi api) {
        endsBetween(sessions(api));
    }

    private static <S extends Session> void endsBetween(SessionRepository<S> sessions) {
        S login = sessions.createSession();
        sessions.save(login);
        S underWay = sessions.findById(login.getId());
        assertThat(underWay).isNotNull();

        sessions.deleteById(login.getId());
        underWay.setLastAccessedTime(Instant.now());
        sessions.save(underWay);

        assertThat(sessions.findById(login.getId())).isNull();
    }

    private static SessionRepository<?> sessions(RunningApi api) {
        return api.context().getBeanProvider(SessionRepository.class).getObject();
    }
}
