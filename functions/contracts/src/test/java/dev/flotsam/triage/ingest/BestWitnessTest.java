package dev.flotsam.triage.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.contracts.fake.FakeOccurrences;
import dev.flotsam.contracts.fake.FakeRawObjects;
import dev.flotsam.contracts.fake.FakeTrails;
import dev.flotsam.contracts.report.ReportBuilder;
import dev.flotsam.symbols.SymbolSource;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.decide.KeepApart;
import dev.flotsam.triage.examine.Examiner;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ends without a stack of their own fall into the cluster of the best witness, whichever report comes first. */
class BestWitnessTest {
    private static final String APP = "com.example.skerry";

    private final FakeRawObjects objects = new FakeRawObjects();
    private final FakeOccurrences occurrences = new FakeOccurrences();
    private final IngestUpload ingest = new IngestUpload(
            objects,
            Examiner.withBuiltInRules(SymbolSource.EMPTY),
            FakeTrails.following(occurrences),
            KeepApart.nothing(),
            Keepsakes.none(),
            Duration.ofDays(90));

    @Test
    void foomsWithOneAllocationStackAreOneClusterAndThoseWithAnotherAreNot() {
        send("r1", foom("1", "Album"));
        send("a1", allocations("1", 0x100000000L, 0x300));
        send("a2", allocations("2", 0x104c30000L, 0x300));
        send("r2", foom("2", "Chart"));
        send("r3", foom("3", "Album"));
        send("a3", allocations("3", 0x100000000L, 0x700));

        Map<String, Outcome.Triaged> by = triaged();
        assertThat(by).containsOnlyKeys("r1", "r2", "r3");
        assertThat(by.get("r1").cluster())
                .as("other scenes, other load addresses, one stack")
                .isEqualTo(by.get("r2").cluster());
        assertThat(by.get("r3").cluster())
                .as("one scene, another stack")
                .isNotEqualTo(by.get("r1").cluster());
        assertThat(by.get("r1").kind()).isEqualTo("foom-limit");
        assertThat(by.get("r1").title()).contains("Skerry + 0x300");
        assertThat(by.get("r1").unstable()).isTrue();
        assertThat(by.get("r1").missing()).extracting(image -> image.name()).containsExactly("Skerry");
    }

    @Test
    void foomsWithOneDominatorPathAreOneClusterWhateverTheirScenes() {
        send("r1", foom("1", "Album"));
        send("p1", portrait("1", "ImageCache"));
        send("p2", portrait("2", "ImageCache"));
        send("r2", foom("2", "Chart"));
        send("r3", foom("3", "Album"));
        send("p3", portrait("3", "ChartTiles"));

        Map<String, Outcome.Triaged> by = triaged();
        assertThat(by.get("r1").title()).contains("ImageCache", "CGImage");
        assertThat(by.get("r1").cluster()).isEqualTo(by.get("r2").cluster());
        assertThat(by.get("r3").cluster()).isNotEqualTo(by.get("r1").cluster());
    }

    @Test
    void withoutAPictureSceneAndSlopeTell() {
        send("album", foom("1", "Album"));
        send("again", foom("2", "Album"));
        send("chart", foom("3", "Chart"));

        Map<String, Outcome.Triaged> by = triaged();
        assertThat(by.get("album").cluster()).isEqualTo(by.get("again").cluster());
        assertThat(by.get("chart").cluster()).isNotEqualTo(by.get("album").cluster());
        assertThat(by.get("chart").title()).contains("Chart", "leak");
    }

    @Test
    void theMemoryExceptionsStackIsBetterThanAllAndCountsTheEndItself() {
        send("r1", foom("1", "Album"));
        send("p1", portrait("1", "ImageCache"));
        send("a1", allocations("1", 0x100000000L, 0x300));
        assertThat(triaged().get("r1").title()).as("stack before path").contains("Skerry + 0x300");
        send("m1", memoryException("1"));

        assertThat(triaged()).containsOnlyKeys("m1");
        assertThat(triaged().get("m1").kind()).isEqualTo("memory");
    }

    @Test
    void aClientsUploadThatCarriesItsStacksIsSignedByThem() {
        send("o1", oomDetector("AlbumController", "0x100000300"));
        send("o2", oomDetector("ChartController", "0x100000300"));
        send("o3", oomDetector("AlbumController", "0x100000700"));

        Map<String, Outcome.Triaged> by = triaged();
        assertThat(by.get("o1").title()).contains("Skerry + 0x300");
        assertThat(by.get("o1").cluster()).isEqualTo(by.get("o2").cluster());
        assertThat(by.get("o3").cluster()).isNotEqualTo(by.get("o1").cluster());
    }

