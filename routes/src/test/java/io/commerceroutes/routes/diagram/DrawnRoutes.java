package io.commerceroutes.routes.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.SendDefinition;

/** The diagrams of routes/README.md, one part for each side; {@code -Ddiagrams=write} draws them anew. */
public final class DrawnRoutes {
    private static final Path FILE = Path.of("README.md");
    private static final boolean WRITE = "write".equals(System.getProperty("diagrams"));

    private DrawnRoutes() {}

    /** @param side whose part of the file {@code drawn} is */
    public static void assertInFile(String side, String drawn) {
        String begin = "<!-- " + side + " -->\n";
        String end = "<!-- end of " + side + " -->\n";
        try {
            String file = Files.readString(FILE);
            String before = file.substring(0, file.indexOf(begin) + begin.length());
            String after = file.substring(file.indexOf(end));
            String expected = before + drawn + after;
            if (WRITE) {
                Files.writeString(FILE, expected);
            }
            assertThat(Files.readString(FILE))
                    .as("routes changed: run mvn test -pl routes -am -Ddiagrams=write, and look at what was drawn")
                    .isEqualTo(expected);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** All routes of the context: a table of the REST entries, and a diagram of each other route. */
    public static String of(CamelContext running) {
        List<RouteDefinition> routes = ((ModelCamelContext) running)
                .getRouteDefinitions().stream()
                        .sorted(Comparator.comparing(RouteDefinition::getId))
                        .toList();
        StringBuilder text = new StringBuilder("\n| request | route | goes to |\n|---|---|---|\n");
        routes.stream()
                .filter(DrawnRoutes::isEntry)
                .forEach(route -> text.append(
                        "| %s | %s | %s |\n".formatted(route.getDescriptionText(), route.getId(), goal(route))));
        routes.stream()
                .filter(route -> !isEntry(route))
                .forEach(route -> text.append("\n### %s\n\n%s\n\n```mermaid\n%s```\n"
                        .formatted(route.getId(), route.getDescriptionText(), RouteDiagram.of(route))));
        return text.append('\n').toString();
    }

    private static boolean isEntry(RouteDefinition route) {
        return Boolean.TRUE.equals(route.isRest());
    }

    private static String goal(RouteDefinition entry) {
        return entry.getOutputs().stream()
                .filter(SendDefinition.class::isInstance)
                .map(step -> ((SendDefinition<?>) step).getEndpointUri().replace("direct:", ""))
                .findFirst()
                .map(name -> "[%1$s](#%1$s)".formatted(name))
                .orElseThrow();
    }
}
