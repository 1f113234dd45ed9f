package io.commerceroutes.drills;

import java.time.Duration;
import java.util.Map;

/**
 * What a payment drill asks for.
 *
 * @param orders how many are placed, all by card
 * @param ordersPerSecond at which rate, as long as somebody takes them
 * @param canceledOneIn one in so many is canceled by its customer
 * @param cancelWithin how long after its order a cancel comes at the latest
 * @param apis how many instances of commerce-api take them by turns
 * @param kills SIGKILLs of an instance at random moments, each started again at once
 * @param outages of the gateway, at random moments
 * @param apiSettings beside the shipped ones
 * @param plainGateway whether the gateway has nothing beyond the plain contract, so that no refund can be made
 * @param limit for all of it, from the first order until nothing is undecided
 */
record DrillPlan(
        String name,
        int orders,
        int ordersPerSecond,
        int canceledOneIn,
        Duration cancelWithin,
        int apis,
        int kills,
        int outages,
        Duration outage,
        GatewayScenario scenario,
        Map<String, Object> apiSettings,
        boolean plainGateway,
        Duration limit) {}
