package io.commerceroutes.routes.collector;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.routes.WrittenFlows;
import io.commerceroutes.routes.diagram.DrawnRoutes;
import java.util.List;
import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The coverage report only warns of a route that no test has loaded; here that is a failure. */
class CollectorFlowsTest extends CollectorFlowTest {
    @Autowired
    private List<RouteBuilder> loaded;

    @Test
    void every_flow_of_the_collector_is_loaded() {
        List<String> written = WrittenFlows.ofTheCollector();

        assertThat(written).isNotEmpty();
        assertThat(loaded.stream().map(builder -> builder.getClass().getName())).containsAll(written);
    }

    @Test
    void every_flow_is_a_route_of_its_own_behind_its_rest_entry() {
        assertThat(camel.getRoutes().stream().map(Route::getRouteId))
                .contains("get-rankings", "list-ranking", "get-collector-audit", "show-collector-audit");
    }

    @Test
    void every_route_has_an_id_and_a_description_that_people_can_read() {
        assertThat(camel.getRoutes()).allSatisfy(route -> {
            assertThat(route.getRouteId()).matches("[a-z]+(-[a-z]+)+").doesNotMatch("route-?\\d+");
            assertThat(route.getDescription()).matches("[A-Z].*\\.|[A-Z]+ /api/.*");
        });
    }

    @Test
    void every_route_is_drawn_as_it_runs() {
        DrawnRoutes.assertInFile("commerce-collector", drawn());
    }
}
