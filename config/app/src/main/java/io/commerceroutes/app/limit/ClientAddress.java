package io.commerceroutes.app.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Who counts as one address. */
final class ClientAddress {
    /** One customer of IPv6 has at least a whole network of this length (RFC 6177). */
    private static final int NETWORK_BYTES = 64 / 8;

    private ClientAddress() {}

    /** An address of IPv4 as it is; of one of IPv6, its network. */
    static String of(String remoteAddress) {
        if (remoteAddress.indexOf(':') < 0) {
            return remoteAddress;
        }
        try {
            // With a colon in it this is no name, so nobody is asked for it.
            InetAddress address = InetAddress.getByName(remoteAddress);
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
                    : address.getHostAddress();
        } catch (UnknownHostException notAnAddress) {
            return remoteAddress;
        }
    }
}
