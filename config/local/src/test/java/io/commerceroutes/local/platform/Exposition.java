package io.commerceroutes.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an instance shows at /actuator/prometheus, as it is at one moment. */
public record Exposition(Map<String, String> types, List<Series> series) {
    private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** One line of it. */
    public record Series(String name, Map<String, String> labels, double value) {
        private boolean has(Map<String, String> wanted) {
            return labels.entrySet().containsAll(wanted.entrySet());
        }
    }

    /** Asks the instance. */
    public static Exposition of(String baseUrl) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + "/actuator/prometheus"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return read(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static Exposition read(String text) {
        Map<String, String> types = matches(TYPE, text)
                .collect(Collectors.toMap(
                        line -> line.group(1), line -> line.group(2), (one, same) -> one, TreeMap::new));
        List<Series> series = matches(SAMPLE, text)
                .map(line -> new Series(line.group(1), labels(line.group(2)), Double.parseDouble(line.group(3))))
                .toList();
        return new Exposition(types, series);
    }

    private static Stream<Matcher> matches(Pattern pattern, String text) {
        return text.lines().map(pattern::matcher).filter(Matcher::matches);
    }

    private static Map<String, String> labels(String text) {
        return text == null
                ? Map.of()
                : LABEL.matcher(text)
                        .results()
                        .collect(Collectors.toMap(label -> label.group(1), label -> label.group(2)));
    }

    /** The sum of those series of the name that carry all these labels. */
    public double sum(String name, Map<String, String> labels) {
        return series.stream()
                .filter(one -> one.name().equals(name) && one.has(labels))
                .mapToDouble(Series::value)
                .sum();
    }

    /** Whose names begin so. */
    public List<Series> startingWith(String prefix) {
        return series.stream().filter(one -> one.name().startsWith(prefix)).toList();
    }
}
