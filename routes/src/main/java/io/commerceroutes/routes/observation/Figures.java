package io.commerceroutes.routes.observation;

import java.util.List;

/** Shows operators what was observed last. */
public interface Figures {
    /**
     * Takes the place of all that {@code source} told before; a figure that it does not tell any more is 0.
     *
     * @param source names who observed: {@code database}, {@code kafka} or {@code audit}
     */
    void observed(String source, List<Figure> figures);
}
