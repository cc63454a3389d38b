package dev.flotsam.local.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flotsam.local.LocalStack;
import dev.flotsam.local.StackOptions;
import dev.flotsam.local.dynamo.DynamoCalls;
import dev.flotsam.symbols.SymbolSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Reports come before their dSYM; when it comes they are healed, though functions are killed with SIGKILL meanwhile. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(600)
class LateSymbolsTest {
    private static final Path ROOT = Repository.root();
    private static final Path CORPUS = ROOT.resolve("../shared/corpus");
    private static final String APP = "com.example.lighthouse";
    private static final String FILLED = "com.example.filled";
    private static final Map<String, Long> UNNAMED_FOOM = Map.of("foom-limit | LanternKit + 0xc4ec", 1L);
    private static final Map<String, Long> NAMED_FOOM = Map.of("foom-limit | peak", 1L);
    private static final String INCIDENT = "3D00C414-2EDF-3358-A21A-79903A5126E0";
    private static final List<String> KILLED = List.of("index-symbols", "dedupe-stacks");
    private static final int KILLS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration QUIET = Duration.ofSeconds(3);

    private Path data;
    private LocalStack stack;
    private Client client;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        data = folder;
        stack = LocalStack.start(StackOptions.forTest(ROOT.resolve("template.yaml"), data));
        client = new Client(stack);
    }

    @AfterAll
    void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    void reportsThatWaitedAreCountedUnderTheirFunctionAndTheOldClusterIsEmpty() throws Exception {
        int waiting = 120;
        String foom = putFoom();
        putBatches("before", 0, waiting);
        await(() -> total() == waiting);
        String before = client.clustersOf(APP).keySet().iterator().next();

        byte[] dsym = Files.readAllBytes(ROOT.resolve("events/index-symbols/LanternKit-5.1.dSYM.zip"));
        stack.put("symbols/LanternKit.zip", dsym);
        Killer killer = new Killer(stack, KILLED, new Random(5));
        for (int kill = 0; kill < KILLS; kill++) {
            putBatches("meanwhile-" + kill, waiting + kill * 10, 10);
            killer.killNext();
        }
        int all = waiting + KILLS * 10;
        Set<String> corrected =
                Set.of("CLUSTER#" + before + " ALERT#correction#1", "CLUSTER#" + foom + " ALERT#correction#1");
        // A report that moves may be counted twice for a moment, and a job ends after the last report has moved.
        await(() -> driven("symbols/LanternKit.zip", dsym)
                && isShownAs("bad-access | peak", all)
                && total(before).equals("0")
                && corrections(corrected).equals(corrected)
                && !missing().contains("LanternKit"));

        System.out.println("kills " + killer.kills() + ", clusters "
                + client.clustersOf(APP).keySet());
        assertThat(client.clustersOf(APP).values()).singleElement().satisfies(cluster -> {
            assertThat(cluster.at("/title").asText()).isEqualTo("bad-access | peak");
            assertThat(cluster.at("/count").asInt()).isEqualTo(all);
        });
        assertThat(total(before)).isEqualTo("0");
        assertThat(corrections(corrected))
                .as("people are told once what a cluster turned out to be")
                .isEqualTo(corrected);
        assertThat(missing()).doesNotContain("LanternKit");
        assertThat(client.titlesOnce(FILLED, NAMED_FOOM))
                .as("a FOOM waits for the symbols of its allocation stacks")
                .isEqualTo(NAMED_FOOM);
        assertThat(data.resolve("tmp/index-symbols/gsym"))
                .as("symbols are kept on the function's own disk")
                .isNotEmptyDirectory();
    }

    /** The cluster of a FOOM that waits for the symbols of its allocation stacks. */
    private String putFoom() throws Exception {
        for (String sample : List.of("allocating-session.ndjson", "allocations.json")) {
            String story = Files.readString(ROOT.resolve("events/detect-fooms").resolve(sample));
            stack.put("memory/" + sample, story.replace(APP, FILLED).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(client.titlesOnce(FILLED, UNNAMED_FOOM)).isEqualTo(UNNAMED_FOOM);
        return client.clustersOf(FILLED).entrySet().stream()
                .filter(cluster -> cluster.getValue().at("/count").asLong() == 1)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    @Test
    void realReportsHealIntoTheClustersThatTheirSymbolsMake(@TempDir Path scratch) throws Exception {
        Path pairs = CORPUS.resolve("PAIRS.tsv");
        assumeTrue(Files.exists(pairs), "needs ../shared/corpus, which is not here");
        List<String> rows = Files.readAllLines(pairs).stream()
                .filter(row -> row.startsWith("dsym\t"))
                .toList();
        List<Path> dwarf = rows.stream()
                .map(row -> CORPUS.resolve(List.of(row.split("\t", -1)).get(1)))
                .distinct()
                .toList();
        List<Path> reports = rows.stream()
                .map(row -> CORPUS.resolve(List.of(row.split("\t", -1)).get(5)))
                .distinct()
                .toList();
        Truth without = Truth.with(SymbolSource.EMPTY);
        Truth healed = Truth.with(new LocalSymbols(dwarf, scratch));
        for (Path report : reports) {
            byte[] content = Files.readAllBytes(report);
            if (without.isFirstOfItsEvents(content)) {
                healed.isFirstOfItsEvents(content);
                stack.put("crashes/round-1/" + report.getFileName(), content);
            }
        }
        assertThat(healed.counts()).as("symbols change something").isNotEqualTo(without.counts());
        assertThat(client.clustersOnceStill(without.total())).isEqualTo(without.counts());

        byte[] dsyms = bundles(dwarf);
        stack.put("symbols/dsyms.zip", dsyms);
        Killer killer = new Killer(stack, KILLED, new Random(6));
        for (int kill = 0; kill < KILLS; kill++) {
            killer.killNext();
        }
        await(() -> driven("symbols/dsyms.zip", dsyms)
                && client.clustersOnceStill(healed.total()).equals(healed.counts()));

        System.out.println("kills " + killer.kills() + ", " + reports.size() + " reports of "
                + without.counts().size() + " clusters heal into "
                + healed.counts().size());
        assertThat(client.clustersOnceStill(healed.total())).isEqualTo(healed.counts());
    }

    /** Copies of the sample report as other events, in zips of up to 40. */
    private void putBatches(String name, int first, int count) throws IOException {
        String sample = Files.readString(ROOT.resolve("events/parse-crashes/sigsegv.crash"));
        for (int from = 0; from < count; from += 40) {
            Map<String, byte[]> files = new TreeMap<>();
            for (int i = from; i < Math.min(count, from + 40); i++) {
                String incident = INCIDENT.substring(0, 24) + "%012X".formatted(first + i);
                files.put(
                        "report-%04d.crash".formatted(i),
                        sample.replace(INCIDENT, incident).getBytes(StandardCharsets.UTF_8));
            }
            stack.put("crashes/" + name + "-" + from + ".zip", zip(files));
        }
    }

    private static byte[] bundles(List<Path> dwarf) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (int i = 0; i < dwarf.size(); i++) {
            files.put("part" + i + ".dSYM/Contents/Resources/DWARF/part" + i, Files.readAllBytes(dwarf.get(i)));
        }
        return zip(files);
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private long total() throws Exception {
        return client.clustersOf(APP).values().stream()
                .mapToLong(cluster -> cluster.at("/count").asLong())
                .sum();
    }

    private boolean isShownAs(String title, int count) throws Exception {
        List<JsonNode> clusters = List.copyOf(client.clustersOf(APP).values());
        return clusters.size() == 1
                && clusters.getFirst().at("/title").asText().equals(title)
                && clusters.getFirst().at("/count").asInt() == count;
    }

    /** What the table itself counts: a cluster that was emptied is shown as the one its reports are in. */
    private String total(String cluster) throws Exception {
        return items().get("CLUSTER#" + cluster + " TOTAL").at("/n/N").asText();
    }

    /** Corrections about the clusters that others are about. */
    private Set<String> corrections(Set<String> others) throws Exception {
        Set<String> clusters = others.stream().map(LateSymbolsTest::partition).collect(Collectors.toSet());
        return items().keySet().stream()
                .filter(key -> key.contains(" ALERT#correction#"))
                .filter(key -> clusters.contains(partition(key)))
                .collect(Collectors.toSet());
    }

    private static String partition(String key) {
        return key.substring(0, key.indexOf(' '));
    }

    private String missing() throws Exception {
        return client.get("/v1/symbols/missing").at("/images").toString();
    }

    /** An upload whose event was killed three times lies in the failure queue, and is driven again by operations. */
    private boolean driven(String key, byte[] content) throws IOException {
        if (new FailedEvents(data).takeKeys().contains(key)) {
            stack.put(key, content);
        }
        return stack.pendingUploads() == 0;
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call() && System.nanoTime() < end) {
            Thread.sleep(PAUSE);
        }
        // What is too much comes late.
        Thread.sleep(QUIET);
    }

    /** Items of the clusters table by their keys. */
    private Map<String, JsonNode> items() throws Exception {
        String table = stack.template().tables().stream()
                .map(each -> each.name())
                .filter(name -> name.endsWith("-clusters"))
                .findFirst()
                .orElseThrow();
        Map<String, JsonNode> items = new HashMap<>();
        try (DynamoCalls dynamo = new DynamoCalls(
                stack.endpoints().dynamodb(), stack.endpoints().credentials().accessKey())) {
            List<JsonNode> pages = new ArrayList<>();
            pages.add(dynamo.call("Scan", Map.of("TableName", table)));
            while (!pages.getLast().path("LastEvaluatedKey").isMissingNode()) {
                pages.add(dynamo.call(
                        "Scan",
                        Map.of(
                                "TableName",
                                table,
                                "ExclusiveStartKey",
                                pages.getLast().path("LastEvaluatedKey"))));
            }
            pages.forEach(page -> page.at("/Items")
                    .forEach(item -> items.put(
                            item.at("/pk/S").asText() + " " + item.at("/sk/S").asText(), item)));
        }
        return items;
    }
}
