package io.commerceroutes.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.commerceroutes.local.platform.OnSharedApi;
import io.commerceroutes.local.platform.RunningApi;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who tries the API in Swagger UI gets as far as an order. */
@BrowserTest
@OnSharedApi
class SwaggerUiBrowserIT {
    @Test
    void a_customer_authorises_places_an_order_and_sees_its_answer(Visit visit, RunningApi api) {
        long customer = api.customer(50_000);
        long product = api.product(12_000, 3);
        Page page = visit.page();

        page.navigate(api.shop().baseUrl() + "/swagger-ui.html");
        authorise(page, api.shop().token(customer, "CUSTOMER"));
        Locator operation = page.locator("#operations-Orders-post-orders");
        operation.locator("button.opblock-summary-control").click();
        operation
                .locator("textarea.body-param__text")
                .fill("{\"items\":[{\"productId\":%d,\"quantity\":2}],\"payment\":{\"method\":\"POINT\"}}"
                        .formatted(product));
        button(operation, "Execute").click();

        Locator answer = operation.locator(".live-responses-table");
        assertThat(answer.locator(".response-col_status").last()).containsText("201");
        Locator order = answer.locator(".highlight-code").first();
        assertThat(order).containsText("\"status\": \"PAID\"");
        assertThat(order).containsText("\"productId\": " + product);
        assertThat(order).containsText("\"pointsUsed\": 24000");
        assertThat(order).containsText(Pattern.compile("\"orderId\": \"[0-9a-f-]{36}\""));
        answer.scrollIntoViewIfNeeded();
        visit.picture("swagger-ui-order");
        visit.assertNoErrors();
    }

    private static void authorise(Page page, String token) {
        page.locator(".auth-wrapper .authorize").click();
        Locator dialog = page.locator(".dialog-ux");
        dialog.locator("input").fill(token);
        button(dialog, "Apply credentials").click();
        button(dialog, "Close").last().click();
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }
}
