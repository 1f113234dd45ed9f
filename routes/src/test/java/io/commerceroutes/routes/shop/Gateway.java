package io.commerceroutes.routes.shop;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.List;

/** A payment gateway on a port of its own that answers what a test wants; by itself it knows nothing and takes nothing. */
public final class Gateway {
    private static final String PAYMENTS = "/api/v1/payments";
    private static final WireMockServer SERVER = started();

    private Gateway() {}

    private static WireMockServer started() {
        WireMockServer server =
                new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
        server.start();
        return server;
    }

    static int port() {
        return SERVER.port();
    }

    static void reset() {
        SERVER.resetAll();
        lookUpsFind("");
    }

    public static void accepts(String transactionKey) {
        answersRequests(okJson("""
                {"meta":{"result":"SUCCESS"},"data":{"transactionKey":"%s","status":"PENDING"}}""".formatted(transactionKey)));
    }

    public static void fails(int status, String message) {
        answersRequests(aResponse().withStatus(status).withBody("""
                {"meta":{"result":"FAIL","errorCode":"Error","message":"%s"}}""".formatted(message)));
    }

    public static void answersRequests(ResponseDefinitionBuilder answer) {
        SERVER.stubFor(post(urlPathEqualTo(PAYMENTS)).willReturn(answer));
    }

    public static void answersLookUps(ResponseDefinitionBuilder answer) {
        SERVER.stubFor(get(urlPathEqualTo(PAYMENTS)).willReturn(answer));
    }

    /** @param transactions as JSON, separated by commas; none means 404 */
    public static void lookUpsFind(String transactions) {
        answersLookUps(
                transactions.isEmpty()
                        ? aResponse().withStatus(404).withBody("{\"meta\":{\"result\":\"FAIL\"}}")
                        : okJson(
                                "{\"meta\":{\"result\":\"SUCCESS\"},\"data\":{\"orderId\":\"x\",\"transactions\":[%s]}}"
                                        .formatted(transactions)));
    }

    /** What the look-up by the transaction's own key tells. */
    public static void knows(String transactionKey, String orderId, String status, long amount, long refunded) {
        SERVER.stubFor(get(urlPathEqualTo(PAYMENTS + "/" + transactionKey))
                .willReturn(okJson("""
                {"meta":{"result":"SUCCESS"},"data":{"transactionKey":"%s","orderId":"%s","cardType":"KB",
                "cardNo":"1234-5678-9814-1451","amount":%d,"status":"%s","reason":"as it is","refundedAmount":%d}}""".formatted(transactionKey, orderId, amount, status, refunded))));
    }

    public static void refunds(String transactionKey) {
        answersRefunds(transactionKey, ok());
    }

    public static void answersRefunds(String transactionKey, ResponseDefinitionBuilder answer) {
        SERVER.stubFor(post(urlPathEqualTo(PAYMENTS + "/" + transactionKey + "/cancel"))
                .willReturn(answer));
    }

    /** Every request so far, oldest first. */
    public static List<LoggedRequest> requests() {
        List<LoggedRequest> newestFirst = SERVER.getAllServeEvents().stream()
                .map(event -> event.getRequest())
                .toList();
        return newestFirst.reversed();
    }
}
