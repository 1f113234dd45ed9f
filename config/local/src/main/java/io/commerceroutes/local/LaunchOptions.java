package io.commerceroutes.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was asked for on the command line and in the environment.
 *
 * @param fresh whether all local data is thrown away first
 * @param dataFolder keeps the embedded servers' data, keys and logs
 * @param settings options that are not the launcher's own: Spring settings for every role
 */
record LaunchOptions(Set<LocalRole> roles, boolean fresh, Ports ports, Path dataFolder, List<String> settings) {
    private static final String ROLES = "--roles";
    private static final String FRESH = "--fresh";
    private static final Set<String> OWN_PORT_SETTINGS = Set.of("--server.port", "--management.server.port");

    LaunchOptions {
        roles = Set.copyOf(roles);
        settings = List.copyOf(settings);
    }

    /** @throws IllegalArgumentException saying in one line what cannot be done, and why */
    static LaunchOptions parse(String[] arguments, Map<String, String> environment) {
        Map<String, String> own = new HashMap<>();
        List<String> settings = new ArrayList<>();
        Set<String> ownNames = ownNames();
        for (String argument : arguments) {
            String name = argument.split("=", 2)[0];
            if (ownNames.contains(name)) {
                own.put(name, argument.contains("=") ? argument.split("=", 2)[1] : "");
            } else {
                settings.add(springSetting(name, argument));
            }
        }
        Set<LocalRole> roles =
                own.containsKey(ROLES) ? LocalRole.parse(own.get(ROLES)) : EnumSet.allOf(LocalRole.class);
        boolean fresh = own.containsKey(FRESH) && isTrue(own.get(FRESH));
        if (fresh && !roles.contains(LocalRole.SERVERS)) {
            throw new IllegalArgumentException("--fresh empties the data folder, so it needs the role servers");
        }
        return new LaunchOptions(roles, fresh, Ports.from(own), dataFolder(environment), settings);
    }

    private static Set<String> ownNames() {
        Set<String> names = new HashSet<>(Set.of(ROLES, FRESH));
        for (PortSetting setting : PortSetting.values()) {
            names.add(setting.option());
        }
        return names;
    }

    private static boolean isTrue(String value) {
        return switch (value) {
            case "", "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("--fresh=%s is neither true nor false".formatted(value));
        };
    }

    private static String springSetting(String name, String argument) {
        if (OWN_PORT_SETTINGS.contains(name)) {
            throw new IllegalArgumentException(
                    "%s would be every role's port: use --api.port, --collector.port, --pg.port".formatted(name));
        }
        if (name.startsWith("--") && name.contains(".")) {
            return argument;
        }
        throw new IllegalArgumentException("Unknown option " + argument);
    }

    private static Path dataFolder(Map<String, String> environment) {
        String folder = environment.getOrDefault("COMMERCE_DATA_DIR", "");
        Path chosen = folder.isBlank() ? Path.of(System.getProperty("user.home"), ".commerce-routes") : Path.of(folder);
        return chosen.toAbsolutePath().normalize();
    }

    /** A log of its own for each process on one data folder: the one with the servers, and others beside it. */
    String logName() {
        return has(LocalRole.SERVERS)
                ? "platform"
                : roles.stream()
                        .sorted()
                        .map(role -> role.name().toLowerCase(Locale.ROOT) + "-" + ports.of(role.port()))
                        .collect(Collectors.joining("-"));
    }

    boolean has(LocalRole role) {
        return roles.contains(role);
    }
}
