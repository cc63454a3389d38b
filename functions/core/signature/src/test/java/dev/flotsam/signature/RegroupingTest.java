package dev.flotsam.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.flotsam.signature.Regrouping.Resigned;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegroupingTest {

    @Test
    void aClusterThatStaysWholeIsRenamedAndMovesNobody() {
        Regrouping change = Regrouping.of(List.of(
                new Resigned("r1", "a", "x"), new Resigned("r2", "a", "x"), new Resigned("r3", "same", "same")));

        assertThat(change.renamed()).containsExactly(Map.entry("a", "x"));
        assertThat(change.moved()).isEmpty();
        assertThat(change.splits()).isEmpty();
        assertThat(change.merges()).isEmpty();
    }

    @Test
    void splitsAndMergesAreTold() {
        Regrouping change = Regrouping.of(List.of(
                new Resigned("r1", "a", "a"),
                new Resigned("r2", "a", "b"),
                new Resigned("r3", "c", "c"),
                new Resigned("r4", "d", "c")));

        assertThat(change.splits()).containsExactly(Map.entry("a", List.of("a", "b")));
        assertThat(change.merges()).containsExactly(Map.entry("c", List.of("c", "d")));
        assertThat(change.moved()).containsExactly("r1", "r2", "r3", "r4");
        assertThat(change.renamed()).isEmpty();
    }

    @Test
    void replacedListsDecideAndAnUnknownListIsRefused() {
        Ruleset changed = Ruleset.builtIn().replacing(Map.of("irrelevant", List.of("Feed.load")));
        Signature signature = new Signer(changed, name -> name)
                .sign(Reports.report()
                        .at("Feed", "Feed.load")
                        .at("Feed", "Feed.open")
                        .build())
                .signature();

        assertThat(signature.frames()).containsExactly("Feed.open");
        assertThat(signature.ruleset()).startsWith("1+");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ruleset.builtIn().replacing(Map.of("irelevant", List.of())))
                .withMessageContaining("irelevant");
    }
}
