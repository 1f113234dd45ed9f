package io.commerceroutes.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
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

    @Test
    void each_choice_is_another_port_and_none_that_an_outgoing_connection_may_take() {
        assertThat(IntStream.generate(LocalPort::free).limit(50))
                .doesNotHaveDuplicates()
                .allMatch(port -> port > 1_024 && port < 32_768);
    }
}
