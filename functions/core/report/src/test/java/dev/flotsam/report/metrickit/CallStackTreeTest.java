package dev.flotsam.report.metrickit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.report.json.JsonLimits;
import dev.flotsam.report.json.JsonReader;
import dev.flotsam.report.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which way a tree is to be read: each test would fail if it were read the other way round. */
final class CallStackTreeTest {
    private static JsonValue json(String text) {
        return new JsonReader(JsonLimits.REPORT).read(text.getBytes(UTF_8)).root();
    }

    private static List<String> names(CallStackTree tree) {
        return tree.frames(tree.stacks().getFirst()).stream()
                .map(frame -> frame.text("binaryName"))
                .toList();
    }

    @Test
    void aRootPerThreadIsTheInnermostFrame() {
        CallStackTree tree = new CallStackTree(json("""
            {"callStackPerThread":true,"callStacks":[{"threadAttributed":true,"callStackRootFrames":[
              {"binaryName":"crashed","subFrames":[{"binaryName":"caller","subFrames":[{"binaryName":"start"}]}]}]}]}
            """));

        assertThat(names(tree)).containsExactly("crashed", "caller", "start");
    }

    @Test
    void aRootOfMergedStacksIsTheOutermostFrameAndTheHeaviestPathIsTurnedRound() {
        CallStackTree tree = new CallStackTree(json("""
            {"callStackPerThread":false,"callStacks":[{"callStackRootFrames":[
              {"binaryName":"rare","sampleCount":2},
              {"binaryName":"start","sampleCount":60,"subFrames":[
                {"binaryName":"idle","sampleCount":16},
                {"binaryName":"work","sampleCount":44,"subFrames":[{"binaryName":"leaf","sampleCount":44}]}]}]}]}
            """));

        assertThat(names(tree)).containsExactly("leaf", "work", "start");
    }

    @Test
    void theSpellingOfIos27IsReadLikewise() {
        CallStackTree tree = new CallStackTree(json("""
            {"callStackPerThread":true,"callStackThreads":[{"rootFrames":[
              {"binaryName":"innermost","subFrames":[{"binaryName":"outermost"}]}]}]}
            """));

        assertThat(names(tree)).containsExactly("innermost", "outermost");
    }

    @Test
    void aLoadAddressInPlaceOfAnOffsetBecomesTheOffset() {
        assertThat(MetricKitImages.offset(7_087_943_680L, 7_088_143_428L)).isEqualTo(199_748);
        assertThat(MetricKitImages.offset(4_329_062_400L, 4_329_131_884L)).isEqualTo(69_484);
    }

    @Test
    void aRealOffsetStaysAsItIs() {
        assertThat(MetricKitImages.offset(54_784, 7_011_702_272L)).isEqualTo(54_784);
        assertThat(MetricKitImages.offset(190_000_000L, 6_976_130_568L)).isEqualTo(190_000_000L);
        assertThat(MetricKitImages.offset(46_370, 4_310_988_026L)).isEqualTo(46_370);
        assertThat(MetricKitImages.offset(100, 0)).isEqualTo(100);
    }

    @Test
    void treesOfAnyDepthAreWalkedWithoutRecursion() {
        int depth = 4_000;
        String deep = "{\"callStackPerThread\":true,\"callStacks\":[{\"callStackRootFrames\":["
                + "{\"binaryName\":\"f\",\"subFrames\":[".repeat(depth);
        JsonValue root = json(deep);

        assertThat(names(new CallStackTree(root))).hasSize(depth);
    }
}
