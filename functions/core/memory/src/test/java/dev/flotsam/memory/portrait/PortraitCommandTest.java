package dev.flotsam.memory.portrait;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.report.json.JsonLimits;
import dev.flotsam.report.json.JsonReader;
import dev.flotsam.report.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortraitCommandTest {
    /** A cache holds two images through a list; two observers hold each other, and nobody holds them. */
    private static final String PORTRAIT = """
            {"portrait":1,"device":"iPhone15,2"}
            {"address":"0x10","class":"AppDelegate","size":64,"to":["0x20"]}
            {"address":"0x20","class":"ImageCache","size":128,"to":["0x30"]}
            {"address":"0x30","class":"NSArray","size":256,"to":["0x40","0x50"]}
            {"address":"0x40","class":"CGImage","size":1048576}
            {"address":"0x50","class":"CGImage","size":2097152}
            {"address":"0x60","class":"Observer","size":48,"to":["0x70"]}
            {"address":"0x70","class":"Closure","size":32,"to":["0x60"]}
            {"start":"0x100000","size":4194304,"dirty":3145728,"swapped":1048576,"user_tag":"MALLOC_LARGE"}
            """;

    @TempDir
    private Path folder;

    private final StringBuilder out = new StringBuilder();
    private final StringBuilder err = new StringBuilder();

    @Test
    void printsWhoKeepsTheMemoryWithPathsInReverse() throws IOException {
        assertThat(run(file(PORTRAIT).toString())).isZero();
        assertThat(out.toString())
                .contains("7 nodes, 6 references")
                .contains("not reached from any root: 80 B in 1 knots")
                .containsSubsequence("AppDelegate 0x10", "ImageCache 0x20", "NSArray 0x30", "CGImage 0x50")
                .containsSubsequence(
                        "CGImage 0x50, own 2.0 MiB", "<- NSArray 0x30", "<- ImageCache 0x20", "<- AppDelegate 0x10")
                .containsSubsequence("Retention cycles", "-> Observer 0x60", "-> Closure 0x70")
                .contains("MALLOC_LARGE");
    }

    @Test
    void printsTheSameAsOneLineOfJson() throws IOException {
        assertThat(run("--json", file(PORTRAIT).toString())).isZero();
        JsonValue report = new JsonReader(JsonLimits.REPORT)
                .read(out.toString().getBytes(StandardCharsets.UTF_8))
                .root();
        assertThat(out.toString()).endsWith("}\n").hasLineCount(1);
        assertThat(report.integer("nodes")).hasValue(7);
        assertThat(report.get("dominator_path").elements())
                .extracting(step -> step.text("class"))
                .containsExactly("AppDelegate", "ImageCache", "NSArray", "CGImage");
        assertThat(report.get("classes").elements().getFirst().text("class")).isEqualTo("AppDelegate");
        JsonValue tree = report.get("tree");
        assertThat(tree.text("class")).isEqualTo("(heap)");
        assertThat(tree.integer("retained")).hasValue(report.integer("bytes").orElseThrow());
        assertThat(tree.get("children").elements().getFirst().text("class")).isEqualTo("AppDelegate");
        assertThat(report.get("cycles").elements().getFirst().integer("nodes")).hasValue(2);
    }

    @Test
    void refusesWhatIsNoPortraitAndSaysWhere() throws IOException {
        assertThat(run(file("{\"nodes\":[{\"address\":\"x\"}]}").toString())).isOne();
        assertThat(out).isEmpty();
        assertThat(err.toString()).contains("wrong-type", "line 1");
    }

    @Test
    void saysThatAFileCantBeRead() throws IOException {
        assertThat(run(folder.resolve("absent").toString())).isOne();
        assertThat(err.toString()).contains("can't be read");
    }

    @Test
    void wrongUseIsTold() throws IOException {
        assertThat(run()).isEqualTo(2);
        assertThat(run("a", "b")).isEqualTo(2);
        assertThat(run("--xml", "a")).isEqualTo(2);
        assertThat(err.toString()).contains("usage: flotsam portrait FILE [--json]");
    }

    private int run(String... arguments) throws IOException {
        return PortraitCommand.run(List.of(arguments), out, err);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("portrait.ndjson"), text);
    }
}
