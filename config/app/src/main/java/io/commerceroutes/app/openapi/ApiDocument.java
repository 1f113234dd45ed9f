package io.commerceroutes.app.openapi;

import io.swagger.v3.core.util.Json;
import io.swagger.v3.core.util.Yaml;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.servers.Server;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.rest.RestDefinition;
import org.apache.camel.openapi.BeanConfig;
import org.apache.camel.openapi.RestOpenApiReader;
import org.apache.camel.openapi.RestOpenApiSupport;
import org.springframework.util.function.SingletonSupplier;

/**
 * The OpenAPI document of one role: paths, operations and schemas as Camel reads them from the REST DSL and its types,
 * completed by the words in {@code openapi/*.yml}. Made when it is first asked for, and kept.
 */
public final class ApiDocument {
    private static final String SPECIFICATION = "3.0.3";

    private final CamelContext camel;
    private final ApiWords words = ApiWords.read();
    private final SingletonSupplier<OpenAPI> document = SingletonSupplier.of(this::generate);
    private final SingletonSupplier<byte[]> json =
            SingletonSupplier.of(() -> Json.pretty(openApi()).getBytes(StandardCharsets.UTF_8));
    private final SingletonSupplier<byte[]> yaml = SingletonSupplier.of(this::writeYaml);

    public ApiDocument(CamelContext camel) {
        this.camel = camel;
    }

    public byte[] json() {
        return json.obtain();
    }

    public byte[] yaml() {
        return yaml.obtain();
    }

    OpenAPI openApi() {
        return document.obtain();
    }

    private OpenAPI generate() {
        OpenAPI generated = readRestDsl();
        Components components = generated.getComponents();
        CompletedSchemas schemas = new CompletedSchemas(components, words.schemas());
        components.getSchemas().replaceAll(schemas::complete);
        CompletedOperation operations = new CompletedOperation(components, words.shared());
        operationsOf(generated).forEach((id, operation) -> {
            operations.complete(operation, words.operations().get(id));
            if (operation.getRequestBody() != null) {
                schemas.refuseUnknownFields(
                        CompletedOperation.schemaOf(operation.getRequestBody().getContent()));
            }
        });
        generated.setServers(List.of(new Server().url("/").description("Where this document comes from")));
        generated.setComponents(UsedComponents.of(generated, words.shared()));
        return generated;
    }

    private OpenAPI readRestDsl() {
        List<RestDefinition> rests =
                camel.getCamelContextExtension().getContextPlugin(Model.class).getRestDefinitions();
        BeanConfig config = new BeanConfig();
        Map<String, Object> properties = camel.getRestConfiguration().getApiProperties();
        new RestOpenApiSupport().initOpenApi(config, properties == null ? Map.of() : properties);
        config.setVersion(SPECIFICATION);
        config.setDefaultProduces("application/json");
        try {
            return new RestOpenApiReader().read(camel, rests, config, camel.getName(), camel.getClassResolver());
        } catch (IOException | ClassNotFoundException failure) {
            throw new IllegalStateException("The REST DSL cannot be read", failure);
        }
    }

    static Map<String, Operation> operationsOf(OpenAPI document) {
        Map<String, Operation> operations = new TreeMap<>();
        document.getPaths()
                .values()
                .forEach(path -> path.readOperations()
                        .forEach(operation -> operations.put(operation.getOperationId(), operation)));
        return operations;
    }

    private byte[] writeYaml() {
        return Yaml.pretty(openApi()).getBytes(StandardCharsets.UTF_8);
    }
}
