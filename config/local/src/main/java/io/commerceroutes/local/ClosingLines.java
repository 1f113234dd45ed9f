package io.commerceroutes.local;

import java.util.ArrayList;
import java.util.List;

/** What the start ends with: where to look, and a command that places an order. */
final class ClosingLines {
    private final LaunchOptions options;
    private final DataFolder data;

    ClosingLines(LaunchOptions options, DataFolder data) {
        this.options = options;
        this.data = data;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (options.has(LocalRole.API)) {
            lines.add("  commerce-api        " + url(PortSetting.API) + "/swagger-ui.html");
            lines.add("  the flows, in Hawtio (ops, ops)  " + url(PortSetting.API) + "/actuator/hawtio");
        }
        if (options.has(LocalRole.COLLECTOR)) {
            lines.add("  commerce-collector  " + url(PortSetting.COLLECTOR) + "/api/v1/rankings?period=DAILY");
        }
        if (options.has(LocalRole.PG)) {
            lines.add("  pg-simulator        " + url(PortSetting.SIMULATOR));
        }
        lines.add("  log                 " + data.log());
        if (options.has(LocalRole.API)) {
            lines.add("Place an order:");
            lines.add(orderCommand());
        }
        lines.add("Ctrl-C ends everything in order.");
        return lines;
    }

    /** One line for bash: takes a token for user 1, then orders product 1 with it. */
    private String orderCommand() {
        return """
                TOKEN=$(curl -s -X POST %1$s/api/v1/auth/tokens -H 'Content-Type: application/json' \
                -d '{"userId":1,"role":"CUSTOMER"}' | sed 's/.*"accessToken":"\\([^"]*\\)".*/\\1/') && \
                curl -si -X POST %1$s/api/v1/orders -H "Authorization: Bearer $TOKEN" \
                -H 'Content-Type: application/json' \
                -d '{"items":[{"productId":1,"quantity":1}],"payment":{"method":"POINT"}}'""".formatted(url(PortSetting.API));
    }

    private String url(PortSetting setting) {
        return "http://localhost:" + options.ports().of(setting);
    }
}
