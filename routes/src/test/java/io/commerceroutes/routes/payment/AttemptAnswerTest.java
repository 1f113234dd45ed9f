package io.commerceroutes.routes.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.settlement.AttemptOutcome;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AttemptAnswerTest {
    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
            400 | cardNo is wrong                    | CARD_REFUSED
            400 | CARD TYPE                          | CARD_REFUSED
            400 | 잘못된 카드                           | CARD_REFUSED
            400 | callbackUrl is wrong               | REQUEST_REFUSED
            400 | X-USER-ID is missing               | REQUEST_REFUSED
            400 | ''                                 | REQUEST_REFUSED
            400 | null                               | REQUEST_REFUSED
            401 | card                               | REQUEST_REFUSED
            403 | card                               | REQUEST_REFUSED
            404 | card                               | REQUEST_REFUSED
            405 | card                               | REQUEST_REFUSED
            413 | card                               | REQUEST_REFUSED
            415 | card                               | REQUEST_REFUSED
            422 | card                               | REQUEST_REFUSED
            429 | card                               | REQUEST_REFUSED
            408 | card                               | UNCLEAR
            409 | card                               | UNCLEAR
            425 | card                               | UNCLEAR
            302 | card                               | UNCLEAR
            100 | card                               | UNCLEAR
            500 | card                               | SERVER_ERROR
            501 | card                               | SERVER_ERROR
            502 | card                               | UNCLEAR
            503 | card                               | UNCLEAR
            504 | card                               | UNCLEAR
            599 | card                               | UNCLEAR
            """)
    void a_status_says_what_is_known_of_the_attempt(int status, String message, AttemptOutcome outcome) {
        assertThat(AttemptAnswer.ofStatus(status, message)).isEqualTo(outcome);
    }

    static Stream<Exception> failuresBeforeAnythingIsSent() {
        return Stream.of(
                new ConnectException("refused"),
                new HttpHostConnectException("refused"),
                new NoRouteToHostException(),
                new UnknownHostException());
    }

    @ParameterizedTest
    @MethodSource("failuresBeforeAnythingIsSent")
    void what_fails_before_anything_is_sent_left_nothing(Exception failure) {
        assertThat(AttemptAnswer.ofFailure(failure)).isEqualTo(AttemptOutcome.NOT_SENT);
        assertThat(AttemptAnswer.ofFailure(new IOException(failure))).isEqualTo(AttemptOutcome.NOT_SENT);
    }

    static Stream<Arguments> failuresAfterwards() {
        return Stream.of(
                Arguments.of(new ConnectTimeoutException("connecting")),
                Arguments.of(new ConnectionRequestTimeoutException("no connection is free")),
                Arguments.of(new SocketTimeoutException("reading")),
                Arguments.of(new SocketException("Connection reset")),
                Arguments.of(new NoHttpResponseException("gone")),
                Arguments.of(new SSLHandshakeException("whose certificate is this")),
                Arguments.of(new EOFException()),
                Arguments.of(new IOException(new IllegalStateException())),
                Arguments.of(new NullPointerException()));
    }

    @ParameterizedTest
    @MethodSource("failuresAfterwards")
    void of_what_fails_afterwards_nothing_is_known(Exception failure) {
        assertThat(AttemptAnswer.ofFailure(failure)).isEqualTo(AttemptOutcome.UNCLEAR);
    }
}
