package io.commerceroutes.app;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A part of the platform that runs as a Spring context of its own: own port, pool, settings and CamelContext. */
public enum Role {
    API("commerce-api", CommerceApi.class),
    COLLECTOR("commerce-collector", CommerceCollector.class);

    private final String applicationName;
    private final Class<?> configuration;

    Role(String applicationName, Class<?> configuration) {
        this.applicationName = applicationName;
        this.configuration = configuration;
    }

    public String applicationName() {
        return applicationName;
    }

    /**
     * Reads a comma-separated list such as {@code api,collector}.
     *
     * @throws IllegalArgumentException naming the first unknown role
     */
    public static List<Role> parse(String roles) {
        return Arrays.stream(roles.split(",")).map(Role::named).distinct().toList();
    }

    private static Role named(String name) {
        return Arrays.stream(values())
                .filter(role -> role.name().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Unknown role '%s': choose from %s".formatted(name.strip(), names())));
    }

    private static String names() {
        return Arrays.stream(values())
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /**
     * Prepares this role's application: settings come from {@code commerce.yml} and {@code <applicationName>.yml},
     * over {@code defaults}, under the environment.
     */
    public SpringApplicationBuilder application(Map<String, Object> defaults) {
        return new SpringApplicationBuilder(configuration)
                .properties(defaults)
                .properties("spring.config.name=commerce," + applicationName);
    }

    /** Starts this role and returns when it is ready to serve. */
    public ConfigurableApplicationContext start(String... args) {
        return application(Map.of()).run(args);
    }
}
