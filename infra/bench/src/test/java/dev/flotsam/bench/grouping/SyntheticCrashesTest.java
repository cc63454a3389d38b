package dev.flotsam.bench.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SyntheticCrashesTest {
    private static final long SEED = 7;
    private static final Map<String, Supplier<GroupingMethod>> METHODS = Methods.all(name -> name);

    private final List<LabelledStack> stacks = SyntheticCrashes.of(SEED);

    private static GroupingRun run(String method, List<LabelledStack> stacks) {
        return GroupingRun.of(method, METHODS.get(method), stacks);
    }

    @Test
    void theSameSeedMakesTheSameCrashes() {
        assertThat(SyntheticCrashes.of(SEED)).isEqualTo(stacks);
        assertThat(SyntheticCrashes.of(SEED + 1)).isNotEqualTo(stacks);
    }

    @Test
    void theSetIsHardForEveryBaselineAndNotForOurs() {
        double best = METHODS.keySet().stream()
                .filter(method -> !method.startsWith("flotsam"))
                .mapToDouble(method -> run(method, stacks).grouping().b3F1())
                .max()
                .orElseThrow();

        assertThat(best).isBetween(0.60, 0.90);
        assertThat(run("flotsam", stacks).grouping().b3F1()).isGreaterThanOrEqualTo(0.95);
        assertThat(run("flotsam-signature", stacks).grouping().b3F1()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void noTwoBugsOfDifferentAppFunctionsFallTogetherBySignature() {
        assertThat(run("flotsam-signature", stacks).grouping().b3Precision()).isEqualTo(1);
    }

    @Test
    void aShuffleOfTheArrivalsChangesNoSignatureCluster() {
        List<LabelledStack> shuffled = new ArrayList<>(stacks);
        Collections.shuffle(shuffled, new Random(11));

        assertThat(partition(shuffled)).isEqualTo(partition(stacks));
    }

    private static Set<Set<String>> partition(List<LabelledStack> stacks) {
        List<String> clusters = run("flotsam-signature", stacks).clusters();
        Map<String, Set<String>> members = new HashMap<>();
        for (int i = 0; i < stacks.size(); i++) {
            members.computeIfAbsent(clusters.get(i), id -> new HashSet<>())
                    .add(stacks.get(i).id());
        }
        return new HashSet<>(members.values());
    }

    @Test
    void familiesThatTheTopFrameFailsAreHeldByTheRuleTheyName() {
        Map<SyntheticFamily, List<LabelledStack>> families = stacks.stream()
                .collect(Collectors.groupingBy(stack -> SyntheticFamily.valueOf(
                        stack.group().substring(0, stack.group().indexOf('/')))));
        List<String> rules = Arrays.stream(SyntheticFamily.values())
                .filter(family -> run("top-1", families.get(family)).grouping().b3F1() < 0.75)
                .filter(family -> run("flotsam-signature", families.get(family))
                                .grouping()
                                .b3F1()
                        > 0.95)
                .map(SyntheticFamily::rule)
                .distinct()
                .toList();

        assertThat(rules).hasSizeGreaterThanOrEqualTo(3).contains("irrelevant", "thunks", "runtime-functions");
    }

    @Test
    void stacksWithoutImagesAreGroupedBetterThanByAnyBaseline() {
        List<LabelledStack> others = SyntheticNativeCrashes.of(SEED, 120);
        double ours = run("flotsam", others).grouping().b3F1();

        for (String method : METHODS.keySet()) {
            assertThat(ours)
                    .as(method)
                    .isGreaterThanOrEqualTo(run(method, others).grouping().b3F1());
        }
    }
}
