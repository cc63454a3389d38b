package dev.flotsam.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.local.journey.Repository;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a person does on the page, in a real browser, from the upload of a report on. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageJourneyTest {
    private static final String PAYLOAD = "<img src=x onerror=document.title='owned'>";

    private RunningPage page;
    private Browser browser;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        page = RunningPage.start(data);
        browser = page.browser();
        browser.look(Browser.Theme.DARK, 1_280);
    }

    @AfterAll
    void stop() {
        if (page != null) {
            page.close();
        }
    }

    @BeforeEach
    void forgetComplaints() {
        browser.complaints();
    }

    @Test
    void anUploadBecomesAClusterThatIsOpenedAndWhoseStackIsRead() throws Exception {
        page.stack().put("crashes/trap.ips", sample("swift-trap.ips").getBytes(StandardCharsets.UTF_8));
        page.openOnceCounted("/v1/clusters?kind=trap", "LanternListModel", "/?kind=trap");
        browser.click("a[data-row]");
        browser.await("h1", "LanternListModel.row");
        assertThat(browser.all(".frame.app")).isNotEmpty();
        assertThat(browser.text()).contains("Why these reports are one cluster", "LanternListModel.swift:87");

        browser.click("a[data-row][href^='/reports/']");
        browser.await("main", "Thread 0 Crashed");
        assertThat(browser.text()).contains("LanternListModel.row(at:)");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theUrlIsTheStateAndBackWorks() throws Exception {
        page.stack().put("crashes/segv.crash", sample("sigsegv.crash").getBytes(StandardCharsets.UTF_8));
        page.openOnceSaid("/v1/clusters?q=nothing-like-it", "\"clusters\":[]", "/");
        page.openOnceCounted("/v1/clusters", "bad-access", "/");
        browser.type("#search", "nothing-like-it\n");
        browser.await(".empty");
        assertThat(browser.url()).contains("q=nothing-like-it");
        browser.run("history.back()");
        browser.await("a[data-row]");
        assertThat(browser.url()).doesNotContain("q=");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theKeyboardLeadsThroughTheList() throws Exception {
        page.stack().put("crashes/exception.crash", sample("nsexception.crash").getBytes(StandardCharsets.UTF_8));
        page.openOnceCounted("/v1/clusters", "nsexception", "/");
        browser.await("a[data-row]");
        browser.press("j");
        assertThat(browser.run("return document.activeElement.dataset.row !== undefined"))
                .isEqualTo(true);
        browser.press("/");
        assertThat(browser.run("return document.activeElement.id")).isEqualTo("search");
        browser.run("document.activeElement.blur()");
        browser.press("?");
        browser.await("dialog", "next or previous row");
    }

    @Test
    void whatAReportSaysIsShownAsTextWhateverItSays() throws Exception {
        String planted = sample("abort.ips")
                .replace("com.example.lighthouse", "com.example." + PAYLOAD)
                .replace("TideModel.solve(harmonics:)", PAYLOAD + ".solve()");
        page.stack().put("crashes/planted.ips", planted.getBytes(StandardCharsets.UTF_8));
        page.openOnceCounted("/v1/clusters", "onerror", "/?q=onerror");
        browser.click("a[data-row]");
        browser.await(".frame.app", PAYLOAD);
        browser.click("a[data-row][href^='/reports/']");
        browser.await(".sub", "One report of");
        assertThat(browser.text()).contains(PAYLOAD);
        assertThat(browser.all("img[src='x']")).isEmpty();
        assertThat(browser.run("return document.title")).isNotEqualTo("owned");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aClusterThatIsNotThereSaysSo() {
        page.open("/clusters/0000000000000000000a");
        browser.await("[role=alert]", "no cluster");
    }

    private static String sample(String name) throws java.io.IOException {
        return Files.readString(Repository.root().resolve("events/parse-crashes/" + name));
    }
}
