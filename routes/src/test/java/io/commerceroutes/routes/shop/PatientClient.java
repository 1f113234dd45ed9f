package io.commerceroutes.routes.shop;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChain.Scope;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.util.Timeout;

/** Waits for the gateway as long as a busy machine needs, but not for an answer that a test has it hold back. */
class PatientClient implements HttpClientConfigurer {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Timeout OF_SILENCE = Timeout.ofMilliseconds(200);

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client.addExecInterceptorFirst("patience", this::send);
    }

    private ClassicHttpResponse send(ClassicHttpRequest request, Scope scope, ExecChain chain)
            throws IOException, HttpException {
        if (!Gateway.isSilentTo(request.getMethod(), request.getPath())) {
            return chain.proceed(request, scope);
        }
        int before = Gateway.requests().size();
        RequestConfig patient = scope.clientContext.getRequestConfigOrDefault();
        scope.clientContext.setRequestConfig(
                RequestConfig.copy(patient).setResponseTimeout(OF_SILENCE).build());
        try {
            return chain.proceed(request, scope);
        } catch (SocketTimeoutException silence) {
            // What was sent gets there, however late.
            await().atMost(LIMIT).until(() -> Gateway.requests().size() > before);
            throw silence;
        }
    }
}
