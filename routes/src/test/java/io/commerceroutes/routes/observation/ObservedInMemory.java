package io.commerceroutes.routes.observation;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What each source told last. */
public class ObservedInMemory implements Figures {
    private final Map<String, List<Figure>> bySource = new ConcurrentHashMap<>();

    @Override
    public void observed(String source, List<Figure> figures) {
        bySource.put(source, figures);
    }

    public List<Figure> from(String source) {
        return bySource.getOrDefault(source, List.of());
    }

    public void forget() {
        bySource.clear();
    }
}
