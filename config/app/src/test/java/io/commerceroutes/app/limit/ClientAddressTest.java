package io.commerceroutes.app.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientAddressTest {
    @Test
    void an_address_of_ipv4_counts_by_itself() {
        assertThat(ClientAddress.of("192.0.2.7")).isNotEqualTo(ClientAddress.of("192.0.2.8"));
        assertThat(ClientAddress.of("::ffff:192.0.2.7")).isEqualTo(ClientAddress.of("192.0.2.7"));
    }

    @Test
    void a_network_of_ipv6_counts_as_one() {
        assertThat(ClientAddress.of("2001:db8:0:1::1")).isEqualTo(ClientAddress.of("2001:db8:0:1:ffff::2"));
        assertThat(ClientAddress.of("2001:db8:0:1::1")).isNotEqualTo(ClientAddress.of("2001:db8:0:2::1"));
    }

    @Test
    void what_a_proxy_passes_on_as_an_address_but_is_none_is_taken_as_it_is() {
        assertThat(ClientAddress.of("unknown")).isEqualTo("unknown");
        assertThat(ClientAddress.of("a:b")).isEqualTo("a:b");
    }
}
