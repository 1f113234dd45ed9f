package io.commerceroutes.pgsimulator.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the scenario as it was asked for, so that a gateway that was killed goes on in it. */
public class ScenarioFile {
    private static final Logger LOG = LoggerFactory.getLogger(ScenarioFile.class);

    private final Optional<Path> path;
    private final ObjectMapper json;

    /** @param folder where to keep it; none keeps nothing */
    public ScenarioFile(Optional<Path> folder, ObjectMapper json) {
        this.path = folder.map(existing -> existing.resolve("scenario.json"));
        this.json = json;
    }

    Optional<JsonNode> read() {
        return path.filter(Files::exists).flatMap(this::read);
    }

    private Optional<JsonNode> read(Path file) {
        try {
            return Optional.of(json.readTree(file.toFile()));
        } catch (IOException e) {
            LOG.warn("{} cannot be read, the scenario is the default: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    void write(JsonNode request) {
        path.ifPresent(file -> write(file, request));
    }

    private void write(Path file, JsonNode request) {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, json.writeValueAsBytes(request));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + file, e);
        }
    }
}