    @Test
    void aMistakenRecordIsOneRejectionAndLeavesTheFoomAlone() {
        send("r1", foom("1", "Album"));
        send("a1", allocations("1", 0x100000000L, 0x300).replace("\"size\":3000", "\"size\":\"much\""));

        assertThat(occurrences.log().getLast().id())
                .satisfies(id -> assertThat(occurrences.find(id).orElseThrow().outcome())
                        .isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> {
                            assertThat(rejected.code()).isEqualTo("wrong-type");
                            assertThat(rejected.where()).isEqualTo("$.stacks[1].size");
                        }));
        assertThat(triaged().get("r1").title()).contains("Album");
    }

    private void send(String name, String json) {
        String key = "memory/" + name;
        objects.put(key, json.getBytes(StandardCharsets.UTF_8), ReportBuilder.UPLOADED);
        ingest.ingest(key, "");
    }

    /** The reports that count, by the name they were sent under, as they stand now. */
    private Map<String, Outcome.Triaged> triaged() {
        Map<String, Outcome.Triaged> counted = new LinkedHashMap<>();
        List<Occurrence> reports = occurrences.log().stream()
                .map(FakeOccurrences.Written::id)
                .distinct()
                .map(id -> occurrences.find(id).orElseThrow())
                .toList();
        for (Occurrence report : reports) {
            if (report.outcome() instanceof Outcome.Triaged triaged) {
                counted.put(report.source().key().substring("memory/".length()), triaged);
            }
        }
        return counted;
    }

    private static String foom(String number, String scene) {
        return """
                {'flotsam':'session/1','run':'run-number-000%s','installation':'installation-%s',
                 'app':{'id':'%s','version':'5.1'},'os':{'version':'17.4'},'device':'iPhone15,2',
                 'started':'2026-03-02T08:00:00Z','ended':'2026-03-02T08:10:00Z',
                 'since':{'same_app':true,'same_os':true,'same_boot':true},
                 'flags':{'foreground':true,'active':true},'scene':'%s',
                 'memory':{'footprint':1990000000,'limit':2000000000,
                 'series':[[0,500000000],[500,900000000],[1000,1300000000],[1500,1700000000],[2000,1990000000]]}}""".formatted(number, number, APP, scene).replace('\'', '"');
    }

    private static String allocations(String number, long base, long offset) {
        return """
                {'flotsam':'allocations/1','run':'run-number-000%s','app':{'id':'%s'},
                 'images':[{'uuid':'C07462E4-3A22-3AEC-8352-4E5C3506557B','name':'Skerry','base':%d,'size':65536}],
                 'stacks':[{'size':1000,'count':1,'stack':[%d]},{'size':3000,'count':5,'stack':[%d,%d]}]}""".formatted(number, APP, base, base + 0x100, base + offset, base + 0x200)
                .replace('\'', '"');
    }

    private static String portrait(String number, String cache) {
        return """
                {'flotsam':'portrait/1','app':{'id':'%s'},'run':'run-number-000%s','nodes':[
                 {'address':1,'class':'%s','size':100,'to':[2]},{'address':2,'class':'CGImage','size':900000}]}""".formatted(APP, number, cache).replace('\'', '"');
    }

    private static String memoryException(String number) {
        return """
                {'result':{'memoryException':{'_0':{'run_id':'run-number-000%s','callStackTree':{'callStackPerThread':true,
                 'callStackThreads':[{'threadAttributed':true,'rootFrames':[{'binaryUUID':'5EA61101-0000-3000-8000-000000000001',
                 'address':4311763472,'offsetIntoBinaryTextSegment':18960,'sampleCount':1}]}],
                 'binaryInfo':['5EA61101-0000-3000-8000-000000000001',{'uuid':'5EA61101-0000-3000-8000-000000000001','name':'Skerry'}]}}}},
                 'environment':{'bundleIdentifier':'%s','osVersion':{'platform':'iPhone OS','number':'27.0'},
                 'deviceType':'iPhone18,3','platformArchitecture':'arm64e','applicationVersion':'5.1'},
                 'timeRange':{'start':796996800,'duration':0}}""".formatted(number, APP).replace('\'', '"');
    }

    private static String oomDetector(String scene, String address) {
        return """
                {'category':'sigkill','s':1772438400,'e':1772439000,'mem_used':'1400','mem_warning_cnt':2,'crash_type':3,
                 'crash_stage':'%s','enable_oom':true,
                 'flotsam':{'app':{'id':'%s','version':'5.1'},'since':{'same_app':true,'same_os':true,'same_boot':true},
                  'flags':{'foreground':true,'active':true},'memory':{'footprint':1990000000,'limit':2000000000}},
                 'stack_oom':{'time_slices':[{'threads':[{'stack_type':'malloc','malloc_size':900000000,'malloc_count':3,
                  'frame':{'calls':['0 Skerry 0x100000000 %s','1 UIKitCore 0x1a0000000 0x1a0000010']}}]}]}}""".formatted(scene, APP, address).replace('\'', '"');
    }
}
