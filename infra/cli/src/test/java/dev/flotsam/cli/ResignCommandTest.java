package dev.flotsam.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResignCommandTest {
    private final Path samples = Ran.repository().resolve("events/parse-crashes");

    @TempDir
    Path folder;

    @Test
    void rulesThatChangeNothingMoveNothing() throws Exception {
        Path overrides = Files.writeString(folder.resolve("overrides.json"), "{\"com.example.other\":{}}");
        Ran ran = Ran.command("resign", "--app-overrides", overrides, samples);
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).containsExactly("{\"reports_moved\":0,\"clusters_renamed\":0,\"splits\":0,\"merges\":0}");
    }

    @Test
    void whatAnAppsOverridesWouldMoveIsPrintedAndNothingIsChanged() throws Exception {
        Path overrides = Files.writeString(
                folder.resolve("overrides.json"), "{\"com.example.lighthouse\":{\"extra_keys\":[\"signal\"]}}");
        Ran ran = Ran.command("resign", "--app-overrides", overrides, samples);
        assertThat(ran.code()).isZero();
        assertThat(ran.out().getLast()).doesNotContain("\"clusters_renamed\":0");
        assertThat(ran.out())
                .anyMatch(line -> line.matches("\\{\"renamed\":\"[0-9a-f]{20}\",\"to\":\"[0-9a-f]{20}\"}"));
    }

    @Test
    void aReplacedListIsToldByItsFileAndABadOneNamesListAndLine() throws Exception {
        Files.writeString(folder.resolve("prefixes.txt"), "# every frame needs the next one\n*\n");
        Ran ran = Ran.command("resign", "--rules", folder, samples);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("prefixes").contains("2");
        Files.writeString(folder.resolve("prefixes.txt"), "Lantern*\n");
        assertThat(Ran.command("resign", "--rules", folder, samples).code()).isZero();
    }

    @Test
    void withoutRulesOrReportsTheCommandSaysWhatIsMissing() throws Exception {
        assertThat(Ran.command("resign", samples).code()).isEqualTo(2);
        Path overrides = Files.writeString(folder.resolve("overrides.json"), "{}");
        Ran adopting = Ran.command("resign", "--adopt", "--app-overrides", overrides, samples);
        assertThat(adopting.code()).isEqualTo(2);
        assertThat(adopting.err()).contains("--adopt");
        assertThat(Ran.command("resign", "--app-overrides", overrides).err()).contains("--app");
    }
}
