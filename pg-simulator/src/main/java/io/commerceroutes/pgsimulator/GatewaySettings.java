package io.commerceroutes.pgsimulator;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The simulator's settings, {@code pg.*}; what may change while it runs is in its scenario.
 *
 * @param callbackUrlPrefix what a callbackUrl must start with
 * @param callbackSecret what callbacks are signed with; unset or empty: they are not
 * @param dataDir folder of what a killed simulator finds again; unset or empty: nothing outlives the process
 * @param maxTransactions how many are kept; the one that was settled first makes room for a new one
 * @param refunds whether the default scenario's gateway knows a refund call
 * @param plainContract whether it has nothing that the gateway that exists has not: no refund call whatever the scenario
 *     says, no Idempotency-Key, no signature
 * @param timedOutAnswerMillis how late the answer comes that {@code acceptedButTimesOut} holds back
 * @param bodyLimit the largest body that is read
 */
@ConfigurationProperties("pg")
public record GatewaySettings(
        @DefaultValue("http://localhost:8080") String callbackUrlPrefix,
        @DefaultValue("") String callbackSecret,
        Path dataDir,
        int maxTransactions,
        boolean refunds,
        @DefaultValue("false") boolean plainContract,
        int timedOutAnswerMillis,
        DataSize bodyLimit) {

    Optional<String> signingSecret() {
        return Optional.of(callbackSecret).filter(secret -> !secret.isBlank() && !plainContract);
    }

    Optional<Path> dataFolder() {
        return Optional.ofNullable(dataDir).filter(folder -> !folder.toString().isBlank());
    }
}
