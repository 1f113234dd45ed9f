package io.commerceroutes.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClosingLinesTest {
    @Test
    void the_order_command_is_one_line_for_the_chosen_port() {
        String command = lines("--api.port=9000")
                .lines()
                .filter(line -> line.startsWith("TOKEN="))
                .findFirst()
                .orElseThrow();
        assertThat(command)
                .contains("http://localhost:9000/api/v1/auth/tokens", "http://localhost:9000/api/v1/orders")
                .contains("{\"items\":[{\"productId\":1,\"quantity\":1}],\"payment\":{\"method\":\"POINT\"}}")
                .contains("sed 's/.*\"accessToken\":\"\\([^\"]*\\)\".*/\\1/'");
    }

    @Test
    void without_the_api_there_is_nothing_to_order_from() {
        assertThat(lines("--roles=servers,pg")).doesNotContain("TOKEN=").contains("http://localhost:8082");
    }

    private static String lines(String argument) {
        LaunchOptions options = LaunchOptions.parse(new String[] {argument}, Map.of());
        return String.join("\n", new ClosingLines(options, new DataFolder(Path.of("/data"), "platform")).lines());
    }
}
