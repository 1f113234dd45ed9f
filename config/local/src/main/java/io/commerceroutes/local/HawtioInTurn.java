package io.commerceroutes.local;

import io.hawt.HawtioContextListener;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.EventListener;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;

/**
 * Lets the roles of one JVM start and end Hawtio one after the other. Each takes the same names in JMX from whoever has
 * them, and a role does not start where another takes them in between.
 */
public class HawtioInTurn implements BeanPostProcessor {
    private static final Object TURN = new Object();

    @Override
    @SuppressWarnings("unchecked") // What listens to a servlet context may take the place of what does.
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof ServletListenerRegistrationBean<?> registration
                && registration.getListener() instanceof HawtioContextListener hawtio) {
            ((ServletListenerRegistrationBean<EventListener>) registration).setListener(new InTurn(hawtio));
        }
        return bean;
    }

    private record InTurn(HawtioContextListener hawtio) implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent start) {
            synchronized (TURN) {
                hawtio.contextInitialized(start);
            }
        }

        @Override
        public void contextDestroyed(ServletContextEvent end) {
            synchronized (TURN) {
                hawtio.contextDestroyed(end);
            }
        }
    }
}
