package io.commerceroutes.routes.point;

import static io.commerceroutes.routes.http.ApiErrors.API_ERRORS;

import io.commerceroutes.domain.point.PointLedger;
import io.commerceroutes.routes.http.RequestBody;
import io.commerceroutes.routes.idempotency.Idempotency;
import io.commerceroutes.routes.point.PointEntry.ChargeBody;
import io.commerceroutes.routes.transaction.Transactions;
import org.apache.camel.builder.RouteBuilder;

/** POST /points/charge: balance and ledger entry in one transaction. */
public class ChargePointsRoute extends RouteBuilder {
    public static final String CHARGE_POINTS = "charge-points";
    public static final String CHARGE_POINTS_TRANSACTION = "charge-points-transaction";
    private static final String COMMAND = "charge";

    private final PointEntry entry;
    private final PointLedger points;
    private final Idempotency idempotency;

    public ChargePointsRoute(PointEntry entry, PointLedger points, Idempotency idempotency) {
        this.entry = entry;
        this.points = points;
        this.idempotency = idempotency;
    }

    @Override
    public void configure() {
        // spotless:off
        from("direct:" + CHARGE_POINTS)
            .routeId(CHARGE_POINTS)
            .routeDescription("Charges a customer's points.")
            .routeConfigurationId(API_ERRORS)
            .process(RequestBody::require).id("require-charge")
            .process(idempotency::read).id("read-charge-idempotency-key")
            .unmarshal().json(ChargeBody.class).id("read-charge")
            .to("bean-validator:charge").id("validate-charge")
            .setVariable(COMMAND).body(ChargeBody.class, entry::charging).id("identify-charge")
            .to("direct:" + CHARGE_POINTS_TRANSACTION).id("charge-in-one-transaction");

        from("direct:" + CHARGE_POINTS_TRANSACTION)
            .routeId(CHARGE_POINTS_TRANSACTION)
            .routeDescription("Adds the points and their movement in one transaction.")
            .errorHandler(noErrorHandler())
            .transacted(Transactions.JDBC)
            .process(idempotency::claim).id("claim-charge-idempotency-key")
            .setBody(variable(COMMAND)).id("take-charge")
            .bean(points, "charge").id("charge")
            .process(entry::answerCharged).id("answer-charged")
            .marshal().json().id("write-charged")
            .process(idempotency::store).id("store-charge-answer");
        // spotless:on
    }
}
