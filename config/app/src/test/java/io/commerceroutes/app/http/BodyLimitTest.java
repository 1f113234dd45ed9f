package io.commerceroutes.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

class BodyLimitTest {
    private final BodyLimit limit = new BodyLimit(DataSize.ofBytes(10), new ProblemWriter(new ObjectMapper()));
    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/orders");
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final MockFilterChain rest = new MockFilterChain();

    @Test
    void a_body_of_the_limit_passes_unchanged() throws Exception {
        request.setContent("\"1234ü6\"".getBytes(StandardCharsets.UTF_8));

        limit.doFilter(request, response, rest);

        assertThat(rest.getRequest().getReader().readLine()).isEqualTo("\"1234ü6\"");
    }

    @Test
    void a_larger_body_is_refused() throws Exception {
        request.setContent("12345678901".getBytes(StandardCharsets.UTF_8));

        limit.doFilter(request, response, rest);

        assertThat(response.getStatus()).isEqualTo(413);
        assertThat(rest.getRequest()).isNull();
    }

    @Test
    void a_larger_body_that_does_not_tell_its_length_is_refused() throws Exception {
        MockHttpServletRequest chunked = new MockHttpServletRequest("POST", "/api/v1/orders") {
            @Override
            public long getContentLengthLong() {
                return -1;
            }
        };
        chunked.addHeader("Transfer-Encoding", "chunked");
        chunked.setContent("12345678901".getBytes(StandardCharsets.UTF_8));

        limit.doFilter(chunked, response, rest);

        assertThat(response.getStatus()).isEqualTo(413);
        assertThat(rest.getRequest()).isNull();
    }

    @Test
    void a_body_that_is_not_utf_8_is_refused() throws Exception {
        request.setContent("\"é\"".getBytes(StandardCharsets.ISO_8859_1));

        limit.doFilter(request, response, rest);

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentAsString()).contains("MALFORMED_REQUEST", "not UTF-8");
        assertThat(rest.getRequest()).isNull();
    }
}
