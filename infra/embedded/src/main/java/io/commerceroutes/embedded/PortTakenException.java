package io.commerceroutes.embedded;

/** A port that a server of ours needs is held by somebody else. */
public final class PortTakenException extends RuntimeException {
    private final int port;
    private final String settingName;

    /** @param settingName the setting by which the caller's user can choose another port */
    public PortTakenException(int port, String settingName) {
        super("Port %d is taken: free it, or choose another one with %s".formatted(port, settingName));
        this.port = port;
        this.settingName = settingName;
    }

    public int port() {
        return port;
    }

    public String settingName() {
        return settingName;
    }
}
