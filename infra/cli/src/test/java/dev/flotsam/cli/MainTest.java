package dev.flotsam.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "explain",
                "demangle",
                "symbols",
                "send",
                "clusters",
                "report",
                "resolve",
                "merge",
                "split",
                "resign"
            })
    void everyCommandExplainsItself(String command) {
        Ran ran = Ran.command(command, "--help");
        assertThat(ran.code()).isZero();
        assertThat(ran.out().getFirst()).startsWith("Usage: flotsam " + command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "explain", "send", "symbols", "report", "resolve", "merge", "split", "resign"})
    void wrongUseIsExitCodeTwoAndSaysWhatIsMissing(String command) {
        Ran ran = Ran.command(command);
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).isNotBlank();
    }

    @Test
    void aFailureIsOneLineAndExitCodeOne() {
        Ran ran = Ran.command("explain", Path.of("no-such-file.ips"));
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err().lines()).containsExactly("flotsam explain: no-such-file.ips: no such file");
    }
}
