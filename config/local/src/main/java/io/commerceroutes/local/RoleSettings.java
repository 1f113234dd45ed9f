package io.commerceroutes.local;

import io.commerceroutes.embedded.JdbcUrl;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The settings that the roles get here: defaults under everything else, and what only the launcher may decide. */
final class RoleSettings {
    static final String DATABASE_USER = "commerce";
    static final String DATABASE_PASSWORD = "commerce";
    static final List<String> SCHEMAS = List.of("commerce", "analytics");

    private final LaunchOptions options;
    private final DataFolder data;
    private final LocalKeys keys;

    RoleSettings(LaunchOptions options, DataFolder data, LocalKeys keys) {
        this.options = options;
        this.data = data;
        this.keys = keys;
    }

    /** Of lowest precedence: the environment and the command line win over them. */
    Map<String, Object> defaults() {
        Map<String, Object> settings = new LinkedHashMap<>(PlatformLog.settings(data.log()));
        database(settings, "COMMERCE_DB", "commerce");
        database(settings, "ANALYTICS_DB", "analytics");
        settings.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + port(PortSetting.KAFKA));
        settings.put("REDIS_URL", "redis://127.0.0.1:" + port(PortSetting.REDIS));
        settings.put("PG_BASE_URL", "http://127.0.0.1:" + port(PortSetting.SIMULATOR));
        // A gateway that is not ours takes no other address than http://localhost:8080, which is our default, too.
        String api = "http://localhost:" + port(PortSetting.API);
        settings.put("PG_CALLBACK_URL", api + "/api/v1/payments/callback");
        settings.put("pg.callback-url-prefix", api);
        settings.put("pg.data-dir", data.simulator(port(PortSetting.SIMULATOR)).toString());
        settings.put("spring.security.oauth2.resourceserver.jwt.public-key-location", fileUrl(keys.publicKey()));
        settings.put("commerce.auth.local-private-key-location", fileUrl(keys.privateKey()));
        settings.put("COMMERCE_IDEMPOTENCY_SECRET", keys.idempotencySecret());
        settings.put("COMMERCE_CARD_KEYS", "local:" + keys.cardKey());
        settings.put("COMMERCE_CARD_KEY_ID", "local");
        settings.put("server.address", "127.0.0.1");
        settings.put("spring.lifecycle.timeout-per-shutdown-phase", "10s");
        settings.put("camel.main.shutdown-timeout", "10");
        return settings;
    }

    /** Of highest precedence: the role's own port, then what was passed on. */
    String[] arguments(PortSetting portSetting) {
        List<String> arguments = new ArrayList<>(options.settings());
        arguments.add("--server.port=" + port(portSetting));
        return arguments.toArray(String[]::new);
    }

    private void database(Map<String, Object> settings, String prefix, String schema) {
        settings.put(prefix + "_URL", JdbcUrl.of(port(PortSetting.DATABASE), schema));
        settings.put(prefix + "_USER", DATABASE_USER);
        settings.put(prefix + "_PASSWORD", DATABASE_PASSWORD);
    }

    private int port(PortSetting setting) {
        return options.ports().of(setting);
    }

    private static String fileUrl(Path file) {
        return file.toUri().toString();
    }
}
