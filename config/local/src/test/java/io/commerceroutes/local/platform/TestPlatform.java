package io.commerceroutes.local.platform;

import io.commerceroutes.app.Role;
import io.commerceroutes.embedded.EmbeddedServers;
import io.commerceroutes.local.DemoCatalogue;
import io.commerceroutes.local.HawtioInTurn;
import io.commerceroutes.pgsimulator.PgSimulator;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The platform's roles in this JVM, on real servers: embedded ones, or those that the environment names. Works in
 * schemas and topics of its own, so that nothing else is touched.
 */
public final class TestPlatform implements AutoCloseable {
    static {
        SharedLog.begin();
    }

    private final String suffix = "_it_" + UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, Object> settings = new HashMap<>();
    private final List<ConfigurableApplicationContext> contexts = new ArrayList<>();
    private final TestKeys keys;

    public TestPlatform() {
        this(Map.of());
        database("COMMERCE_DB", "commerce");
        database("ANALYTICS_DB", "analytics");
        settings.put("camel.component.kafka.brokers", kafkaServers());
        settings.put(
                "spring.data.redis.url",
                env("REDIS_URL")
                        .orElseGet(() -> "redis://127.0.0.1:"
                                + EmbeddedServers.shared().redis().port()));
    }

    /** On servers that only this platform uses; the settings name them. */
    TestPlatform(Map<String, Object> ownServers) {
        settings.putAll(ownServers);
        Stream.of("orders", "payments", "catalog")
                .forEach(name -> settings.put("commerce.topics." + name, "commerce." + name + suffix));
        settings.put("commerce.metrics.group", "metrics" + suffix);
        keys = TestKeys.in(Path.of("target", "keys" + suffix));
        settings.put("spring.security.oauth2.resourceserver.jwt.public-key-location", keys.publicKeyLocation());
        settings.put("commerce.auth.local-private-key-location", keys.privateKeyLocation());
        settings.put("commerce.idempotency.secret", Base64.getEncoder().encodeToString(new byte[32]));
        settings.put("commerce.payment.card-keys", "test:" + Base64.getEncoder().encodeToString(new byte[32]));
        settings.put("commerce.payment.card-key-id", "test");
        settings.put("server.address", "127.0.0.1");
        settings.put("spring.jmx.enabled", "false");
        // One user of a test sends more than a person does, and all come from one address.
        settings.put("commerce.rate-limit.key-prefix", "rate-limit" + suffix + ":");
        Stream.of("user", "address", "callback")
                .forEach(whose -> settings.put("commerce.rate-limit." + whose + "-per-second", 1_000_000));
        // Schedulers, and the contexts that jobs belong to, are found in this JVM by their names.
        settings.put("spring.quartz.scheduler-name", "${spring.application.name}" + suffix);
        settings.put("camel.main.name", "${spring.application.name}" + suffix);
    }

    /** Starts a role in the local profile, the transaction side with the demo catalogue, and answers its context. */
    public ConfigurableApplicationContext start(
            Role role, Map<String, Object> ownSettings, Class<?>... ownConfigurations) {
        SpringApplicationBuilder application =
                role.application(Map.of()).sources(ownConfigurations).profiles("local");
        application.sources(HawtioInTurn.class);
        if (role == Role.API) {
            application.sources(DemoCatalogue.class);
        }
        ConfigurableApplicationContext context = application.run(arguments(withPort(ownSettings)));
        contexts.add(context);
        return context;
    }

    /** Some free port, where nobody chose another. */
    private static Map<String, Object> withPort(Map<String, Object> ownSettings) {
        Map<String, Object> withPort = new HashMap<>(ownSettings);
        withPort.putIfAbsent("server.port", "0");
        return withPort;
    }

    /** Starts the payment gateway's stand-in, whose callbacks reach the role that listens on {@code apiPort}. */
    ConfigurableApplicationContext startSimulator(int apiPort) {
        return startSimulator(apiPort, Map.of());
    }

    /** The same with settings and beans of the caller's. */
    public ConfigurableApplicationContext startSimulator(
            int apiPort, Map<String, Object> ownSettings, Class<?>... ownConfigurations) {
        Map<String, Object> all = new HashMap<>(ownSettings);
        all.put("server.port", 0);
        all.put("server.address", "127.0.0.1");
        all.put("spring.jmx.enabled", false);
        // Two that start at once would take the same name in JMX.
        all.put("camel.main.name", "pg-simulator" + suffix);
        all.put("pg.callback-url-prefix", "http://localhost:" + apiPort);
        ConfigurableApplicationContext simulator =
                PgSimulator.application().sources(ownConfigurations).run(commandLine(all));
        contexts.add(simulator);
        return simulator;
    }

    /** What tokens are signed and checked with. */
    TestKeys keys() {
        return keys;
    }

    /** The command line of a role in another JVM, on the same servers, schemas and topics. */
    public String[] arguments(Map<String, Object> ownSettings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(ownSettings);
        return commandLine(all);
    }

    private static String[] commandLine(Map<String, Object> all) {
        return all.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
    }

    /** The database of the role that was started first as {@code role}. */
    public JdbcTemplate jdbc(Role role) {
        return contexts.stream()
                .filter(context -> role.applicationName().equals(context.getId()))
                .findFirst()
                .orElseThrow()
                .getBean(JdbcTemplate.class);
    }

    /** The commerce schema, whoever uses it. */
    public JdbcTemplate commerce() {
        return schema("COMMERCE_DB");
    }

    /** The analytics schema, whoever uses it. */
    JdbcTemplate analytics() {
        return schema("ANALYTICS_DB");
    }

    private JdbcTemplate schema(String variable) {
        return new JdbcTemplate(new DriverManagerDataSource(
                (String) settings.get(variable + "_URL"), (String) settings.get(variable + "_USER"), (String)
                        settings.get(variable + "_PASSWORD")));
    }

    public static String baseUrl(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        return "http://127.0.0.1:" + environment.getProperty("local.server.port");
    }

    private static String kafkaServers() {
        return env("KAFKA_BOOTSTRAP_SERVERS")
                .orElseGet(() -> EmbeddedServers.shared().kafka().bootstrapServers());
    }

    private void database(String variable, String name) {
        String schema = name + suffix;
        Optional<String> external = env(variable + "_URL");
        String url =
                external.orElseGet(() -> EmbeddedServers.shared().database().jdbcUrl("mysql"));
        String user = external.flatMap(given -> env(variable + "_USER"))
                .orElseGet(() -> EmbeddedServers.shared().database().user());
        String password = external.flatMap(given -> env(variable + "_PASSWORD"))
                .orElseGet(() -> EmbeddedServers.shared().database().password());
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + schema);
        } catch (SQLException failure) {
            throw new IllegalStateException("The tests need a user that may create schemas", failure);
        }
        settings.put(variable + "_URL", url.replaceFirst("(jdbc:mysql://[^/]+/)[^?]*", "$1" + schema));
        settings.put(variable + "_USER", user);
        settings.put(variable + "_PASSWORD", password);
    }

    private static Optional<String> env(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    @Override
    public void close() {
        contexts.reversed().forEach(ConfigurableApplicationContext::close);
    }
}
