package dev.flotsam.servetriage;

import static dev.flotsam.contracts.report.ReportBuilder.UPLOADED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flotsam.contracts.fake.FakeIngest;
import dev.flotsam.contracts.fake.FakeOccurrences.Written;
import dev.flotsam.contracts.fake.FakePortraits;
import dev.flotsam.contracts.fake.FakeRawObjects;
import dev.flotsam.contracts.fake.FakeTrails;
import dev.flotsam.memory.session.KnownLimits;
import dev.flotsam.symbols.SymbolSource;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.access.ApiKey;
import dev.flotsam.triage.access.Role;
import dev.flotsam.triage.examine.Examiner;
import dev.flotsam.triage.ingest.RecallEnd;
import dev.flotsam.triage.ingest.ReopenReport;
import dev.flotsam.triage.query.ListReports;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ReportsResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String APP = "com.example.skerry";

    private static final String RUN = """
            {"flotsam":"session/1","run":"run-1","installation":"k1","started":"2026-03-02T08:00:00Z",
             "ended":"2026-03-02T08:30:00Z","app":{"id":"com.example.skerry","version":"5.2","build":"7"},
             "flags":{"foreground":true,"active":true},"memory":{"footprint":2000,"limit":2048}}""";

    private static final String CRASH = """
            Incident Identifier: 5B0E7A52-0C64-3D1F-9B7E-51C7B6A3D902
            CrashReporter Key:   k1
            Process:             Skerry [27]
            Identifier:          com.example.skerry
            Version:             5.2 (7)
            Code Type:           ARM-64 (Native)

            Date/Time:           2026-03-02 08:30:01.2210 +0000
            Launch Time:         2026-03-02 08:00:00.4030 +0000
            OS Version:          iPhone OS 17.2 (21C62)
            Report Version:      104

            Exception Type:  EXC_BAD_ACCESS (SIGSEGV)
            Triggered by Thread:  0

            Thread 0 Crashed:
            0   Skerry        	0x0000000100a6d250 Tide.rise() + 144
            """;

    private static final String ALLOCATIONS = """
            {"flotsam":"allocations/1","run":"run-1","installation":"k1","captured":"2026-03-02T08:29:40Z",
             "app":{"id":"com.example.skerry","version":"5.2","build":"7"},
             "images":[{"uuid":"C07462E4-3A22-3AEC-8352-4E5C3506557B","name":"Skerry","base":4294967296,"size":65536}],
             "stacks":[{"size":1000,"count":1,"stack":["0x100000100"]},{"size":3000,"count":5,"stack":["0x100000300"]}]}""";

    private final Asked asked = new Asked();
    private final FakeRawObjects objects = new FakeRawObjects();
    private final FakeTrails trails = new FakeTrails();

    @Test
    void aReportShowsWhoTellsOfItsEndAndWhoDecided() throws Exception {
        upload("memory/run.json", RUN);
        upload("crashes/late.crash", CRASH);

        for (Occurrence report : reports()) {
            JsonNode end = show(report, APP).at("/end");
            assertThat(end.at("/class").asText()).isEqualTo("crash");
            assertThat(end.at("/before").asText()).isEqualTo("foom-limit");
            assertThat(texts(end, "kind")).containsExactly("session", "crash");
            assertThat(end.at("/witnesses").findValuesAsText("decided")).containsExactly("false", "true");
            assertThat(end.at("/witnesses").findValuesAsText("counts")).containsExactly("false", "true");
            assertThat(end.at("/witnesses/0/says/class").asText()).isEqualTo("foom-limit");
            assertThat(end.at("/witnesses/0/href").asText())
                    .isEqualTo("/v1/reports/" + end.at("/witnesses/0/id").asText());
            assertThat(end.at("/overturned_by")).isEmpty();
        }
        JsonNode record = show(reports().getFirst(), APP);
        assertThat(record.at("/summary").asText()).startsWith("crash, counted by report ");
        assertThat(record.at("/report/verdict/class").asText()).isEqualTo("crash");
        assertThat(record.at("/report/joined/witnesses"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(reports().stream()
                        .map(report -> report.id().value())
                        .sorted()
                        .toList());
    }

    /** The article: of bad accesses the allocations of the run tell more. */
    @Test
    void aBadAccessShowsTheAllocationStacksOfItsRun() throws Exception {
        upload("memory/stacks.json", ALLOCATIONS);
        upload("crashes/late.crash", CRASH);
        Occurrence crash = reports().getLast();

        JsonNode shown = show(crash, APP);
        assertThat(texts(shown.at("/end"), "kind")).containsExactly("allocations", "crash");
        JsonNode allocations = shown.at("/report/joined/allocations/0");
        assertThat(allocations.at("/report").asText())
                .isEqualTo(reports().getFirst().id().value());
        assertThat(allocations.at("/bytes").asLong()).isEqualTo(4000);
        assertThat(allocations.at("/heaviest/0/place").asText()).isEqualTo("Skerry + 768");
        assertThat(shown.at("/cluster").asText())
                .isEqualTo(crash.cluster().orElseThrow().value());
    }

    @Test
    void aFoomShowsTheStackThatSignsItAndSaysSo() throws Exception {
        upload("memory/run.json", RUN);
        upload("memory/stacks.json", ALLOCATIONS);

        JsonNode shown = show(reports().getFirst(), APP);
        assertThat(shown.at("/report/signature/title").asText()).isEqualTo("foom-limit | Skerry + 0x300");
        assertThat(shown.at("/report/explanation").findValuesAsText("before"))
                .contains("allocation-stack", "memory-exception, dominator-path");
        assertThat(shown.at("/report/joined/allocations/0/heaviest/0/share").asDouble())
                .isEqualTo(0.75);
    }

    @Test
    void aRecordAloneDecidesAndSaysWhatWouldOverturnIt() throws Exception {
        upload("memory/run.json", RUN);
        JsonNode end = show(reports().getFirst(), APP).at("/end");
        assertThat(end.at("/class").asText()).isEqualTo("foom-limit");
        assertThat(end.at("/witnesses/0/decided").asBoolean()).isTrue();
        assertThat(end.at("/overturned_by")).extracting(JsonNode::asText).contains("a crash report of this run");
    }

    @Test
    void aReportThatStandsAloneAndOneWhoseTrailIsGoneShowNoEnd() throws Exception {
        upload("crashes/late.crash", CRASH);
        assertThat(show(reports().getFirst(), APP).at("/end").isNull()).isTrue();

        upload("memory/run.json", RUN);
        asked.triage.clock.advance(Duration.ofDays(29));
        assertThat(show(reports().getFirst(), APP).at("/end").isNull()).isTrue();
    }

    /** A JetsamEvent names processes, not bundles: whoever sees one app alone doesn't see it. */
    @Test
    void whatAKeyDoesNotSeeIsNotAmongTheWitnesses() throws Exception {
        upload("memory/run.json", RUN);
        upload("memory/kill.ips", """
                {"bug_type":"298"}
                {"date":"2026-03-02 08:30:01.00 +0000","build":"iPhone OS 17.2 (21C62)","product":"iPhone15,4",
                 "crashReporterKey":"k1","memoryStatus":{"pageSize":16384},
                 "processes":[{"name":"skerry","pid":7,"states":["frontmost"],"rpages":90000,
                 "reason":"per-process-limit"}]}""");
        Occurrence run = reports().getFirst();

        JsonNode all = show(run, ApiKey.EVERY_APP).at("/end");
        assertThat(texts(all, "kind")).containsExactly("session", "jetsam");
        assertThat(all.at("/witnesses").findValuesAsText("decided")).containsExactly("false", "true");
        assertThat(all.at("/witnesses").findValuesAsText("counts")).containsExactly("true", "false");
        assertThat(all.at("/overturned_by")).extracting(JsonNode::asText).containsExactly("a crash report of this run");

        JsonNode some = show(run, APP);
        assertThat(texts(some.at("/end"), "kind")).containsExactly("session");
        assertThat(some.at("/report/joined/witnesses")).hasSize(1);
    }

    private void upload(String key, String text) {
        objects.put(
                key,
                text.getBytes(StandardCharsets.UTF_8),
                UPLOADED.plusSeconds(reports().size()));
        FakeIngest.of(objects, asked.triage.occurrences, trails).ingest(key, "");
    }

    private List<Occurrence> reports() {
        return asked.triage.occurrences.log().stream()
                .flatMap(written -> written instanceof Written.Inserted in ? Stream.of(in.after()) : Stream.empty())
                .toList();
    }

    private JsonNode show(Occurrence report, String app) throws Exception {
        Examiner examiner = Examiner.withBuiltInRules(SymbolSource.EMPTY);
        ReopenReport reopen = new ReopenReport(objects, examiner);
        ReportsResource resource = new ReportsResource(
                asked.viewer(app, Role.READ),
                asked.triage.occurrences,
                reopen,
                new ListReports(asked.triage.pages, asked.triage.occurrences),
                new FakePortraits(),
                new RecallEnd(trails, asked.triage.occurrences, reopen, KnownLimits.NONE, asked.triage.clock));
        return JSON.readTree(resource.show(report.id().value()));
    }

    private static List<String> texts(JsonNode end, String field) {
        return StreamSupport.stream(end.at("/witnesses").spliterator(), false)
                .map(witness -> witness.at("/" + field).asText())
                .toList();
    }
}
