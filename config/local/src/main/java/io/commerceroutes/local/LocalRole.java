package io.commerceroutes.local;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What {@code --roles} can name. */
enum LocalRole {
    SERVERS(PortSetting.DATABASE),
    PG(PortSetting.SIMULATOR),
    API(PortSetting.API),
    COLLECTOR(PortSetting.COLLECTOR);

    private final PortSetting port;

    LocalRole(PortSetting port) {
        this.port = port;
    }

    /** The port it is told apart by. */
    PortSetting port() {
        return port;
    }

    /**
     * Reads a comma-separated list in any order.
     *
     * @throws IllegalArgumentException naming the first unknown role
     */
    static Set<LocalRole> parse(String list) {
        Set<LocalRole> roles = EnumSet.noneOf(LocalRole.class);
        Arrays.stream(list.split(",")).map(LocalRole::named).forEach(roles::add);
        return roles;
    }

    private static LocalRole named(String name) {
        return Arrays.stream(values())
                .filter(role -> role.name().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown role '%s' in --roles: choose from %s"
                        .formatted(
                                name.strip(),
                                Arrays.stream(values())
                                        .map(role -> role.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(",")))));
    }
}
