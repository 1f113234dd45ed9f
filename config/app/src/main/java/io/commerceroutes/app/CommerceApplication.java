package io.commerceroutes.app;

import java.util.List;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/** Production entry: starts the roles named by {@code --roles=api|collector} against the servers of the environment. */
public final class CommerceApplication {
    private CommerceApplication() {}

    public static void main(String[] args) {
        String roles = new SimpleCommandLinePropertySource(args).getProperty("roles");
        if (roles == null) {
            System.err.println("Say which part to run: --roles=api or --roles=collector");
            System.exit(2);
        }
        try {
            List<Role> chosen = Role.parse(roles);
            chosen.forEach(role -> role.start(args));
        } catch (IllegalArgumentException unknownRole) {
            System.err.println(unknownRole.getMessage());
            System.exit(2);
        }
    }
}
