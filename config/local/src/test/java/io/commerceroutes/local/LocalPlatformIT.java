package io.commerceroutes.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.embedded.LocalPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.util.FileSystemUtils;

@Execution(ExecutionMode.CONCURRENT)
class LocalPlatformIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String SERVERS_AND_SIMULATOR = "--roles=pg,servers";

    private final Map<PortSetting, Integer> ports = PlatformProcess.freePorts();
    private Path data;

    @BeforeEach
    void chooseDataFolder() throws IOException {
        data = Files.createTempDirectory(
                Files.createDirectories(Path.of("target/it").toAbsolutePath()), "data");
    }

    @AfterEach
    void removeDataFolder() throws IOException {
        FileSystemUtils.deleteRecursively(data);
    }

    @Test
    void all_four_roles_get_ready_side_by_side_and_end_in_order_on_sigterm() throws Exception {
        try (PlatformProcess platform = PlatformProcess.start(data, ports).awaitReady()) {
            for (PortSetting role : List.of(PortSetting.API, PortSetting.COLLECTOR, PortSetting.SIMULATOR)) {
                assertThat(PlatformProcess.readiness(ports.get(role))).isEqualTo(200);
            }
            List<ProcessHandle> servers = platform.servers();
            assertThat(servers).hasSize(2);
            platform.terminate();
            assertThat(platform.awaitEnd()).isEqualTo(128 + 15);
            assertThat(servers).noneMatch(ProcessHandle::isAlive);
            Awaitility.await()
                    .atMost(LIMIT)
                    .untilAsserted(() -> assertThat(platform.lines().stream().filter(line -> line.contains("ended in")))
                            .extracting(line -> line.strip().split(" ")[0])
                            .containsExactly(
                                    "commerce-collector", "commerce-api", "pg-simulator", "Kafka", "Redis", "MySQL"));
            assertAllPortsFree();
        }
    }

    @Test
    void a_taken_port_of_a_role_gives_one_line_and_leaves_nothing() throws Exception {
        assertRefused(PortSetting.SIMULATOR);
    }

    @Test
    void a_taken_port_of_a_server_gives_one_line_and_leaves_nothing() throws Exception {
        assertRefused(PortSetting.REDIS);
        assertRefused(PortSetting.KAFKA);
    }

    private void assertRefused(PortSetting setting) throws Exception {
        try (ServerSocket other = new ServerSocket(ports.get(setting), 1, InetAddress.getLoopbackAddress());
                PlatformProcess platform = PlatformProcess.start(data, ports, SERVERS_AND_SIMULATOR)) {
            assertThat(platform.awaitEnd()).isEqualTo(1);
            Awaitility.await()
                    .atMost(LIMIT)
                    .untilAsserted(() -> assertThat(platform.lines())
                            .filteredOn(line -> line.contains("taken"))
                            .singleElement()
                            .asString()
                            .contains(Integer.toString(other.getLocalPort()), setting.option()));
            assertThat(platform.lines()).noneMatch(line -> line.contains("Exception"));
        }
        assertAllPortsFree();
    }

    @Test
    void after_a_kill_the_next_start_takes_over_by_itself() throws Exception {
        List<ProcessHandle> leftBehind;
        try (PlatformProcess platform =
                PlatformProcess.start(data, ports, SERVERS_AND_SIMULATOR).awaitReady()) {
            leftBehind = platform.servers();
            platform.kill();
        }
        assertThat(leftBehind).hasSize(2).allMatch(ProcessHandle::isAlive);
        try (PlatformProcess platform =
                PlatformProcess.start(data, ports, SERVERS_AND_SIMULATOR).awaitReady()) {
            assertThat(leftBehind).noneMatch(ProcessHandle::isAlive);
            assertThat(PlatformProcess.readiness(ports.get(PortSetting.SIMULATOR)))
                    .isEqualTo(200);
            platform.terminate();
            platform.awaitEnd();
        }
        assertAllPortsFree();
    }

    @Test
    void a_second_platform_on_the_same_data_is_refused_but_a_role_without_servers_runs_beside() throws Exception {
        try (PlatformProcess first =
                PlatformProcess.start(data, ports, SERVERS_AND_SIMULATOR).awaitReady()) {
            try (PlatformProcess second =
                    PlatformProcess.start(data, PlatformProcess.freePorts(), SERVERS_AND_SIMULATOR, "--fresh")) {
                assertThat(second.awaitEnd()).isEqualTo(1);
                Awaitility.await()
                        .atMost(LIMIT)
                        .untilAsserted(() -> assertThat(second.lines())
                                .singleElement()
                                .asString()
                                .contains("in use", data.toString()));
            }
            assertThat(first.servers()).hasSize(2).allMatch(ProcessHandle::isAlive);
            Map<PortSetting, Integer> others = new EnumMap<>(ports);
            others.put(PortSetting.SIMULATOR, LocalPort.free());
            try (PlatformProcess beside =
                    PlatformProcess.start(data, others, "--roles=pg").awaitReady()) {
                assertThat(PlatformProcess.readiness(others.get(PortSetting.SIMULATOR)))
                        .isEqualTo(200);
                beside.terminate();
                beside.awaitEnd();
            }
            assertThat(PlatformProcess.readiness(ports.get(PortSetting.SIMULATOR)))
                    .isEqualTo(200);
            first.terminate();
            first.awaitEnd();
        }
    }

    @Test
    void fresh_starts_with_nothing_of_what_was_there() throws Exception {
        DataFolder before = DataFolder.open(data, "log");
        Path old = Files.writeString(Files.createDirectories(before.redis()).resolve("old"), "old");
        try (PlatformProcess platform = PlatformProcess.start(data, ports, SERVERS_AND_SIMULATOR, "--fresh")
                .awaitReady()) {
            assertThat(old).doesNotExist();
            platform.terminate();
            platform.awaitEnd();
        }
    }

    @Test
    void a_wrong_option_is_said_in_one_line_and_nothing_starts() throws Exception {
        try (PlatformProcess platform = PlatformProcess.start(data, ports, "--roles=api,nobody")) {
            assertThat(platform.awaitEnd()).isEqualTo(2);
            Awaitility.await()
                    .atMost(LIMIT)
                    .untilAsserted(() -> assertThat(platform.lines())
                            .singleElement()
                            .asString()
                            .contains("nobody"));
        }
    }

    private void assertAllPortsFree() {
        ports.forEach((setting, port) -> LocalPort.requireFree(port, setting.option()));
    }
}
