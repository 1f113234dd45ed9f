package io.commerceroutes.local;

import io.commerceroutes.app.Role;
import io.commerceroutes.embedded.LocalPort;
import io.commerceroutes.pgsimulator.PgSimulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The order in which the local platform comes up: servers and simulator side by side, then both roles side by side. */
final class StartSequence {
    private final LaunchOptions options;
    private final DataFolder data;
    private final Console console;
    private final RunningParts parts;
    private final RoleSettings settings;

    StartSequence(LaunchOptions options, DataFolder data, Console console, RunningParts parts) {
        this.options = options;
        this.data = data;
        this.console = console;
        this.parts = parts;
        this.settings = new RoleSettings(options, data, LocalKeys.in(data.keys()));
    }

    void run() {
        long begun = System.nanoTime();
        requirePortsOfRoles();
        console.say("Starting the local platform; its data is in " + data.path());
        List<CompletableFuture<AutoCloseable>> started =
                new ArrayList<>(new LocalServers(options, data, parts).start());
        List<CompletableFuture<AutoCloseable>> simulator = startSimulator();
        RunningParts.awaitReady(started);
        started.addAll(simulator);
        started.addAll(startRoles());
        RunningParts.awaitReady(started);
        double seconds = Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1_000.0;
        console.say(String.format(Locale.ROOT, "Ready in %.1f s", seconds));
        new ClosingLines(options, data).lines().forEach(console::say);
    }

    /** Looked at before anything starts, so that a taken port costs no time. */
    private void requirePortsOfRoles() {
        requireFree(LocalRole.API, PortSetting.API);
        requireFree(LocalRole.COLLECTOR, PortSetting.COLLECTOR);
        requireFree(LocalRole.PG, PortSetting.SIMULATOR);
    }

    private void requireFree(LocalRole role, PortSetting setting) {
        if (options.has(role)) {
            LocalPort.requireFree(port(setting), setting.option());
        }
    }

    private List<CompletableFuture<AutoCloseable>> startSimulator() {
        if (!options.has(LocalRole.PG)) {
            return List.of();
        }
        SpringApplicationBuilder simulator = PgSimulator.application().properties(settings.defaults());
        return List.of(start(Part.SIMULATOR, PortSetting.SIMULATOR, simulator));
    }

    private List<CompletableFuture<AutoCloseable>> startRoles() {
        List<CompletableFuture<AutoCloseable>> started = new ArrayList<>();
        if (options.has(LocalRole.API)) {
            SpringApplicationBuilder api =
                    Role.API.application(settings.defaults()).sources(DemoCatalogue.class, HawtioInTurn.class);
            started.add(start(Part.API, PortSetting.API, api));
        }
        if (options.has(LocalRole.COLLECTOR)) {
            SpringApplicationBuilder collector =
                    Role.COLLECTOR.application(settings.defaults()).sources(HawtioInTurn.class);
            started.add(start(Part.COLLECTOR, PortSetting.COLLECTOR, collector));
        }
        return started;
    }

    private CompletableFuture<AutoCloseable> start(Part part, PortSetting port, SpringApplicationBuilder application) {
        String[] arguments = settings.arguments(port);
        return parts.start(
                part,
                address(port),
                () -> application.profiles("local").registerShutdownHook(false).run(arguments));
    }

    private String address(PortSetting setting) {
        return "on %s:%d".formatted(LocalPort.HOST, port(setting));
    }

    private int port(PortSetting setting) {
        return options.ports().of(setting);
    }
}
