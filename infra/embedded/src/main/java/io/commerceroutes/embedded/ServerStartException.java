package io.commerceroutes.embedded;

/** A server did not come up; the message says which, why, and where its log is. */
public class ServerStartException extends RuntimeException {
    public ServerStartException(String server, String reason) {
        super("%s did not start: %s".formatted(server, reason));
    }

    public ServerStartException(String server, String reason, Throwable cause) {
        super("%s did not start: %s".formatted(server, reason), cause);
    }
}
