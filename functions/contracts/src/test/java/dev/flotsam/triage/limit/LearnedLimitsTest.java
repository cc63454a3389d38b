package dev.flotsam.triage.limit;

import static dev.flotsam.contracts.report.ReportBuilder.UPLOADED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.contracts.fake.FakeClock;
import dev.flotsam.contracts.fake.FakeLimits;
import dev.flotsam.contracts.fake.FakeOccurrences;
import dev.flotsam.contracts.fake.FakeRawObjects;
import dev.flotsam.contracts.fake.FakeTrails;
import dev.flotsam.memory.atlas.LimitEntry;
import dev.flotsam.memory.atlas.LimitKey;
import dev.flotsam.memory.atlas.LimitKey.State;
import dev.flotsam.memory.atlas.LimitSource;
import dev.flotsam.memory.jetsam.ProcessKind;
import dev.flotsam.memory.session.Build;
import dev.flotsam.symbols.SymbolSource;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.decide.KeepApart;
import dev.flotsam.triage.examine.Examiner;
import dev.flotsam.triage.examine.LearnedSource;
import dev.flotsam.triage.ingest.IngestUpload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LearnedLimitsTest {
    private static final long MIB = 1L << 20;
    private static final LimitKey PHONE = new LimitKey("iPhone10,4", "14.4", ProcessKind.APP, State.ACTIVE);
    private static final Build BUILD =
            new Build("com.example.skerry", "5.2", "", "", "14.4", "", "iPhone10,4", Build.Host.APP);

    private final FakeLimits limits = new FakeLimits();
    private final FakeClock clock = new FakeClock(UPLOADED);
    private final LearnedLimits learned = new LearnedLimits(limits, clock);
    private final FakeRawObjects objects = new FakeRawObjects();
    private final FakeOccurrences occurrences = new FakeOccurrences();
    private final IngestUpload ingest = new IngestUpload(
            objects,
            Examiner.withBuiltInRules(SymbolSource.EMPTY, LearnedSource.NONE, learned),
            FakeTrails.following(occurrences, learned),
            KeepApart.nothing(),
            (finding, records) ->
                    learned.learn(Lesson.of(finding, records.getFirst().id())),
            Duration.ofDays(90));

    @Test
    void a_kill_at_the_own_limit_teaches_it_once_however_often_it_comes() {
        String event = jetsam("9d7d", 89_600);
        upload("memory/a.ips", event);
        upload("memory/a.ips", event);
        upload("memory/again.ips", event);

        LimitEntry entry = learned.entry(PHONE).orElseThrow();
        assertThat(entry.limit()).contains(1400 * MIB);
        assertThat(entry.samples()).isOne();
        assertThat(learned.limitOf(BUILD)).contains(1400 * MIB);
        assertThat(limits.merges()).as("a lesson known already isn't written").isOne();
    }

    @Test
    void records_and_warnings_teach_with_their_own_weight() {
        upload("memory/s.json", session("a1", 900, 500));
        upload("memory/w.json", warning("b2", 1_350));

        LimitEntry entry = learned.entry(PHONE).orElseThrow();
        assertThat(entry.limit()).contains(1400 * MIB);
        assertThat(entry.bySource())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(LimitSource.SESSION_FIGURE, 1L, LimitSource.MEMORY_WARNING, 1L));
    }

    @Test
    void forgers_without_an_installation_share_a_few_votes() {
        for (int i = 0; i < 200; i++) {
            upload("memory/forged-" + i + ".json", session("", 100 + i, 9_000));
        }
        for (int i = 0; i < 20; i++) {
            upload("memory/" + i + ".json", session("honest-" + i, 900, 500));
        }
        assertThat(learned.entry(PHONE).orElseThrow().limit()).contains(1400 * MIB);
        assertThat(limits.find(PHONE).orElseThrow().votes().installations()).isLessThanOrEqualTo(24);
    }

    @Test
    void a_device_that_cannot_be_apples_teaches_nothing() {
        upload("memory/a.json", session("a1", 900, 500).replace("iPhone10,4", "forged#device"));
        assertThat(limits.merges()).isZero();
    }

    @Test
    void what_another_function_learned_is_known_a_minute_later() {
        assertThat(learned.limitOf(BUILD)).isEmpty();
        new LearnedLimits(limits, clock).learn(lessonsOf(jetsam("9d7d", 89_600)));

        assertThat(learned.limitOf(BUILD)).as("remembered").isEmpty();
        clock.advance(LearnedLimits.REMEMBERED.plusSeconds(1));
        assertThat(learned.limitOf(BUILD)).contains(1400 * MIB);
    }

    @Test
    void hearing_of_a_limit_again_prolongs_it() {
        upload("memory/a.ips", jetsam("9d7d", 89_600));
        clock.advance(LearnedLimits.KEPT.minus(LearnedLimits.PROLONGED).plusDays(1));
        upload("memory/b.ips", jetsam("9d7d", 89_600));

        assertThat(limits.find(PHONE).orElseThrow().expires())
                .isAfter(clock.instant().plus(LearnedLimits.PROLONGED));
        assertThat(learned.entry(PHONE).orElseThrow().samples()).isOne();
    }

    @Test
    void the_atlas_tells_a_record_without_a_limit_how_near_it_was() {
        upload("memory/a.ips", jetsam("9d7d", 89_600));
        upload(
                "memory/near.json",
                session("c3", 1_380, 0).replace("\"available\":0,", "").replace("\"warnings\":0", "\"warnings\":2"));

        assertThat(outcome("memory/near.json"))
                .isInstanceOfSatisfying(
                        Outcome.Triaged.class,
                        triaged -> assertThat(triaged.kind()).isEqualTo("foom-limit"));
    }

    @Test
    void a_warning_near_the_limit_is_a_kind_of_its_own() {
        upload("memory/a.ips", jetsam("9d7d", 89_600));
        upload("memory/w.json", warning("b2", 1_350));

        assertThat(outcome("memory/w.json")).isInstanceOfSatisfying(Outcome.Triaged.class, triaged -> {
            assertThat(triaged.kind()).isEqualTo("oom-warning");
            assertThat(triaged.title()).isEqualTo("oom-warning | above 90 % of the limit");
        });
    }

    @Test
    void a_warning_as_the_article_writes_it_is_read_as_a_property_list() {
        upload("memory/apmLastMaxMemory.plist", """
                <?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict>
                <key>LaunchTime</key><string>1772440800.12</string>
                <key>singleMemory</key><string>1211.500000</string>
                <key>threshold</key><string>1000.000000</string></dict></plist>""");
        assertThat(outcome("memory/apmLastMaxMemory.plist"))
                .isInstanceOfSatisfying(
                        Outcome.Triaged.class,
                        triaged -> assertThat(triaged.title()).isEqualTo("oom-warning | above the client's threshold"));
    }

    @Test
    void a_hostile_record_is_one_clear_rejection_and_holds_nothing_back() {
        upload(
                "memory/batch.ndjson",
                "{\"singleMemory\":\"-1\",\"threshold\":1}\n" + warning("b2", 1_350) + "\n{\"singleMemory\":[[]]}\n");
        assertThat(occurrences.log()).hasSize(3);
        assertThat(limits.find(PHONE)).isPresent();
    }

    private static List<Lesson> lessonsOf(String event) {
        LearnedLimitsTest other = new LearnedLimitsTest();
        other.upload("memory/x.ips", event);
        return other.limits.list("", "", java.util.Optional.empty(), 10).limits().stream()
                .flatMap(kept -> kept.votes().votes().stream().map(vote -> new Lesson(kept.key(), vote)))
                .toList();
    }

    private Outcome outcome(String key) {
        return occurrences.log().stream()
                .map(written -> ((FakeOccurrences.Written.Inserted) written).after())
                .filter(report -> report.source().key().equals(key))
                .map(Occurrence::outcome)
                .findFirst()
                .orElseThrow();
    }

    private void upload(String key, String content) {
        objects.put(key, content.getBytes(StandardCharsets.UTF_8), UPLOADED);
        ingest.ingest(key, "");
    }

    private static String jetsam(String installation, long pages) {
        return """
                {"bug_type":"298","timestamp":"2026-03-02 10:22:37.00 +0100","os_version":"iPhone OS 14.4 (18D52)"}
                {"product":"iPhone10,4","build":"iPhone OS 14.4 (18D52)","crashReporterKey":"%s",\
                "incident":"0E6C1B2A-0000-4000-8000-00000000000A","date":"2026-03-02 10:22:37.31 +0100",\
                "memoryStatus":{"pageSize":16384},"processes":[{"name":"Driftwood","pid":1,"states":["frontmost"],\
                "rpages":%d,"reason":"per-process-limit"}]}""".formatted(installation, pages);
    }

    private static String session(String installation, long footprint, long available) {
        return """
                {"flotsam":"session/1","record":"session","installation":"%s","started":"2026-03-02T07:02:11Z",\
                "ended":"2026-03-02T07:19:40Z","app":{"id":"com.example.skerry","version":"5.2"},\
                "os":{"version":"14.4"},"device":"iPhone10,4","host":"app",\
                "flags":{"debugger":false,"exited":false,"user_quit":false,"crashed":false,"hung":false,\
                "foreground":true,"active":true},"since":{"same_app":true,"same_os":true,"same_boot":true},\
                "memory":{"footprint":%d,"available":%d,"warnings":0}}\
                """.formatted(installation, footprint * MIB, available * MIB);
    }

    private static String warning(String installation, long mebibytes) {
        return """
                {"singleMemory":"%d.000000","threshold":"1000.000000","LaunchTime":"1772440800.12",\
                "flotsam":{"installation":"%s","app":{"id":"com.example.skerry","version":"5.2"},\
                "os":{"version":"14.4"},"device":"iPhone10,4"}}\
                """.formatted(mebibytes, installation);
    }
}
