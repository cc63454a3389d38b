package dev.flotsam.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.report.ReadResult.Parsed;
import dev.flotsam.report.json.JsonDocument;
import dev.flotsam.report.json.JsonLimits;
import dev.flotsam.report.json.JsonMember;
import dev.flotsam.report.json.JsonReader;
import dev.flotsam.report.json.JsonText;
import dev.flotsam.report.json.JsonValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Real samples with parts dropped, cut off or in another order: typed results, and untouched parts unchanged. */
final class MutationTest {
    private static final int ROUNDS = 12;

    private final ReportReader reader = new ReportReader();
    private final JsonReader json = new JsonReader(JsonLimits.REPORT);

    private static List<Path> samples(String... folders) {
        return Stream.of(folders)
                .flatMap(folder -> Corpus.files(folder).stream())
                .toList();
    }

    @Test
    void aSampleCutAnywhereStillGivesATypedResult() {
        Random random = new Random(41);
        for (Path file : samples("crash_text", "ips_crash", "kscrash", "plcrash", "metrickit", "diag_text", "jetsam")) {
            byte[] whole = Corpus.bytes(file);
            for (int round = 0; round < ROUNDS; round++) {
                List<UploadedReport> reports = reader.read(Arrays.copyOf(whole, random.nextInt(whole.length)));
                assertThat(reports).as(file.getFileName().toString()).isNotEmpty();
            }
        }
    }

    @Test
    void aTextCutBehindItsCrashedThreadKeepsHeaderExceptionAndThatThread() {
        for (Path file : samples("crash_text")) {
            String text = new String(Corpus.bytes(file), UTF_8);
            int images = text.indexOf("\nBinary Images:");
            if (images > 0
                    && result(text) instanceof Parsed(ParsedReport whole)
                    && whole.format() == ParsedReport.Format.APPLE_TEXT) {
                ParsedReport cut = ((Parsed) result(text.substring(0, images))).report();
                String name = file.getFileName().toString();
                assertThat(cut.incident()).as(name).isEqualTo(whole.incident());
                assertThat(cut.exception()).as(name).isEqualTo(whole.exception());
                assertThat(cut.termination()).as(name).isEqualTo(whole.termination());
                assertThat(cut.threads()).as(name).hasSameSizeAs(whole.threads());
                assertThat(symbols(cut)).as(name).isEqualTo(symbols(whole));
            }
        }
    }

    private static List<String> symbols(ParsedReport report) {
        return report.crashedThread().stream()
                .flatMap(thread -> thread.frames().stream())
                .map(frame -> frame.address() + " " + frame.symbol() + " " + frame.symbolOffset())
                .toList();
    }

    @Test
    void aJsonWhoseMembersComeInAnotherOrderReadsEqual() {
        Random random = new Random(42);
        for (Path file : samples("ips_crash", "kscrash", "metrickit", "sentry_json")) {
            List<JsonValue> documents = documents(Corpus.bytes(file));
            List<ReadResult> expected = results(write(documents, members -> members));
            List<ReadResult> shuffled = results(write(documents, members -> {
                List<JsonMember> order = new ArrayList<>(members);
                Collections.shuffle(order, random);
                return order;
            }));
            assertThat(untouched(shuffled))
                    .as(file.getFileName().toString())
                    .containsExactlyInAnyOrderElementsOf(untouched(expected));
        }
    }

    @Test
    void aJsonWithoutOneOfItsMembersKeepsTheFactsOfTheOthers() {
        Random random = new Random(43);
        int compared = 0;
        for (Path file : samples("ips_crash", "kscrash", "sentry_json")) {
            List<JsonValue> documents = documents(Corpus.bytes(file));
            if (results(write(documents, members -> members)).getFirst() instanceof Parsed(ParsedReport whole)) {
                JsonValue last = documents.getLast();
                for (int round = 0; round < ROUNDS && last.size() > 0; round++) {
                    String dropped =
                            last.members().get(random.nextInt(last.size())).key();
                    ReadResult result = results(write(
                                    documents,
                                    members -> members.equals(last.members())
                                            ? members.stream()
                                                    .filter(member ->
                                                            !member.key().equals(dropped))
                                                    .toList()
                                            : members))
                            .getFirst();
                    compared += compare(file.getFileName() + " without " + dropped, dropped, whole, result);
                }
            }
        }
        assertThat(compared).isGreaterThan(200);
    }

