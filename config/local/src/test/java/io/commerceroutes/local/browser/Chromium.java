package io.commerceroutes.local.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** The machine's own Chromium, without a window; its profile is new and is gone when it ends. */
final class Chromium implements CloseableResource {
    private static final String SETTING = "browser.executable";
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new LaunchOptions()
                    .setExecutablePath(executable())
                    .setHeadless(true)
                    .setArgs(FLAGS));

    /** A visitor whom nobody knows yet: without cookies, and with nothing stored. */
    Visit visit() {
        return new Visit(browser.newContext(new NewContextOptions().setViewportSize(1280, 960)));
    }

    private static Path executable() {
        String chosen = System.getProperty(SETTING);
        if (chosen != null) {
            return Path.of(chosen);
        }
        return NAMES.stream()
                .flatMap(Chromium::onThePath)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No Chromium on the PATH: install the package chromium, or name it with -D" + SETTING));
    }

    private static Stream<Path> onThePath(String name) {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getenv("PATH"))
                .map(folder -> Path.of(folder, name));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
