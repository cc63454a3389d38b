package dev.flotsam.local.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's Chromium without a window. Tests are skipped where it is not installed. */
final class Browser implements AutoCloseable {
    /** Milliseconds after which the page is asked again. */
    private static final Duration POLL = Duration.ofMillis(100);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    /** A view longer than this is cut in its picture. */
    private static final int LONGEST = 1_800;

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    static Browser start() {
        assumeTrue(
                Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
                "needs " + CHROMIUM + " and " + DRIVER + " (Debian: chromium, chromium-driver)");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--hide-scrollbars");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(DRIVER.toString()))
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    /** Sets the theme that the person prefers, and the width of the page. */
    void look(Theme theme, int width) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme.word()))));
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 760));
    }

    void open(String url) {
        driver.get(url);
    }

    String url() {
        return driver.getCurrentUrl();
    }

    /** Waits until an element is there and seen. */
    void await(String css) {
        once("no " + css, () -> shown(css).findFirst());
    }

    /** Waits until an element is there and says some words. */
    void await(String css, String words) {
        once(
                "no " + css + " that says " + words,
                () -> shown(css)
                        .filter(element -> element.getText().contains(words))
                        .findFirst());
    }

    /** Waits until nothing of the kind says these words any more. */
    void awaitGone(String css, String words) {
        once(
                css + " still says " + words,
                () -> Optional.of(shown(css))
                        .filter(all ->
                                all.noneMatch(element -> element.getText().contains(words))));
    }

    void click(String css) {
        once("no " + css + " to click", () -> {
            Optional<WebElement> element = shown(css).findFirst();
            element.ifPresent(WebElement::click);
            return element;
        });
    }

    void type(String css, CharSequence keys) {
        once("no " + css + " to type into", () -> {
            Optional<WebElement> element = shown(css).findFirst();
            element.ifPresent(field -> field.sendKeys(keys));
            return element;
        });
    }

    private Stream<WebElement> shown(String css) {
        return all(css).stream().filter(WebElement::isDisplayed);
    }

    /** Asks until there is an answer, and again where the page has replaced an element in the meantime. */
    private void once(String otherwise, Supplier<Optional<?>> question) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                if (question.get().isPresent()) {
                    return;
                }
            } catch (StaleElementReferenceException replaced) {
                // The next turn finds what stands there now.
            }
            pause();
        }
        throw new AssertionError(otherwise + " within " + PATIENCE + " in: " + text());
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    void press(CharSequence keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** What the console has told since the last time, from warnings on. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                complaints.add(entry.getMessage());
            }
        }
        return complaints;
    }

    /** What axe-core finds serious or critical: rule, and the elements that break it. */
    List<String> seriousByAxe() throws IOException {
        try (InputStream axe = Browser.class.getResourceAsStream("/axe.min.js")) {
            driver.executeScript(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        Object found = driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, { resultTypes: ["violations"] }).then((result) => done(result.violations
                  .filter((each) => ["serious", "critical"].includes(each.impact))
                  .map((each) => `${each.id}: ${each.nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`)));
                """);
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    /** Pixels by which the page is wider than the window. */
    long overflow() {
        return (Long) run("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    /** The whole view as PNG. */
    byte[] picture() {
        long height = Math.min(LONGEST, (Long) run("return document.documentElement.scrollHeight"));
        long width = (Long) run("return document.documentElement.clientWidth");
        Map<String, Object> shot = driver.executeCdpCommand(
                "Page.captureScreenshot",
                Map.of(
                        "format",
                        "png",
                        "captureBeyondViewport",
                        true,
                        "clip",
                        Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1)));
        return Base64.getDecoder().decode((String) shot.get("data"));
    }

    @Override
    public void close() {
        driver.quit();
    }

    /** What a person prefers. */
    enum Theme {
        DARK,
        LIGHT;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
