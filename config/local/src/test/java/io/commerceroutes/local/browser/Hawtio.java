package io.commerceroutes.local.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Hawtio as an operator uses it: the form, the tree of Camel contexts, and the way out. */
record Hawtio(Page page, String baseUrl) {
    private static final String NODE = "[id='org.apache.camel-CamelContexts-%s-folder']";

    void open() {
        page.navigate(baseUrl + "/actuator/hawtio");
    }

    void logIn(String user, String password) {
        page.getByPlaceholder("Username").fill(user);
        page.getByPlaceholder("Password").fill(password);
        button("Sign in").click();
    }

    void logOut() {
        page.locator("#hawtio-header-user-dropdown-toggle").click();
        page.getByText("Log out").click();
    }

    /** The context's routes in the tree, laid open. */
    Locator routesOf(String context) {
        Locator node = page.locator(NODE.formatted(context));
        expand(node);
        Locator routes = node.locator(NODE.formatted(context + "-routes"));
        expand(routes);
        return routes;
    }

    void select(Locator routes, String routeId) {
        routes.getByText(routeId, new Locator.GetByTextOptions().setExact(true)).click();
    }

    void openTab(String name) {
        page.getByText(name, new Page.GetByTextOptions().setExact(true)).click();
    }

    private static void expand(Locator node) {
        node.waitFor();
        if (!"true".equals(node.getAttribute("aria-expanded"))) {
            node.locator(".pf-v6-c-tree-view__node-toggle").first().click();
        }
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
