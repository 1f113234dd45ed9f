package io.commerceroutes.domain.metrics;

/** The names by which products are shown in rankings. */
public interface ProductNames {
    /**
     * Keeps a name unless a newer one is known; joins the caller's transaction.
     *
     * @throws UncountableException when the name cannot be stored
     */
    void rename(EventReading.NameChange change);
}
