package io.commerceroutes.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.hawt.HawtioContextListener;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.mock.web.MockServletContext;

class HawtioInTurnTest {
    private static final int ROLES = 4;
    private static final int TIMES = 25;

    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    /** Takes a moment to start and to end, and notices who does so beside it. */
    private final class Slow extends HawtioContextListener {
        @Override
        public void contextInitialized(ServletContextEvent start) {
            takeAMoment();
        }

        @Override
        public void contextDestroyed(ServletContextEvent end) {
            takeAMoment();
        }
    }

    private void takeAMoment() {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(200));
        atOnce.decrementAndGet();
    }

    @Test
    void roles_that_start_and_end_side_by_side_do_not_meet_in_hawtio() throws Exception {
        ServletContextEvent event = new ServletContextEvent(new MockServletContext());
        try (ExecutorService roles = Executors.newFixedThreadPool(ROLES)) {
            List<Future<?>> running = new ArrayList<>();
            for (int role = 0; role < ROLES; role++) {
                ServletContextListener hawtio = inTurn(new Slow());
                running.add(roles.submit(() -> {
                    for (int time = 0; time < TIMES; time++) {
                        hawtio.contextInitialized(event);
                        hawtio.contextDestroyed(event);
                    }
                }));
            }
            for (Future<?> role : running) {
                role.get();
            }
        }
        assertThat(mostAtOnce).hasValue(1);
    }

    private static ServletContextListener inTurn(HawtioContextListener listener) {
        ServletListenerRegistrationBean<HawtioContextListener> registration =
                new ServletListenerRegistrationBean<>(listener);
        new HawtioInTurn().postProcessAfterInitialization(registration, "hawtio");
        return (ServletContextListener) listenerOf(registration);
    }

    private static Object listenerOf(ServletListenerRegistrationBean<?> registration) {
        return registration.getListener();
    }
}
