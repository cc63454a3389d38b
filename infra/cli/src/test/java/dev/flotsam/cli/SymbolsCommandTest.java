package dev.flotsam.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SymbolsCommandTest {
    private static final String UUID = "3A582536-968C-3618-A929-7A6C184AEFE7";

    @Test
    void namesBecomeReadableInTheStyleAskedFor() {
        assertThat(Ran.command("demangle", "_ZN3foo3barEi", "plain").out()).containsExactly("foo::bar(int)", "plain");
        assertThat(Ran.command("demangle", "--style", "simplified", "_ZN3foo3barEi")
                        .out())
                .containsExactly("foo::bar");
        assertThat(Ran.command("demangle", "--style", "loud", "x").code()).isEqualTo(2);
    }

    @Test
    void anImageThatIsNotThereIsAnOutcome(@TempDir Path folder) throws Exception {
        Ran ran = Ran.command("symbols", "lookup", "--symbols", folder, "--uuid", UUID, "0x10");
        assertThat(ran.code()).isZero();
        JsonNode line = new JsonMapper().readTree(ran.out().getFirst());
        assertThat(line.path("offset").asText()).isEqualTo("0x10");
        assertThat(line.path("outcome").asText()).isEqualTo("dsym-missing");
        assertThat(line.path("frames").isEmpty()).isTrue();
    }

    @Test
    void aWrongUuidOrOffsetIsWrongUse(@TempDir Path folder) {
        Ran uuid = Ran.command("symbols", "lookup", "--symbols", folder, "--uuid", "12", "0");
        assertThat(uuid.code()).isEqualTo(2);
        Ran offset = Ran.command("symbols", "lookup", "--symbols", folder, "--uuid", UUID, "ten");
        assertThat(offset.code()).isEqualTo(2);
    }

    @Test
    void whatIsNoDsymIsRefusedWithItsReason(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "words");
        Ran ran = Ran.command("symbols", "index", file, "--out", folder.resolve("gsym"));
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("notes.txt is neither a zip nor a Mach-O file");
    }

    @Test
    void anIndexedDsymAnswers(@TempDir Path folder) throws Exception {
        Ran indexed = Ran.command("symbols", "index", corpusDsym("Bugsnag"), "--out", folder);
        assertThat(indexed.code()).isZero();
        JsonNode line = new JsonMapper().readTree(indexed.out().getFirst());
        assertThat(line.path("outcome").asText()).isEqualTo("indexed");
        assertThat(Path.of(line.path("gsym").asText()))
                .hasSize(line.path("bytes").asLong());
        assertThat(line.path("functions").asInt()).isPositive();
        String uuid = line.path("uuid").asText();
        Ran found = Ran.command("symbols", "lookup", "--symbols", folder, "--uuid", uuid, "0");
        assertThat(new JsonMapper()
                        .readTree(found.out().getFirst())
                        .path("outcome")
                        .asText())
                .isIn("resolved", "symbol-only", "no-symbol");
        Ran dumped = Ran.command("symbols", "dump", uuid, "--symbols", folder);
        assertThat(dumped.code()).isZero();
        assertThat(dumped.out()).hasSize(1 + line.path("functions").asInt());
        assertThat(new JsonMapper()
                        .readTree(dumped.out().getFirst())
                        .path("uuid")
                        .asText())
                .isEqualTo(uuid);
        assertThat(Ran.command("symbols", "dump", line.path("gsym").asText()).out())
                .hasSameSizeAs(dumped.out());
    }

    @Test
    void aDumpTellsHowManyNamesBitcodeHides(@TempDir Path folder) throws Exception {
        Ran indexed = Ran.command("symbols", "index", corpusDsym("libswiftDispatch"), "--out", folder);
        assertThat(indexed.err()).contains("bitcode hides");
        JsonNode line = new JsonMapper().readTree(indexed.out().getFirst());

        Ran dumped = Ran.command("symbols", "dump", line.path("gsym").asText());

        JsonNode file = new JsonMapper().readTree(dumped.out().getFirst());
        long hidden = dumped.out().stream()
                .skip(1)
                .flatMap(function ->
                        Pattern.compile("_hidden#\\d+_").matcher(function).results())
                .map(MatchResult::group)
                .distinct()
                .count();
        assertThat(hidden).isPositive();
        assertThat(file.path("hidden_names").asLong()).isGreaterThanOrEqualTo(hidden);
    }

    @Test
    void aUuidWithoutAFolderIsWrongUseAndAFileThatIsNoGsymFails(@TempDir Path folder) throws Exception {
        assertThat(Ran.command("symbols", "dump", UUID).code()).isEqualTo(2);
        Path file =
                Files.writeString(folder.resolve("notes.txt"), "no index, and longer than a header would be, so there");
        Ran ran = Ran.command("symbols", "dump", file);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("GSYM header");
    }

    private static Path corpusDsym(String part) throws IOException {
        Path corpus = Ran.repository().resolve("../shared/corpus/dsym");
        if (!Files.isDirectory(corpus)) {
            return abort("no corpus at " + corpus);
        }
        try (Stream<Path> files = Files.list(corpus)) {
            return files.filter(file -> file.toString().contains(part))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }
}
