package io.commerceroutes.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How an {@link EmbeddedDatabase} runs.
 *
 * @param folder keeps all data
 * @param portSetting what to name when the port is taken
 * @param user may do everything, from this machine
 * @param schemas created when missing
 */
public record DatabaseSettings(
        Path folder, int port, String portSetting, String user, String password, List<String> schemas) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{1,32}");
    private static final Pattern PASSWORD = Pattern.compile("[\\x21-\\x7e&&[^'\\\\]]{1,64}");

    public DatabaseSettings {
        folder = folder.toAbsolutePath().normalize();
        schemas = List.copyOf(schemas);
        require(NAME, user, "user");
        require(PASSWORD, password, "password");
        schemas.forEach(schema -> require(NAME, schema, "schema"));
    }

    private static void require(Pattern form, String value, String what) {
        if (!form.matcher(value).matches()) {
            throw new IllegalArgumentException("Not usable as a %s: needs %s".formatted(what, form));
        }
    }
}
