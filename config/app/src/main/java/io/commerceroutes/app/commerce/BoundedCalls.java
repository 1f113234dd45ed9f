package io.commerceroutes.app.commerce;

import static io.commerceroutes.routes.payment.GatewayMessages.ANSWER_BYTES_MAX;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChain.Scope;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * Ends every call after some time, its answer read, and takes no more of an answer than anybody looks at. The client's
 * own time-outs begin anew with each byte that comes.
 */
final class BoundedCalls implements HttpClientConfigurer, ExecChainHandler, AutoCloseable {
    private final Duration callMax;
    private final ScheduledThreadPoolExecutor clock;

    /** @param callMax from asking for a connection to the answer's last byte */
    BoundedCalls(Duration callMax) {
        this.callMax = callMax;
        clock = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("gateway-call-max").daemon().factory());
        clock.setRemoveOnCancelPolicy(true);
    }

    /** Outside of all that the client does by itself, so that what was packed is measured unpacked. */
    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client.addExecInterceptorFirst("bounded-calls", this);
    }

    /** @throws SocketTimeoutException if the time was over before all of the answer was there */
    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, Scope scope, ExecChain chain)
            throws IOException, HttpException {
        CancellableDependency call = (CancellableDependency) scope.originalRequest;
        Future<?> end = clock.schedule(call::cancel, callMax.toMillis(), TimeUnit.MILLISECONDS);
        try {
            ClassicHttpResponse answer = chain.proceed(request, scope);
            if (answer.getEntity() != null) {
                answer.setEntity(taken(answer.getEntity(), call));
            }
            return answer;
        } catch (IOException | RuntimeException failure) {
            if (call.isCancelled()) {
                SocketTimeoutException tooLong = new SocketTimeoutException("No whole answer within " + callMax);
                tooLong.addSuppressed(failure);
                throw tooLong;
            }
            call.cancel();
            throw failure;
        } finally {
            end.cancel(false);
        }
    }

    /** One byte more than is looked at shows that there were more; to close what they come from would read them all. */
    private static HttpEntity taken(HttpEntity answer, CancellableDependency call) throws IOException {
        InputStream content = answer.getContent();
        byte[] bytes = content.readNBytes(ANSWER_BYTES_MAX + 1);
        if (bytes.length > ANSWER_BYTES_MAX) {
            call.cancel();
        } else {
            content.close();
        }
        return new ByteArrayEntity(bytes, ContentType.parseLenient(answer.getContentType()));
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
