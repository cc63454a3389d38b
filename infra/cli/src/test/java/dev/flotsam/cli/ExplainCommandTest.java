package dev.flotsam.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
    private static final String[] FIELDS = {
        "file",
        "format",
        "kind",
        "app",
        "os",
        "device",
        "captured",
        "exception",
        "verdict",
        "crashed_thread",
        "frames",
        "signature",
        "explanation",
        "missing_symbols",
        "rejected"
    };

    private final Path samples = Ran.repository().resolve("events/parse-crashes");

    @Test
    void aReportIsOneLineWithTheFieldsOfTheDryRunRecord() throws Exception {
        Ran ran = Ran.command("explain", samples.resolve("swift-trap.ips"));
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).hasSize(1);
        JsonNode record = new JsonMapper().readTree(ran.out().getFirst());
        assertThat(record.fieldNames()).toIterable().contains(FIELDS);
        assertThat(record.path("file").asText()).endsWith("swift-trap.ips");
        assertThat(record.path("crashed_thread").asInt(-1)).isZero();
        assertThat(record.path("frames").isEmpty()).isFalse();
    }

    @Test
    void aFolderMeansItsFilesAndABatchItsReports() {
        int batch =
                Ran.command("explain", samples.resolve("batch.ndjson")).out().size();
        assertThat(batch).isGreaterThan(1);
        assertThat(Ran.command("explain", samples).out()).hasSizeGreaterThan(batch);
    }

    @Test
    void whatIsNoReportIsARejectedRecordAndExitCodeOne(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "just some words");
        Ran ran = Ran.command("explain", file, samples.resolve("abort.ips"));
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).hasSize(2);
        JsonNode rejected = new JsonMapper().readTree(ran.out().getFirst()).path("rejected");
        assertThat(rejected.path("code").asText()).isNotEmpty();
        assertThat(new JsonMapper().readTree(ran.out().get(1)).path("rejected").isNull())
                .isTrue();
        assertThat(ran.err().lines()).singleElement().asString().contains("notes.txt");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFileThatCannotBeReadIsSaidAndTheOthersGoOn() {
        Ran ran = Ran.command("explain", Path.of("/proc/self/mem"), samples.resolve("abort.ips"));
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("/proc/self/mem: can't be read");
        assertThat(ran.out()).hasSize(1);
    }

    @Test
    void aFoomIsNamedByTheAllocationStackOfItsRunInAnyOrder() throws Exception {
        Path session = samples.resolveSibling("detect-fooms/allocating-session.ndjson");
        Path stacks = samples.resolveSibling("detect-fooms/allocations.json");
        JsonNode alone =
                new JsonMapper().readTree(Ran.command("explain", session).out().getFirst());
        assertThat(alone.at("/signature/title").asText()).isEqualTo("foom-limit | TideStream | leak");

        List<String> before = Ran.command("explain", stacks, session).out();
        List<String> after = Ran.command("explain", session, stacks).out();

        assertThat(before).containsExactlyInAnyOrderElementsOf(after).hasSize(3);
        JsonNode foom = new JsonMapper().readTree(after.getFirst());
        assertThat(foom.at("/signature/title").asText()).isEqualTo("foom-limit | LanternKit + 0xc4ec");
        assertThat(foom.at("/explanation/1/before").asText()).isEqualTo("allocation-stack");
        assertThat(foom.at("/explanation/2/before").asText()).isEqualTo("memory-exception, dominator-path");
        assertThat(foom.at("/joined/allocations/0/heaviest/0/count").asInt()).isEqualTo(2592);
        assertThat(foom.at("/missing_symbols/0/image").asText()).isEqualTo("LanternKit");
        JsonNode filled = new JsonMapper().readTree(before.getFirst());
        assertThat(filled.at("/summary").asText()).contains("84 %", "LanternKit");
        assertThat(filled.at("/signature").isNull()).isTrue();
    }

    @Test
    void reportsOfOneRunAreJudgedTogetherInAnyOrder() throws Exception {
        Path trail = samples.resolveSibling("detect-fooms/retracted-foom.ndjson");
        Path crash = samples.resolve("late-sigsegv.crash");
        JsonNode alone =
                new JsonMapper().readTree(Ran.command("explain", trail).out().getFirst());
        assertThat(alone.at("/verdict/class").asText()).isEqualTo("foom-limit");
        assertThat(alone.at("/signature/kind").asText()).isEqualTo("foom-limit");

        List<String> before = Ran.command("explain", crash, trail).out();
        List<String> after = Ran.command("explain", trail, crash).out();

        assertThat(before).containsExactlyInAnyOrderElementsOf(after).hasSize(3);
        JsonNode session = new JsonMapper().readTree(after.getFirst());
        assertThat(session.at("/verdict/class").asText()).isEqualTo("crash");
        assertThat(session.at("/verdict/rules"))
                .extracting(rule -> rule.path("rule").asText())
                .contains("foom-retracted", "crash-report-joined");
        assertThat(session.at("/verdict/other_clients").isEmpty()).isFalse();
        assertThat(session.at("/signature").isNull()).isTrue();
        assertThat(session.at("/joined/before").asText()).isEqualTo("foom-limit");
        assertThat(session.at("/joined/counts").asBoolean()).isFalse();
        JsonNode report = new JsonMapper().readTree(after.getLast());
        assertThat(report.at("/verdict/class").asText()).isEqualTo("crash");
        assertThat(report.at("/joined/counts").asBoolean()).isTrue();
        assertThat(report.at("/joined/witnesses")).hasSize(2);
    }

    /**
     * The article's example: 89,600 pages of 16,384 bytes are a limit of 1,400 MiB, 92,802 in front a FOOM at 1,450 MiB.
     * {@code -Dgoldens=update} takes a change over.
     */
    @Test
    void killsAtTheirLimitAreExplainedAsExpected() throws Exception {
        Path folder = Ran.repository().resolve("infra/cli/src/test/resources/dev/flotsam/cli/explain/jetsam-limits");
        Ran ran = Ran.command("explain", folder.resolve("limit.ips"), folder.resolve("foom.ips"));
        StringBuilder told = new StringBuilder();
        for (String line : ran.out()) {
            told.append(new JsonMapper()
                            .readTree(line.replace(folder + "/", ""))
                            .toPrettyString())
                    .append('\n');
        }
        Path expected = folder.resolve("expected.json");
        if (System.getProperty("goldens", "").equals("update")) {
            Files.writeString(expected, told);
        }
        assertThat(told).hasToString(Files.readString(expected));
        JsonNode limit = new JsonMapper().readTree(ran.out().getFirst());
        assertThat(limit.at("/kills/0/limit_bytes").asLong()).isEqualTo(1_400L << 20);
        JsonNode foom = new JsonMapper().readTree(ran.out().getLast());
        assertThat(foom.at("/verdict/class").asText()).isEqualTo("foom-limit");
        assertThat(foom.at("/app/name").asText()).isEqualTo("MyCoolApp");
        assertThat(foom.at("/kills/0/bytes").asLong() >> 20).isEqualTo(1_450);
    }
}
