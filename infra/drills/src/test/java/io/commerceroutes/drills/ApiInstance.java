package io.commerceroutes.drills;

import io.commerceroutes.local.platform.Absence;
import io.commerceroutes.local.platform.RoleProcess;
import io.commerceroutes.local.platform.ShopClient;
import java.io.IOException;
import java.nio.file.Path;

/** A commerce-api in a JVM of its own, which is killed and comes back on the same port. */
final class ApiInstance implements AutoCloseable {
    private static final Path LOGS = Path.of("target", "it");

    private final String name;
    private final Class<?> main;
    private final int port;
    private final String[] arguments;
    private final ShopClient client;
    private final Absence absence = new Absence();
    private RoleProcess process;

    ApiInstance(String name, Class<?> main, int port, String[] arguments) {
        this.name = name;
        this.main = main;
        this.port = port;
        this.arguments = arguments;
        this.client = new ShopClient("http://127.0.0.1:" + port);
    }

    /** Returns before it is ready. */
    void start() throws IOException {
        process = RoleProcess.startOn(port, name, LOGS, main, arguments);
    }

    void awaitReady() {
        process.awaitReady();
    }

    /** SIGKILL, and a start at once; returns when it is ready again. */
    void killAndStartAgain() throws IOException, InterruptedException {
        absence.begin();
        process.kill();
        start();
        awaitReady();
        absence.end();
    }

    boolean isAway() {
        return absence.isNow();
    }

    void awaitBack() {
        absence.awaitEnd();
    }

    ShopClient client() {
        return client;
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.close();
        }
    }
}
