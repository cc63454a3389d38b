package dev.flotsam.bench.grouping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledStacksTest {
    private static final String LINE = """
            {"id":"1","group":"g","kind":"SIGSEGV","frames":[{"function":"f(int)","image":"libx.so"},{"function":"main"}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void everyLineIsAStackInItsOrder() throws IOException {
        List<LabelledStack> stacks = LabelledStacks.read(
                Files.writeString(folder.resolve("stacks"), LINE + "\n{\"id\":\"2\",\"group\":\"h\",\"frames\":[]}"));

        assertThat(stacks).extracting(LabelledStack::id).containsExactly("1", "2");
        assertThat(stacks.getFirst().group()).isEqualTo("g");
        assertThat(stacks.getFirst().stack().cause().signal()).isEqualTo("SIGSEGV");
        assertThat(stacks.getFirst().rawFrames()).containsExactly("f(int)", "main");
    }

    @Test
    void aLineThatIsNoStackIsNamed() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken"), LINE + "{\"id\":");
        Path unlabelled = Files.writeString(folder.resolve("unlabelled"), "{\"id\":\"1\",\"frames\":[]}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabelledStacks.read(broken))
                .withMessageContaining("broken:2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabelledStacks.read(unlabelled))
                .withMessageContaining("\"group\"");
    }

    @Test
    void theBenchPrintsALineAMethodWithOursAmongThem() throws IOException {
        Path file = Files.writeString(folder.resolve("stacks"), LINE + LINE.replace("\"1\"", "\"2\""));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new GroupingBench(name -> name).run(file, new PrintStream(out, true, StandardCharsets.UTF_8));

        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(7).allMatch(line -> line.contains("\"b3_f1\":1.0000"));
        assertThat(lines.getLast())
                .startsWith("{\"method\":\"flotsam\",\"b3_p\":1.0000,\"b3_r\":1.0000,\"b3_f1\":1.0000,\"pair_f1\":")
                .contains("\"rr1\":1.0000", "\"rr5\":", "\"rr10\":", "\"map\":", "\"clusters\":1", "\"seconds\":");
    }
}
