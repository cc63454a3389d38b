package dev.flotsam.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.flotsam.local.journey.Repository;
import dev.flotsam.local.page.Browser.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every view in both themes, wide and at 400 pixels: axe-core finds nothing serious, nothing is wider than the window, the
 * console stays silent. {@code -Dpictures=update} keeps what it looks like in docs/page.
 */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ViewsTest {
    private static final String END = "[aria-label='Reports of the same end']";

    private RunningPage page;
    private Browser browser;
    private final Map<String, String> views = new TreeMap<>();

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        page = RunningPage.start(data);
        browser = page.browser();
        Path events = Repository.root().resolve("events");
        Map<String, byte[]> uploads = Past.until(LocalDate.now(ZoneOffset.UTC), events.resolve("parse-crashes"));
        uploads.forEach(page.stack()::put);
        for (String sample : new String[] {
            "jetsam-per-process-limit.ips",
            "session-trail.ndjson",
            "portrait.ndjson",
            "retracted-foom.ndjson",
            "allocating-session.ndjson",
            "allocations.json"
        }) {
            page.stack().put("memory/" + sample, Files.readAllBytes(events.resolve("detect-fooms/" + sample)));
        }
        page.stack().put("crashes/late.crash", Files.readAllBytes(events.resolve("parse-crashes/late-sigsegv.crash")));
        while (page.stack().pendingUploads() > 0) {
            Thread.sleep(100);
        }
        page.openOnceSaid("/v1/clusters?kind=trap", "\"count\":34", "/");
        var list = new JsonMapper().readTree(page.ask("/v1/clusters?kind=trap"));
        String cluster = list.at("/clusters/0/id").asText();
        var reports = new JsonMapper().readTree(page.ask("/v1/clusters/" + cluster + "/reports"));
        page.openOnceSaid("/v1/reports?state=recognised&limit=100", "crash, counted by report", "/");
        page.openOnceSaid("/v1/reports?state=recognised&limit=100", "portrait: ", "/");
        views.put("portrait", "/reports/" + recognised("memory/portrait.ndjson", "portrait: "));
        views.put("end", "/reports/" + recognised("memory/retracted-foom.ndjson", "joined: "));
        String foom = "/v1/clusters?kind=foom-limit&q=LanternKit";
        page.openOnceSaid(foom, "\"count\":1", "/");
        String filled =
                new JsonMapper().readTree(page.ask(foom)).at("/clusters/0/id").asText();
        var fooms = new JsonMapper().readTree(page.ask("/v1/clusters/" + filled + "/reports"));
        views.put("foom", "/reports/" + fooms.at("/reports/0/id").asText());
        views.put("list", "/?sort=count");
        views.put("cluster", "/clusters/" + cluster);
        views.put("report", "/reports/" + reports.at("/reports/0/id").asText());
    }

    @AfterAll
    void stop() {
        if (page != null) {
            page.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "list, DARK, 1280", "list, LIGHT, 1280", "list, DARK, 400", "list, LIGHT, 400",
        "cluster, DARK, 1280", "cluster, LIGHT, 1280", "cluster, DARK, 400", "cluster, LIGHT, 400",
        "report, DARK, 1280", "report, LIGHT, 1280", "report, DARK, 400", "report, LIGHT, 400",
        "portrait, DARK, 1280", "portrait, LIGHT, 1280", "portrait, DARK, 400", "portrait, LIGHT, 400",
        "end, DARK, 1280", "end, LIGHT, 1280", "end, DARK, 400", "end, LIGHT, 400",
        "foom, DARK, 1280", "foom, LIGHT, 400"
    })
    void everyViewHoldsTheRules(String view, Theme theme, int width) throws IOException {
        browser.look(theme, width);
        page.open(views.get(view));
        browser.await("main .card, main table");
        browser.await(
                switch (view) {
                    case "list" -> "a[data-row]";
                    case "portrait", "foom" -> ".flame rect";
                    case "end" -> END;
                    default -> ".frame.app";
                });
        keep(view + "-" + theme.word() + (width < 760 ? "-narrow" : ""));
        assertThat(browser.seriousByAxe()).isEmpty();
        assertThat(browser.overflow()).isLessThanOrEqualTo(0);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aPortraitIsDrawnAndANodeOpensWithItsPathFromARoot() {
        browser.look(Theme.DARK, 400);
        page.open(views.get("portrait"));
        browser.await(".flame text", "LHAppDelegate");
        assertThat(browser.all(".flame rect")).hasSizeGreaterThan(5);
        String node = ".portrait details:nth-of-type(2)";
        browser.await(node + " > summary", "LHChartStore");
        browser.click(node + " > summary");
        browser.await(node + "[open] ol.why li:first-child", "LHChartStore");
        browser.await(node + "[open] ol.why li:last-child", "LHAppDelegate");
        assertThat(browser.text()).contains("Cycles that keep themselves", "VM regions by tag");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aRetractedFoomShowsWhoTellsOfItsEndAndLeadsToTheReportThatDecided() {
        browser.look(Theme.LIGHT, 1_280);
        page.open(views.get("end"));
        browser.await(END, "2 reports tell of this end: crash");
        browser.await(END, "The run’s record alone would have said foom-limit.");
        browser.click(END + " a[href^='/reports/']");
        browser.await(END + " li", "decided · counts the end · shown here");
        assertThat(browser.complaints()).isEmpty();
    }

    /** The report that an object became. */
    private String recognised(String key, String title) throws Exception {
        for (JsonNode report : new JsonMapper()
                .readTree(page.ask("/v1/reports?state=recognised&limit=100"))
                .at("/reports")) {
            if (report.at("/key").asText().equals(key)
                    && report.at("/title").asText().contains(title)) {
                return report.at("/id").asText();
            }
        }
        throw new AssertionError("no report of " + key);
    }

    @Test
    void theInboxShowsAMessageAsSlackWould() throws Exception {
        browser.look(Theme.DARK, 1_280);
        page.stack().ringSchedules();
        browser.open(page.stack().endpoints().inbox().toString());
        browser.await(".message, article, li");
        keep("message-dark");
        assertThat(browser.text()).contains("Flotsam", "Open", "\"blocks\"");
        assertThat(browser.seriousByAxe()).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    private void keep(String name) throws IOException {
        byte[] picture = browser.picture();
        assertThat(picture).hasSizeGreaterThan(5_000);
        if (System.getProperty("pictures", "").equals("update")) {
            Path folder = Files.createDirectories(Repository.root().resolve("docs/page"));
            Files.write(folder.resolve(name + ".png"), picture);
        }
    }
}
