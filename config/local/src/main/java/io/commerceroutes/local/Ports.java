package io.commerceroutes.local;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which part listens where; no two on one port. */
record Ports(Map<PortSetting, Integer> chosen) {
    private static final int HIGHEST = 65_535;

    Ports {
        chosen = Map.copyOf(chosen);
    }

    /** @throws IllegalArgumentException when a value is no port number, or two parts would share one */
    static Ports from(Map<String, String> options) {
        Map<PortSetting, Integer> ports = new EnumMap<>(PortSetting.class);
        Map<Integer, PortSetting> owners = new TreeMap<>();
        for (PortSetting setting : PortSetting.values()) {
            int port = Optional.ofNullable(options.get(setting.option()))
                    .map(value -> number(setting, value))
                    .orElse(setting.defaultPort());
            PortSetting other = owners.put(port, setting);
            if (other != null) {
                throw new IllegalArgumentException(
                        "%s and %s are both %d".formatted(other.option(), setting.option(), port));
            }
            ports.put(setting, port);
        }
        return new Ports(ports);
    }

    private static int number(PortSetting setting, String value) {
        try {
            int port = Integer.parseInt(value);
            if (port >= 1 && port <= HIGHEST) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // Reported below, like a number out of range.
        }
        throw new IllegalArgumentException("%s=%s is no port number".formatted(setting.option(), value));
    }

    int of(PortSetting setting) {
        return chosen.get(setting);
    }

    Optional<PortSetting> settingOf(int port) {
        return chosen.entrySet().stream()
                .filter(entry -> entry.getValue() == port)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
