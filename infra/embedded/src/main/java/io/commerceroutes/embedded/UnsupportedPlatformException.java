package io.commerceroutes.embedded;

/** No binary of this server is bundled for the operating system and processor we run on. */
public final class UnsupportedPlatformException extends ServerStartException {
    public UnsupportedPlatformException(String server, Throwable cause) {
        super(
                server,
                "no binary is bundled for %s on %s"
                        .formatted(System.getProperty("os.name"), System.getProperty("os.arch")),
                cause);
    }
}
