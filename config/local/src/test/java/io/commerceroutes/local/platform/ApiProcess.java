package io.commerceroutes.local.platform;

import io.commerceroutes.app.CommerceApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A commerce-api in a JVM of its own, beside a {@link TestPlatform}. */
final class ApiProcess {
    private ApiProcess() {}

    static RoleProcess start(TestPlatform platform, Map<String, Object> ownSettings) throws IOException {
        Map<String, Object> settings = new HashMap<>(ownSettings);
        settings.put("roles", "api");
        settings.put("spring.profiles.active", "local");
        return RoleProcess.start(
                "api", Path.of("target", "it"), CommerceApplication.class, platform.arguments(settings));
    }
}
