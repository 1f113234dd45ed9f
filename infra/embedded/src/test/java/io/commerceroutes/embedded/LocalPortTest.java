package io.commerceroutes.embedded;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class LocalPortTest {
    @Test
    void a_port_somebody_listens_on_is_refused_with_its_number_and_setting() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LocalPort.requireFree(other.getLocalPort(), "--some.port"))
                    .isInstanceOf(PortTakenException.class)
                    .hasMessageContaining(Integer.toString(other.getLocalPort()))
                    .hasMessageContaining("--some.port");
        }
    }

    @Test
    void a_port_held_on_every_address_is_refused_too() throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            assertThatThrownBy(() -> LocalPort.requireFree(other.getLocalPort(), "--some.port"))
                    .isInstanceOf(PortTakenException.class);
        }
    }

    @Test
    void a_free_port_is_accepted() {
        assertThatCode(() -> LocalPort.requireFree(LocalPort.free(), "--some.port"))
                .doesNotThrowAnyException();
    }
}
