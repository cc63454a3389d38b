package dev.flotsam.memory.jetsam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.memory.Corpus;
import dev.flotsam.memory.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The labelled made-up events: every kill, every class, every limit. */
class JetsamCorpusTest {
    private static final String FOLDER = "jetsam_made";

    static Stream<Map<String, String>> labels() {
        return Corpus.table(Corpus.folder(FOLDER).resolve("labels.csv")).stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("labels")
    void everyKillIsReadAsLabelled(Map<String, String> label) {
        JetsamEvent event = event(label);
        assertThat(event.kills().stream().map(JetsamCorpusTest::told).collect(Collectors.joining(";")))
                .isEqualTo(label.get("killed"));
        assertThat(event.device()).isEqualTo(label.get("device"));
        assertThat("iPhone OS " + event.os().version() + " (" + event.os().build() + ")")
                .isEqualTo(label.get("os"));
        assertThat(event.damage().isPresent()).isEqualTo(label.get("valid_json").equals("no"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("labels")
    void theAppTheCaseIsAboutGetsItsLabelledClass(Map<String, String> label) {
        assertThat(classOf(event(label).endOf(label.get("app_uuid"), label.get("app"))))
                .isEqualTo(label.get("class"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("labels")
    void aKillAtItsOwnLimitTeachesTheLimitOfItsKind(Map<String, String> label) {
        List<Kill> teachers = event(label).kills().stream()
                .filter(kill -> kill.limitBytes().isPresent())
                .toList();
        assertThat(teachers.stream().map(kill -> kill.process().name()).collect(Collectors.joining(";")))
                .isEqualTo(label.get("limit_process"));
        for (Kill kill : teachers) {
            long exact = Long.parseLong(label.get("limit_bytes"));
            assertThat(kill.limitBytes().orElseThrow()).isBetween(exact - (1 << 20), exact);
            assertThat(label.get("limit_kind")).startsWith(kindOf(label, kill));
        }
    }

    @Test
    void aPublishedExcerptOfANewSystemIsRead() {
        Path excerpt = Corpus.folder("jetsam").resolve("blacktop__ipsw__pkg__crashlog__ips_test.go_literal0");
        assertThat(read(excerpt).kills()).singleElement().satisfies(kill -> {
            assertThat(kill.kind()).isEqualTo(ProcessKind.DAEMON);
            assertThat(kill.limitBytes()).contains(12L << 20);
        });
    }

    /** A label may speak of an extension in the state "daemon": by entry alone it can't be told from a daemon. */
    private static String kindOf(Map<String, String> label, Kill kill) {
        return label.get("limit_kind").equals("extension, state daemon")
                ? "extension"
                : kill.kind().wireName().replace('-', ' ');
    }

    private static String classOf(EndInEvent end) {
        return switch (end) {
            case EndInEvent.Killed(Kill kill) -> kill.verdict().ending().wireName();
            case EndInEvent.Survived _, EndInEvent.NotRunning() -> "none";
            case EndInEvent.NotTold() -> "unknown";
        };
    }

    private static String told(Kill kill) {
        return String.join(
                "|",
                kill.process().name(),
                kill.reason(),
                kill.bytes().map(String::valueOf).orElse(""),
                String.join("+", kill.process().states()));
    }

    private static JetsamEvent event(Map<String, String> label) {
        return read(Corpus.folder(FOLDER).resolve(label.get("file")));
    }

    private static JetsamEvent read(Path file) {
        return switch (JetsamReader.read(Corpus.bytes(file))) {
            case Reading.Read(JetsamEvent event) -> event;
            case Reading.Refused(var rejection) -> throw new AssertionError(file + ": " + rejection);
        };
    }
}
