package io.commerceroutes.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** One visitor's page, and what the browser's console says of it. */
final class Visit implements CloseableResource {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final double PATIENCE_MILLIS = 60_000;

    private final BrowserContext context;
    private final Page page;
    private final List<String> errors = new ArrayList<>();

    Visit(BrowserContext context) {
        this.context = context;
        context.setDefaultTimeout(PATIENCE_MILLIS);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text() + " at " + message.location());
            }
        });
    }

    Page page() {
        return page;
    }

    /** Keeps a picture of the window as a build artefact. */
    void picture(String name) {
        page.screenshot(new ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    void assertNoErrors() {
        assertThat(errors).as("in the browser's console").isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}
