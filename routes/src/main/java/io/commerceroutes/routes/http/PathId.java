package io.commerceroutes.routes.http;

import org.apache.camel.Message;

/** Reads a numeric id from the path; what is no id names nothing, so it is answered like an unknown one. */
public final class PathId {
    private PathId() {}

    /**
     * @param name of the path's placeholder
     * @param noun as in {@code PRODUCT}, for {@code PRODUCT_NOT_FOUND}
     */
    public static long of(Message message, String name, String noun) {
        String given = message.getHeader(name, String.class);
        if (given == null || !given.matches("[0-9]{1,18}")) {
            throw ApiProblem.notFound(noun);
        }
        return Long.parseLong(given);
    }
}
