package io.commerceroutes.app.console;

import io.commerceroutes.app.http.ProblemWriter;
import io.commerceroutes.routes.http.ApiProblem;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration.LettuceClientConfigurationBuilder;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.data.redis.RedisSessionRepository;
import org.springframework.session.data.redis.config.annotation.SpringSessionRedisConnectionFactory;
import org.springframework.session.data.redis.config.annotation.web.http.EnableRedisHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/**
 * Logins are kept in Redis, so that any instance knows them. Only the console's paths have sessions at all: whatever
 * cookie comes with a call of the API, nobody asks Redis about it.
 */
@Configuration(proxyBeanMethods = false)
@EnableRedisHttpSession
class ConsoleSessions {
    private static final String[] PATHS = {"/login", "/actuator/hawtio/*", "/actuator/jolokia/*"};

    /** A connection of its own: a person waits longer than a request of the API may. */
    @Bean(defaultCandidate = false)
    @SpringSessionRedisConnectionFactory
    LettuceConnectionFactory consoleRedis(LettuceConnectionFactory redis, ConsoleSettings settings) {
        LettuceClientConfiguration theirs = redis.getClientConfiguration();
        LettuceClientConfigurationBuilder ours = LettuceClientConfiguration.builder()
                .commandTimeout(settings.redisTimeout())
                .clientOptions(theirs.getClientOptions().orElseThrow())
                .clientResources(theirs.getClientResources().orElseThrow());
        if (theirs.isUseSsl()) {
            ours.useSsl();
        }
        return new LettuceConnectionFactory(redis.getStandaloneConfiguration(), ours.build());
    }

    @Bean
    SessionRepositoryCustomizer<RedisSessionRepository> consoleSessionSettings(ConsoleSettings settings) {
        return sessions -> {
            sessions.setDefaultMaxInactiveInterval(settings.sessionIdleMax());
            sessions.setRedisKeyNamespace(settings.sessionPrefix());
        };
    }

    @Bean
    @Primary
    @SuppressWarnings("unchecked") // It is given back only what it made.
    EndedSessions consoleSessions(RedisSessionRepository sessions) {
        return new EndedSessions((SessionRepository<Session>) (SessionRepository<?>) sessions);
    }

    @Bean
    CookieSerializer consoleCookie() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setSameSite("Strict");
        return cookie;
    }

    @Bean
    FilterRegistrationBean<SessionRepositoryFilter<?>> consoleSessionFilter(SessionRepositoryFilter<?> sessions) {
        FilterRegistrationBean<SessionRepositoryFilter<?>> registration = new FilterRegistrationBean<>(sessions);
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        registration.addUrlPatterns(PATHS);
        return registration;
    }

    /** While Redis is away nobody is logged in, and the console says so. */
    @Bean
    FilterRegistrationBean<Filter> consoleWithoutRedis(ProblemWriter problems) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
            try {
                chain.doFilter(request, response);
            } catch (DataAccessException away) {
                String path = ((HttpServletRequest) request).getRequestURI();
                problems.write((HttpServletResponse) response, ApiProblem.unavailable(), path);
            }
        });
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
        registration.addUrlPatterns(PATHS);
        return registration;
    }
}
