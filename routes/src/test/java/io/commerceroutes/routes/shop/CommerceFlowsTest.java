package io.commerceroutes.routes.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** The coverage report only warns of a route that no test has loaded; here that is a failure. */
class CommerceFlowsTest extends CommerceFlowTest {
    private static final String ROOM = "io.commerceroutes.routes.";
    private static final List<String> COLLECTORS_SIDE = List.of(ROOM + "metrics.", ROOM + "ranking.");

    @Autowired
    private List<RouteBuilder> loaded;

    @Test
    void every_flow_of_the_transaction_side_is_loaded() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(RouteBuilder.class));
        List<String> written = scanner.findCandidateComponents(ROOM.replace('.', '/')).stream()
                .map(BeanDefinition::getBeanClassName)
                .filter(name -> COLLECTORS_SIDE.stream().noneMatch(name::startsWith))
                .toList();

        assertThat(loaded.stream().map(builder -> builder.getClass().getName()))
                .containsExactlyInAnyOrderElementsOf(written)
                .isNotEmpty();
    }

    @Test
    void every_flow_is_a_route_of_its_own_behind_its_rest_entry() {
        assertThat(camel.getRoutes().stream().map(Route::getRouteId))
                .contains("post-orders", "place-order", "place-order-transaction", "post-order-cancel", "cancel-order");
    }
}
