package io.commerceroutes.routes.shop;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A payment gateway on a port of its own that answers what a test wants; by itself it knows nothing and takes nothing. */
public final class Gateway {
    private static final String PAYMENTS = "/api/v1/payments";
    private static final int SILENCE_MILLIS = 10_000;
    private static final Set<String> SILENT = ConcurrentHashMap.newKeySet();
    private static WireMockServer server = started(0);

    private Gateway() {}

    /** @param port any free one if 0 */
    private static WireMockServer started(int port) {
        WireMockServer started = new WireMockServer(wireMockConfig()
                .port(port)
                .bindAddress("127.0.0.1")
                .templatingEnabled(true)
                .globalTemplating(true));
        started.start();
        warmUp(started);
        return started;
    }

    /** Its first answer takes long. */
    private static void warmUp(WireMockServer started) {
        started.stubFor(get("/").willReturn(ok("{{request.path}}")));
        new Api(started.port()).get("/");
    }

    static int port() {
        return server.port();
    }

    static void reset() {
        server.resetAll();
        SILENT.clear();
        lookUpsFind("");
    }

    /** While the work goes on, connections are refused. What was asked before is forgotten. */
    public static void isAwayDuring(Runnable work) {
        int port = server.port();
        server.stop();
        try (Socket keptForUs = new Socket()) {
            keptForUs.setReuseAddress(true);
            keptForUs.bind(new InetSocketAddress("127.0.0.1", port));
            work.run();
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        } finally {
            server = started(port);
            reset();
        }
    }

    public static void accepts(String transactionKey) {
        answersRequests(okJson("""
                {"meta":{"result":"SUCCESS"},"data":{"transactionKey":"%s","status":"PENDING"}}""".formatted(transactionKey)));
    }

    public static void fails(int status, String message) {
        answersRequests(aResponse().withStatus(status).withBody("""
                {"meta":{"result":"FAIL","errorCode":"Error","message":"%s"}}""".formatted(message)));
    }

    /** An answer that comes so late that nobody waits for it. */
    public static ResponseDefinitionBuilder silence() {
        return aResponse().withFixedDelay(SILENCE_MILLIS);
    }

    /** Whether a request is answered by silence. */
    static boolean isSilentTo(String method, String address) {
        return SILENT.contains(method + " " + address.split("\\?")[0]);
    }

    private static void answers(RequestMethod method, String path, ResponseDefinitionBuilder answer) {
        String request = method + " " + path;
        if (answer.build().getFixedDelayMilliseconds() == null) {
            SILENT.remove(request);
        } else {
            SILENT.add(request);
        }
        server.stubFor(request(method.getName(), urlPathEqualTo(path)).willReturn(answer));
    }

    public static void answersRequests(ResponseDefinitionBuilder answer) {
        answers(RequestMethod.POST, PAYMENTS, answer);
    }

    public static void answersLookUps(ResponseDefinitionBuilder answer) {
        answers(RequestMethod.GET, PAYMENTS, answer);
    }

    public static void answersLookUps(String transactionKey, ResponseDefinitionBuilder answer) {
        answers(RequestMethod.GET, PAYMENTS + "/" + transactionKey, answer);
    }

    /** One of the transactions that a look-up by order finds. */
    public static String listed(String transactionKey, String status) {
        return "{\"transactionKey\":\"%s\",\"status\":\"%s\",\"reason\":\"as it is\"}"
                .formatted(transactionKey, status);
    }

    /** @param transactions as JSON, separated by commas; none means 404 */
    public static void lookUpsFind(String transactions) {
        answersLookUps(
                transactions.isEmpty()
                        ? aResponse().withStatus(404).withBody("{\"meta\":{\"result\":\"FAIL\"}}")
                        : okJson("""
                                {"meta":{"result":"SUCCESS"},"data":{"orderId":"{{request.query.orderId}}","transactions":[%s]}}""".formatted(transactions)));
    }

    /** What the look-up by the transaction's own key tells. */
    public static void knows(String transactionKey, String orderId, String status, long amount, long refunded) {
        server.stubFor(get(urlPathEqualTo(PAYMENTS + "/" + transactionKey))
                .willReturn(okJson("""
                {"meta":{"result":"SUCCESS"},"data":{"transactionKey":"%s","orderId":"%s","cardType":"KB",
                "cardNo":"1234-5678-9814-1451","amount":%d,"status":"%s","reason":"as it is","refundedAmount":%d}}""".formatted(transactionKey, orderId, amount, status, refunded))));
    }

    /** Both look-ups tell of this one transaction, and of no refund. */
    public static void decides(String transactionKey, String orderId, String status, long amount) {
        lookUpsFind(listed(transactionKey, status));
        knows(transactionKey, orderId, status, amount, 0);
    }

    public static void answersRefunds(String transactionKey, ResponseDefinitionBuilder answer) {
        answers(RequestMethod.POST, PAYMENTS + "/" + transactionKey + "/cancel", answer);
    }

    /** Every request so far, oldest first. */
    public static List<LoggedRequest> requests() {
        List<LoggedRequest> newestFirst = server.getAllServeEvents().stream()
                .map(event -> event.getRequest())
                .toList();
        return newestFirst.reversed();
    }

    /** Every request for money so far. */
    public static List<LoggedRequest> attempts() {
        return requests(RequestMethod.POST, PAYMENTS);
    }

    /** Every look-up by order so far. */
    public static List<LoggedRequest> lookUps() {
        return requests(RequestMethod.GET, PAYMENTS);
    }

    /** Every look-up by the transaction's key so far. */
    public static List<LoggedRequest> lookUps(String transactionKey) {
        return requests(RequestMethod.GET, PAYMENTS + "/" + transactionKey);
    }

    /** Every request for the transaction's refund so far. */
    public static List<LoggedRequest> refunds(String transactionKey) {
        return requests(RequestMethod.POST, PAYMENTS + "/" + transactionKey + "/cancel");
    }

    private static List<LoggedRequest> requests(RequestMethod method, String path) {
        return requests().stream()
                .filter(request -> request.getMethod().equals(method))
                .filter(request -> request.getUrl().split("\\?")[0].equals(path))
                .toList();
    }
}