    /** What a top-level member can't have changed. */
    private static int compare(String name, String dropped, ParsedReport whole, ReadResult result) {
        if (!(result instanceof Parsed(ParsedReport without)) || without.format() != whole.format()) {
            return 0;
        }
        boolean stacks = List.of(
                        "threads",
                        "usedImages",
                        "crash",
                        "binary_images",
                        "recrash_report",
                        "debug_meta",
                        "exception",
                        "legacyInfo",
                        "faultingThread",
                        "system",
                        "cpuType",
                        "contexts",
                        "report")
                .contains(dropped);
        if (!stacks) {
            assertThat(without.threads()).as(name).isEqualTo(whole.threads());
            assertThat(without.images()).as(name).isEqualTo(whole.images());
        }
        if (!List.of(
                        "exception",
                        "asi",
                        "crash",
                        "exceptionReason",
                        "isCorpse",
                        "recrash_report",
                        "binary_images",
                        "system",
                        "debug_meta")
                .contains(dropped)) {
            assertThat(without.exception()).as(name).isEqualTo(whole.exception());
        }
        if (!List.of("osVersion", "system", "contexts", "recrash_report").contains(dropped)) {
            assertThat(without.os()).as(name).isEqualTo(whole.os());
        }
        return 1;
    }

    private ReadResult result(String text) {
        return reader.read(text.getBytes(UTF_8)).getFirst().result();
    }

    private List<ReadResult> results(String text) {
        return reader.read(text.getBytes(UTF_8)).stream()
                .map(UploadedReport::result)
                .toList();
    }

    /** Leftovers hold whole objects as text, whose members' order is the document's. */
    private static List<List<Object>> untouched(List<ReadResult> results) {
        List<List<Object>> all = new ArrayList<>();
        for (ReadResult result : results) {
            List<Object> parts = new ArrayList<>();
            if (result instanceof Parsed(ParsedReport report)) {
                parts.addAll(List.of(report.incident(), report.app(), report.os(), report.device(), report.process()));
                parts.addAll(List.of(report.exception(), report.termination(), report.threads(), report.images()));
                parts.add(report.leftovers().keySet());
            } else {
                parts.add(result.getClass());
            }
            all.add(parts);
        }
        return all;
    }

    private List<JsonValue> documents(byte[] bytes) {
        List<JsonValue> documents = new ArrayList<>();
        int at = 0;
        while (at < bytes.length && !new String(bytes, at, bytes.length - at, UTF_8).isBlank()) {
            JsonDocument document = json.read(bytes, at, bytes.length);
            documents.add(document.root());
            at = Math.max(at + 1, document.end());
        }
        return documents;
    }

    private interface Order {
        List<JsonMember> of(List<JsonMember> members);
    }

    private static String write(List<JsonValue> documents, Order order) {
        StringBuilder out = new StringBuilder();
        for (JsonValue document : documents) {
            out.append(object(order.of(document.members()), value -> inner(value, order)))
                    .append('\n');
        }
        return out.toString();
    }

    /** The first two levels are reordered; below them a document stays as it is. */
    private static String inner(JsonValue value, Order order) {
        return value.members().isEmpty() ? JsonText.write(value) : object(order.of(value.members()), JsonText::write);
    }

    private static String object(List<JsonMember> members, Function<JsonValue, String> write) {
        return members.stream()
                .map(member -> '"' + escaped(member.key()) + "\":" + write.apply(member.value()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String escaped(String key) {
        return key.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
