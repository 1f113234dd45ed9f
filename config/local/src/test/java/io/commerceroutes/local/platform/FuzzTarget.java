package io.commerceroutes.local.platform;

import java.util.ArrayList;
import java.util.List;

/**
 * An operation to send requests to.
 *
 * @param path of something that exists and is the sender's
 * @param token of a sender who may call; empty where anyone may
 */
record FuzzTarget(DocumentedOperation operation, String path, String token) {
    /** Every write operation, for each customer where it is for customers. */
    static List<FuzzTarget> of(ShopClient client, TestTokens tokens, Resources resources, List<Long> customers) {
        List<FuzzTarget> targets = new ArrayList<>();
        for (DocumentedOperation operation : DocumentedApi.of(client).operations()) {
            if (operation.writes()) {
                for (long customer : customers) {
                    targets.add(new FuzzTarget(
                            operation,
                            operation.pathWith(name -> resources.visibleTo(customer, name)),
                            operation.open() ? "" : tokens.of(customer, operation.role())));
                }
            }
        }
        return targets;
    }

    /** @param body null for none */
    FuzzedRequest request(String what, String path, byte[] body, String contentType, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        if (body != null && !contentType.isEmpty()) {
            all.addAll(List.of("Content-Type", contentType));
        }
        if (!token.isEmpty()) {
            all.addAll(List.of("Authorization", "Bearer " + token));
        }
        return new FuzzedRequest(operation, what, path, body, all);
    }
}
