package dev.flotsam.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.flotsam.local.journey.Repository;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** People decide about clusters in a real browser, each decision on a cluster of its own. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecidingTest {
    private static final String TOAST = "#toast:not([hidden])";
    private static final String LOOKALIKE = "TideModel.level";
    private static final String ALL = "/v1/clusters?app=com.example.lighthouse";

    private Browser browser;
    private RunningPage page;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        page = RunningPage.start(data);
        browser = page.browser();
        browser.look(Browser.Theme.LIGHT, 1_280);
        Path samples = Repository.root().resolve("events/parse-crashes");
        for (String sample : List.of("swift-trap.ips", "sigsegv.crash", "abort.ips", "nsexception.crash")) {
            page.stack().put("crashes/" + sample, Files.readAllBytes(samples.resolve(sample)));
        }
        page.stack().put("crashes/lookalike.ips", lookalike(samples.resolve("abort.ips")));
        for (String said : List.of("\"bad-access", "\"abort", "\"nsexception", "\"trap", LOOKALIKE)) {
            page.openOnceCounted(ALL, said, "/");
        }
    }

    @Test
    void aKeyResolvesAClusterInItsNewestVersionAndAnotherUndoesIt() throws Exception {
        String id = open("trap");
        browser.press("r");
        browser.await(".state.resolved", "Resolved in 5.2 (1042)");
        browser.await(TOAST, "Undo");
        assertThat(state(id)).isEqualTo("resolved");

        browser.press("u");
        browser.await(".state.open");
        assertThat(state(id)).isEqualTo("open");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aNoteAndAnAssigneeAreAskedForKeptAndShownAsText() throws Exception {
        String note = "<img src=x onerror=alert(1)> see PR 12";
        String id = open("abort");
        browser.press("n");
        browser.type("dialog[open] textarea", note);
        browser.click("dialog[open] .first");
        browser.await(".decide p.note", note);
        browser.press("a");
        browser.type("dialog[open] input", "ada" + Keys.ENTER);

        browser.await(".decide .assignee", "ada looks after it");
        assertThat(browser.all("img[src='x']")).isEmpty();
        JsonNode decision = cluster(id).at("/decision");
        assertThat(decision.at("/note").asText()).isEqualTo(note);
        assertThat(decision.at("/assignee").asText()).isEqualTo("ada");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aRowOfTheListIsIgnoredLeavesTheListAndComesBackWhenUndone() throws Exception {
        String id = id("nsexception");
        String row = "a[data-cluster='" + id + "']";
        browser.complaints();
        page.open("/");
        browser.await(row);
        browser.run("document.querySelector(arguments[0]).focus()", row);
        browser.press("i");
        browser.await(TOAST, "Ignored for good");
        assertThat(browser.all(row)).isEmpty();
        assertThat(state(id)).isEqualTo("ignored");

        browser.press("u");
        browser.await(row);
        assertThat(state(id)).isEqualTo("open");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatSomebodyElseDecidedMeanwhileIsNotOverwritten() throws Exception {
        String id = open("nsexception");
        long revision = cluster(id).at("/decision/revision").asLong();
        assertThat(page.patch("/v1/clusters/" + id, revision, "{\"note\":\"mine\"}"))
                .isEqualTo(200);
        browser.press("r");
        browser.await(".decide [role=alert]", "Somebody else changed it");
        assertThat(state(id)).isEqualTo("open");

        browser.click(".decide [role=alert] button");
        browser.await(".decide p.note", "mine");
    }

    @Test
    void anotherClusterIsMergedByItsAddressAndSplitOffWhenUndone() throws Exception {
        String other = id("bad-access");
        String id = open("trap");
        browser.press("m");
        browser.type("dialog[open] input", page.stack().endpoints().url() + "/clusters/" + other + Keys.ENTER);
        browser.await("main", "Shown as one");
        assertThat(cluster(other).at("/id").asText()).isEqualTo(id);

        browser.press("u");
        browser.awaitGone("main", "Shown as one");
        assertThat(cluster(other).at("/id").asText()).isEqualTo(other);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aSuggestionTellsItsScoreAndTheFramesThatStandInBothIsMergedByAClickAndTakenBack() throws Exception {
        String id = titled("| TideModel.solve");
        String other = titled(LOOKALIKE);
        browser.complaints();
        page.openOnceSaid("/v1/clusters/" + id, "\"similar\":[{", "/clusters/" + id);
        JsonNode suggestion = cluster(id).at("/similar/0");
        assertThat(suggestion.at("/id").asText()).isEqualTo(other);
        browser.await(".entry a[href='/clusters/" + other + "']", LOOKALIKE);
        browser.await(
                ".entry [title='1 is the same stack']",
                twoDigits(suggestion.at("/score").asDouble()));
        browser.click(".entry summary");
        browser.await(".entry details", "1 ↔ 2 TideView.refresh");

        browser.click(".entry button[aria-label*='" + LOOKALIKE + "']");
        browser.await("main", "Shown as one");
        assertThat(cluster(other).at("/id").asText()).isEqualTo(id);
        assertThat(cluster(id).at("/count").asInt()).isEqualTo(2);

        browser.press("u");
        browser.awaitGone("main", "Shown as one");
        browser.await(".entry a[href='/clusters/" + other + "']", LOOKALIKE);
        assertThat(cluster(other).at("/id").asText()).isEqualTo(other);
        assertThat(browser.complaints()).isEmpty();
    }

    /** The sample, in a function of the app that its innermost one calls. */
    private static byte[] lookalike(Path sample) throws IOException {
        String solve = "    {\n     \"imageOffset\" : 239672,";
        String level = "    {\"imageOffset\": 239000, \"symbol\": \"" + LOOKALIKE + "(at:)\", \"imageIndex\": 3},\n";
        return Files.readString(sample)
                .replace(solve, level + solve)
                .replace("D33A6960-937D-30A7-ABB4-EFD2EBAA40B2", "D33A6960-937D-30A7-ABB4-EFD2EBAA40B3")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** As a browser's {@code toFixed(2)} rounds. */
    private static String twoDigits(double score) {
        return new BigDecimal(score).setScale(2, RoundingMode.HALF_UP).toString();
    }

    @AfterAll
    void stop() {
        if (page != null) {
            page.close();
        }
    }

    private String open(String kind) throws IOException, InterruptedException {
        String id = id(kind);
        browser.complaints();
        page.open("/clusters/" + id);
        browser.await(".decide");
        return id;
    }

    private String id(String kind) throws IOException, InterruptedException {
        return first(cluster -> cluster.at("/kind").asText().startsWith(kind));
    }

    private String titled(String words) throws IOException, InterruptedException {
        return first(cluster -> cluster.at("/title").asText().contains(words));
    }

    private String first(Predicate<JsonNode> wanted) throws IOException, InterruptedException {
        JsonNode clusters = read(ALL).at("/clusters");
        for (JsonNode cluster : clusters) {
            if (wanted.test(cluster)) {
                return cluster.at("/id").asText();
            }
        }
        throw new AssertionError("no such cluster among " + clusters);
    }

    private String state(String id) throws IOException, InterruptedException {
        return cluster(id).at("/state").asText();
    }

    private JsonNode cluster(String id) throws IOException, InterruptedException {
        return read("/v1/clusters/" + id);
    }

    private JsonNode read(String api) throws IOException, InterruptedException {
        return new JsonMapper().readTree(page.ask(api));
    }
}
