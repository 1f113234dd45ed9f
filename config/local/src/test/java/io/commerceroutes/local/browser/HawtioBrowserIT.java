package io.commerceroutes.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.commerceroutes.local.platform.OnSharedApi;
import io.commerceroutes.local.platform.OnSharedCollector;
import io.commerceroutes.local.platform.RunningApi;
import io.commerceroutes.local.platform.RunningCollector;
import io.commerceroutes.pgsimulator.PgSimulator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** An operator looks at the flows in Hawtio; nobody else does. */
@BrowserTest
@OnSharedApi
@OnSharedCollector
class HawtioBrowserIT {
    private static final String SIMULATOR = "pg-simulator-in-hawtio";

    @Test
    void an_operator_sees_the_routes_of_all_three_contexts_and_a_diagram(
            Visit visit, RunningApi api, RunningCollector collector) {
        try (ConfigurableApplicationContext simulator = PgSimulator.application()
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--spring.jmx.enabled=false",
                        "--camel.main.name=" + SIMULATOR)) {
            Hawtio hawtio = loggedIn(visit, api);

            for (ApplicationContext application : List.of(simulator, collector.context(), api.context())) {
                CamelContext camel = application.getBean(CamelContext.class);
                Locator routes = hawtio.routesOf(camel.getName());
                assertThat(routes.locator("> ul > li")).hasCount(camel.getRoutesSize());
                for (Route route : camel.getRoutes().subList(0, 3)) {
                    assertThat(routes).containsText(route.getRouteId());
                }
            }
            showDiagram(visit, hawtio, api);
            visit.assertNoErrors();
        }
    }

    private static void showDiagram(Visit visit, Hawtio hawtio, RunningApi api) {
        Locator routes =
                hawtio.routesOf(api.context().getBean(CamelContext.class).getName());
        hawtio.select(routes, "compensate-order");
        hawtio.openTab("Route Diagram");
        assertThat(visit.page().locator(".react-flow")).containsText("ID: restore-stock");
        visit.picture("hawtio-compensate-order");
    }

    @Test
    void who_logs_out_is_a_stranger_again(Visit visit, RunningApi api) {
        Hawtio hawtio = loggedIn(visit, api);

        assertThat(visit.page().locator("#hawtio-header-user-dropdown-toggle")).containsText("ops");
        visit.assertNoErrors(); // From here on, what the page still asks for is refused.
        hawtio.logOut();
        assertThat(visit.page()).hasURL(Pattern.compile("/login(\\?logout)?$"));
        hawtio.open();
        assertThat(visit.page()).hasURL(Pattern.compile("/login$"));
    }

    @Test
    void a_wrong_password_is_refused(Visit visit, RunningApi api) {
        Hawtio hawtio = new Hawtio(visit.page(), api.shop().baseUrl());

        hawtio.open();
        hawtio.logIn("ops", "wrong");
        assertThat(visit.page().locator("body")).containsText("Invalid credentials");
        visit.picture("hawtio-wrong-password");
        hawtio.open();
        assertThat(visit.page()).hasURL(Pattern.compile("/login$"));
        visit.assertNoErrors();
    }

    @Test
    void a_customers_token_is_refused(Visit visit, RunningApi api) {
        Page page = visit.page();
        page.setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + api.shop().token(1, "CUSTOMER")));

        new Hawtio(page, api.shop().baseUrl()).open();
        assertThat(page.locator("body")).containsText("FORBIDDEN");
        visit.picture("hawtio-customer");
    }

    private static Hawtio loggedIn(Visit visit, RunningApi api) {
        Hawtio hawtio = new Hawtio(visit.page(), api.shop().baseUrl());
        hawtio.open();
        hawtio.logIn("ops", "ops");
        assertThat(visit.page()).hasURL(Pattern.compile("/actuator/hawtio/"));
        return hawtio;
    }
}
