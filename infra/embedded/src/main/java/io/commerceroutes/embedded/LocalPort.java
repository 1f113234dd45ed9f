package io.commerceroutes.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Ports of this machine's loopback address. */
public final class LocalPort {
    public static final String HOST = "127.0.0.1";

    private static final int FIRST_CHOICE = 20_000;
    private static final int CHOICE = 10_000;
    /** Starts at random, since several builds may choose side by side. */
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(CHOICE));

    private LocalPort() {}

    /** @throws PortTakenException when somebody listens there */
    public static void requireFree(int port, String settingName) {
        if (!isFree(port)) {
            throw new PortTakenException(port, settingName);
        }
    }

    /**
     * A port that nobody has now, another one at each call. It lies below the ports that systems give to outgoing
     * connections by themselves, so that none of those takes it before its user listens.
     *
     * @throws IllegalStateException when none is found
     */
    public static int free() {
        for (int tries = 0; tries < CHOICE; tries++) {
            int port = FIRST_CHOICE + NEXT.getAndIncrement() % CHOICE;
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No port is free from %d on".formatted(FIRST_CHOICE));
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
