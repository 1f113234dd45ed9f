package io.commerceroutes.local.platform;

import static io.commerceroutes.local.platform.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.commerceroutes.local.platform.ShopClient.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;

/**
 * For each operation of a document one test per caller: all who must not pass, and one who may.
 *
 * @param owner a customer whose things the stranger must not see
 * @param stranger another customer
 */
record AuthorizationMatrix(ShopClient client, TestTokens tokens, Resources resources, long owner, long stranger) {
    private static final String ANYONE = "ANYONE";
    private static final String CUSTOMER = "CUSTOMER";
    private static final List<String> ROLES = List.of(CUSTOMER, "ADMIN", "OPS");
    /** Refused for what it is, but only after its sender was let in. */
    private static final String BODY = "{}";

    Stream<DynamicContainer> tests() {
        List<DocumentedOperation> operations = DocumentedApi.of(client).operations();
        assertThat(operations).isNotEmpty();
        return operations.stream()
                .map(operation -> DynamicContainer.dynamicContainer(operation.toString(), testsOf(operation)));
    }

    private Stream<DynamicTest> testsOf(DocumentedOperation operation) {
        if (ANYONE.equals(operation.role()) && operation.open()) {
            return Stream.of(dynamicTest("anyone gets in", () -> assertLetIn(send(operation, owner, BODY))));
        }
        assertThat(ROLES).as("roles that %s can be for", operation).contains(operation.role());
        assertThat(operation.open()).as("%s is open", operation).isFalse();
        Stream<DynamicTest> anyRole = Stream.concat(badTokens(operation), roles(operation));
        return CUSTOMER.equals(operation.role()) ? Stream.concat(anyRole, owned(operation)) : anyRole;
    }

    private Stream<DynamicTest> badTokens(DocumentedOperation operation) {
        DynamicTest none = dynamicTest("no token", () -> assertUnauthenticated(send(operation, owner, BODY)));
        return Stream.concat(
                Stream.of(none),
                tokens.refused(owner, operation.role()).entrySet().stream()
                        .map(bad -> dynamicTest(
                                bad.getKey(),
                                () -> assertUnauthenticated(
                                        send(operation, owner, BODY, "Authorization", bad.getValue())))));
    }

    private Stream<DynamicTest> roles(DocumentedOperation operation) {
        DynamicTest none = dynamicTest(
                "no role", () -> assertForbidden(sendWith(tokens.withoutRole(owner), operation, owner, BODY)));
        return Stream.concat(
                Stream.of(none),
                ROLES.stream()
                        .map(role -> dynamicTest("role " + role, () -> {
                            Answer answer = sendWith(tokens.of(owner, role), operation, owner, BODY);
                            if (role.equals(operation.role())) {
                                assertLetIn(answer);
                            } else {
                                assertForbidden(answer);
                            }
                        })));
    }

    private Stream<DynamicTest> owned(DocumentedOperation operation) {
        List<DynamicTest> tests = new ArrayList<>();
        if (operation.pathParameters().keySet().stream().anyMatch(resources::isOwned)) {
            tests.add(dynamicTest("another customer", () -> {
                assertNotFound(sendWith(tokens.of(stranger, CUSTOMER), operation, owner, BODY));
                assertThat(sendWith(tokens.of(owner, CUSTOMER), operation, owner, BODY)
                                .status())
                        .isNotEqualTo(404);
            }));
        }
        operation.body().path("properties").properties().forEach(property -> {
            requireNothingOwnedIn(property.getValue());
            if (isOwned(property.getKey())) {
                tests.add(dynamicTest("another customer's " + property.getKey(), () -> {
                    ObjectNode body = operation.example().deepCopy();
                    body.put(property.getKey(), Long.parseLong(resources.visibleTo(owner, property.getKey())));
                    assertNotFound(sendWith(tokens.of(stranger, CUSTOMER), operation, stranger, body.toString()));
                }));
            }
        });
        return tests.stream();
    }

    private boolean isOwned(String field) {
        return field.endsWith("Id") && resources.isOwned(field);
    }

    /** What is owned is looked for among the fields of the body itself. */
    private void requireNothingOwnedIn(JsonNode schema) {
        schema.findValues("properties")
                .forEach(fields -> fields.fieldNames()
                        .forEachRemaining(field -> assertThat(isOwned(field))
                                .as("%s is owned", field)
                                .isFalse()));
    }

    private Answer sendWith(String token, DocumentedOperation operation, long pathOf, String body) {
        return send(operation, pathOf, body, "Authorization", "Bearer " + token);
    }

    private Answer send(DocumentedOperation operation, long pathOf, String body, String... headers) {
        String path = operation.pathWith(name -> resources.visibleTo(pathOf, name));
        return client.send(operation.method(), path, operation.writes() ? body : null, headers);
    }

    private static void assertLetIn(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isNotIn(401, 403, 405).isLessThan(500);
    }

    private static void assertUnauthenticated(Answer answer) {
        assertProblem(answer, 401, "UNAUTHENTICATED");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
    }

    private static void assertForbidden(Answer answer) {
        assertProblem(answer, 403, "FORBIDDEN");
    }

    private static void assertNotFound(Answer answer) {
        assertProblem(answer, Set.of(404));
        assertThat(answer.text("code")).endsWith("_NOT_FOUND");
    }
}
