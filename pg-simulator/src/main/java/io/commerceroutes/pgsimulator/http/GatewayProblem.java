package io.commerceroutes.pgsimulator.http;

import java.util.Optional;

/** A refusal that the caller is told of; its message never holds a value of the request. */
public class GatewayProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient String allow;

    public GatewayProblem(int status, String message) {
        this(status, message, null);
    }

    private GatewayProblem(int status, String message, String allow) {
        super(message, null, false, false);
        this.status = status;
        this.allow = allow;
    }

    public static GatewayProblem badRequest(String message) {
        return new GatewayProblem(400, message);
    }

    public static GatewayProblem notFound() {
        return new GatewayProblem(404, "There is no such payment.");
    }

    /** An address that takes no method at all: RFC 9110, 10.2.1, has an empty Allow say so. */
    public static GatewayProblem nothingAllowed(String message) {
        return new GatewayProblem(405, message, "");
    }

    public int status() {
        return status;
    }

    /** The Allow header of a 405. */
    public Optional<String> allow() {
        return Optional.ofNullable(allow);
    }
}
