package io.commerceroutes.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** A server of ours whose JVM was killed: found by the process id in its folder and the folder on its command line. */
final class LeftBehind {
    private LeftBehind() {}

    /** Ends the server that a killed JVM left behind in this folder, if there is one; returns whether there was. */
    static boolean stop(Path folder, Duration patience) {
        Optional<ProcessHandle> left = in(folder);
        left.ifPresent(handle -> ServerProcess.end(handle, patience));
        ServerProcess.deletePidFile(folder);
        return left.isPresent();
    }

    private static Optional<ProcessHandle> in(Path folder) {
        try {
            long pid = Long.parseLong(
                    Files.readString(ServerProcess.pidFile(folder)).strip());
            return ProcessHandle.of(pid).filter(handle -> worksIn(handle, folder));
        } catch (IOException | NumberFormatException noPidFile) {
            return Optional.empty();
        }
    }

    /** A process id may have been given to somebody else since: only the folder on the command line tells. */
    private static boolean worksIn(ProcessHandle handle, Path folder) {
        return Stream.of(handle.info().arguments().orElse(new String[0]))
                .anyMatch(
                        argument -> argument.endsWith(folder.toString()) || argument.contains(folder + File.separator));
    }
}
