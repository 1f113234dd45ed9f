package io.commerceroutes.pgsimulator.gateway;

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
class GatewayFlowsTest extends GatewayTest {
    @Autowired
    private List<RouteBuilder> loaded;

    @Test
    void every_flow_is_loaded() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(RouteBuilder.class));
        List<String> written = scanner.findCandidateComponents("io/commerceroutes/pgsimulator").stream()
                .map(BeanDefinition::getBeanClassName)
                .toList();

        assertThat(loaded.stream().map(builder -> builder.getClass().getName()))
                .containsExactlyInAnyOrderElementsOf(written)
                .isNotEmpty();
    }

    @Test
    void every_flow_is_a_route_of_its_own_behind_its_rest_entry() {
        assertThat(camel.getRoutes().stream().map(Route::getRouteId))
                .contains("post-payments", "accept-payment", "settle-transaction", "send-callback", "show-ledger");
    }

    @Test
    void every_route_has_an_id_and_a_description_that_people_can_read() {
        assertThat(camel.getRoutes()).allSatisfy(route -> {
            assertThat(route.getRouteId()).matches("[a-z]+(-[a-z]+)+").doesNotMatch("route-?\\d+");
            assertThat(route.getDescription()).matches("[A-Z].*\\.|[A-Z]+ /api/.*");
        });
    }
}
