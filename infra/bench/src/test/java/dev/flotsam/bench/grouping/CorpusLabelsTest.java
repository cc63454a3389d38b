package dev.flotsam.bench.grouping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.flotsam.signature.Ruleset;
import dev.flotsam.signature.Signature;
import dev.flotsam.signature.Signer;
import dev.flotsam.symbols.demangle.Demangler;
import dev.flotsam.symbols.demangle.Style;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real reports of known bugs, from several builds and processors. Skipped where the corpus is absent. */
class CorpusLabelsTest {
    private static final Set<String> TYPED_BY_PEOPLE =
            Set.of("extra", "tags", "breadcrumbs", "message", "title", "culprit", "logentry", "user");
    private static Path corpus;
    private static LabelledReports reports;

    private final Signer signer = new Signer(Ruleset.builtIn(), CorpusLabelsTest::readable);

    @BeforeAll
    static void findTheCorpus() throws IOException {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("mvnw"))) {
            root = root.getParent();
        }
        corpus = root.resolveSibling("shared").resolve("corpus");
        assumeTrue(Files.isDirectory(corpus), "no ../shared/corpus beside the repository");
        reports = LabelledReports.beside(corpus.resolve("labels_kscrash_examples.csv"), CorpusLabelsTest::readable);
    }

    private static String readable(String name) {
        return Demangler.demangle(name, Style.SIMPLIFIED);
    }

    private Signature signature(LabelledStack stack) {
        return signer.sign(stack.stack()).signature();
    }

    private GroupingScores scores(List<LabelledStack> stacks) {
        return GroupingScores.of(
                stacks.stream().map(LabelledStack::group).toList(),
                stacks.stream().map(stack -> signature(stack).id()).toList());
    }

    /**
     * Errors that remain: an NX page's first frame is whatever function lies there (two builds); a privileged instruction
     * raises EXC_BAD_ACCESS on x86_64; one objc_msgSend stack lacks the app's frame.
     */
    @Test
    void buildsAndProcessorsOfOneCrashFallTogetherAndNoOthers() throws IOException {
        List<LabelledStack> stacks = reports.read(corpus.resolve("labels_crashprobe_sentry.csv")).stream()
                .filter(stack -> !stack.stack().frames().isEmpty())
                .toList();

        assertThat(stacks).hasSizeGreaterThanOrEqualTo(59);
        assertThat(scores(stacks).pairPrecision()).isEqualTo(1);
        assertThat(scores(stacks).pairF1()).isGreaterThanOrEqualTo(0.90);
    }

    /** The error that remains: two places where corrupted memory is met are reached from the same app function. */
    @Test
    void formatsAndVersionsOfOneCrashFallTogether() throws IOException {
        List<LabelledStack> stacks = reports.read(corpus.resolve("labels_kscrash_examples.csv"));

        assertThat(stacks).hasSizeGreaterThanOrEqualTo(39);
        assertThat(scores(stacks).pairF1()).isGreaterThanOrEqualTo(0.97);
    }

    @Test
    void unsymbolicatedCrashesOfDifferentAppsNeverFallTogether() throws IOException {
        List<LabelledStack> stacks = reports.read(corpus.resolve("labels_appcenter_crashprobe.csv"));
        Map<String, Set<String>> apps = new HashMap<>();
        for (LabelledStack stack : stacks) {
            apps.computeIfAbsent(signature(stack).id(), id -> new HashSet<>())
                    .add(stack.stack().app().id());
        }

        assertThat(stacks).hasSizeGreaterThanOrEqualTo(21);
        assertThat(apps.values()).allMatch(ids -> ids.size() == 1);
        assertThat(stacks)
                .allMatch(
                        stack -> signature(stack).unstable() || signature(stack).weak());
    }

    @ParameterizedTest
    @ValueSource(strings = {"labels_crashprobe_sentry.csv", "labels_kscrash_examples.csv"})
    void whatPeopleTypedChangesNoId(String labels) throws IOException {
        List<String> compared = new ArrayList<>();
        for (LabelledStack stack : reports.read(corpus.resolve(labels))) {
            if (stack.id().contains(".json")) {
                byte[] blanked = blanked(Files.readAllBytes(corpus.resolve(stack.id())));
                LabelledStack other =
                        new LabelledStack("", "", reports.stackOf(blanked).orElseThrow());
                assertThat(signature(other).id())
                        .as(stack.id())
                        .isEqualTo(signature(stack).id());
                compared.add(stack.id());
            }
        }

        assertThat(compared).hasSizeGreaterThanOrEqualTo(20);
    }

    private static byte[] blanked(byte[] json) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonFactory factory = new JsonFactory();
        try (JsonParser in = factory.createParser(json);
                JsonGenerator to = factory.createGenerator(out)) {
            while (in.nextToken() != null) {
                boolean typed = in.currentToken() == JsonToken.FIELD_NAME && TYPED_BY_PEOPLE.contains(in.currentName());
                if (typed) {
                    in.nextToken();
                    in.skipChildren();
                } else {
                    to.copyCurrentEvent(in);
                }
            }
        }
        return out.toByteArray();
    }
}
