package io.commerceroutes.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A server's own process. Its output goes to a file, so that it outlives a killed JVM undisturbed; its process id is
 * kept in its folder, so that the next start finds it.
 */
final class ServerProcess {
    private static final Duration POLL = Duration.ofMillis(25);
    private static final File NOTHING = new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
    private static final int LOG_LINES_SHOWN = 5;
    private static final List<Path> OWN_SESSION = List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

    private final String name;
    private final Process process;
    private final Path folder;

    private ServerProcess(String name, Process process, Path folder) {
        this.name = name;
        this.process = process;
        this.folder = folder;
    }

    static ServerProcess start(String name, Path folder, List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(inItsOwnSession(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(NOTHING)
                .redirectOutput(logFile(folder).toFile());
        builder.environment().putAll(environment);
        try {
            keepPreviousLog(folder);
            ServerProcess started = new ServerProcess(name, builder.start(), folder);
            started.writePidFile();
            return started;
        } catch (IOException e) {
            throw new ServerStartException(name, e.getMessage(), e);
        }
    }

    private void writePidFile() throws IOException {
        try {
            Files.writeString(pidFile(folder), Long.toString(process.pid()));
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static void keepPreviousLog(Path folder) throws IOException {
        if (Files.exists(logFile(folder))) {
            Files.move(logFile(folder), folder.resolve("server.previous.log"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Returns when {@code ready} holds; otherwise stops the process and says why. */
    void awaitReady(BooleanSupplier ready, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            if (ready.getAsBoolean() && process.isAlive()) {
                return;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        String reason = process.isAlive()
                ? "not ready within %d s".formatted(limit.toSeconds())
                : "it ended with exit code %d".formatted(process.exitValue());
        stop(Duration.ofSeconds(5));
        throw new ServerStartException(name, "%s; see %s%n%s".formatted(reason, logFile(folder), lastLogLines()));
    }

    /** Asks the process to end, and ends it when it has not by then. */
    void stop(Duration patience) {
        end(process.toHandle(), patience);
        deletePidFile(folder);
    }

    static void end(ProcessHandle handle, Duration patience) {
        handle.destroy();
        if (!ended(handle, patience)) {
            handle.destroyForcibly();
            ended(handle, Duration.ofSeconds(5));
        }
    }

    /** Waits on, also in an interrupted thread: a server that is ending in order must not be killed for that. */
    private static boolean ended(ProcessHandle handle, Duration patience) {
        try {
            handle.onExit()
                    .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            return true;
        } catch (CompletionException timeout) {
            return !handle.isAlive();
        }
    }

    /** In a session of its own a terminal's Ctrl-C does not reach the server: whoever started it ends it, in order. */
    private static List<String> inItsOwnSession(List<String> command) {
        List<String> whole = new ArrayList<>();
        OWN_SESSION.stream().filter(Files::isExecutable).findFirst().ifPresent(setsid -> whole.add(setsid.toString()));
        whole.addAll(command);
        return whole;
    }

    private String lastLogLines() {
        try (Stream<String> lines = Files.lines(logFile(folder), StandardCharsets.ISO_8859_1)) {
            List<String> all = lines.toList();
            return all.stream()
                    .skip(Math.max(0, all.size() - LOG_LINES_SHOWN))
                    .collect(Collectors.joining(System.lineSeparator()));
        } catch (IOException unreadable) {
            return "";
        }
    }

    static void deletePidFile(Path folder) {
        try {
            Files.deleteIfExists(pidFile(folder));
        } catch (IOException stale) {
            // A stale pid file is harmless: the command line is compared before anything is ended.
        }
    }

    static Path pidFile(Path folder) {
        return folder.resolve("server.pid");
    }

    private static Path logFile(Path folder) {
        return folder.resolve("server.log");
    }
}
