package io.commerceroutes.app.openapi;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.rest.RestDefinition;
import org.mockito.Mockito;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;

/** The REST DSL of all route builders of one side, without anything that their routes stand on. */
enum WrittenApi {
    TRANSACTIONS,
    COLLECTOR;

    private static final String ROOM = "io.commerceroutes.routes";
    private static final String COLLECTORS_NOUNS = "io[.]commerceroutes[.]routes[.](metrics|ranking|recount)[.].*";

    private final Set<String> endpoints = new TreeSet<>();
    private final SingletonSupplier<ApiDocument> document = SingletonSupplier.of(() -> new ApiDocument(camel()));

    ApiDocument document() {
        return document.obtain();
    }

    /** Method, path and id of all REST endpoints. */
    Set<String> endpoints() {
        document();
        return endpoints;
    }

    private CamelContext camel() {
        DefaultCamelContext camel = new DefaultCamelContext();
        camel.getRestConfiguration().setInlineRoutes(false);
        camel.getRestConfiguration().setApiProperties(Map.of("api.title", name(), "api.version", "v1"));
        try {
            for (RestDefinition rest : builders().flatMap(this::restsOf).toList()) {
                rest.asRouteDefinition(camel);
                camel.addRestDefinitions(List.of(rest), false);
                rest.getVerbs()
                        .forEach(verb -> endpoints.add("%s %s%s %s"
                                .formatted(
                                        verb.asVerb().toUpperCase(),
                                        rest.getPath(),
                                        verb.getPath() == null ? "" : verb.getPath(),
                                        verb.getId())));
            }
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
        return camel;
    }

    private Stream<Class<?>> builders() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(RouteBuilder.class));
        return scanner.findCandidateComponents(ROOM).stream()
                .map(BeanDefinition::getBeanClassName)
                .filter(name -> name.matches(COLLECTORS_NOUNS) == (this == COLLECTOR))
                .sorted()
                .map(name -> ClassUtils.resolveClassName(name, null));
    }

    private Stream<RestDefinition> restsOf(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            RouteBuilder builder = (RouteBuilder) constructor.newInstance(Arrays.stream(constructor.getParameterTypes())
                    .map(WrittenApi::anything)
                    .toArray());
            builder.configure();
            return builder.getRestCollection().getRests().stream();
        } catch (Exception failure) {
            throw new IllegalStateException(type + " does not describe its endpoints", failure);
        }
    }

    private static Object anything(Class<?> type) {
        return type.isPrimitive() ? (Object) 1 : type == String.class ? "" : Mockito.mock(type);
    }
}
