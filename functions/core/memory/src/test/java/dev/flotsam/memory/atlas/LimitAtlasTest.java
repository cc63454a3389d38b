package dev.flotsam.memory.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.memory.Corpus;
import dev.flotsam.memory.Trees;
import dev.flotsam.memory.atlas.LimitKey.State;
import dev.flotsam.memory.jetsam.JetsamReader;
import dev.flotsam.memory.jetsam.ProcessKind;
import dev.flotsam.memory.session.shape.SessionReader;
import dev.flotsam.memory.warning.MemoryWarningReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitAtlasTest {
    private static final long MIB = 1L << 20;
    private static final LimitKey IPHONE = new LimitKey("iPhone10,4", "14.4", ProcessKind.APP, State.ACTIVE);

    @Test
    void theArticlesPagesAre1400MiBForThatDeviceAndSystem() {
        String event = """
                {"bug_type":"298"}
                {"product":"iPhone10,4","build":"iPhone OS 14.4 (18D52)","memoryStatus":{"pageSize":16384},
                 "processes":[{"name":"Driftwood","pid":1,"states":["frontmost"],"rpages":89600,"reason":"per-process-limit"}]}""";
        List<LimitSample> samples =
                LimitSample.of(Trees.read(JetsamReader.read(event.getBytes(StandardCharsets.UTF_8))));
        LimitEntry entry = LimitAtlas.EMPTY.with(samples).entry(IPHONE).orElseThrow();
        assertThat(entry.limit()).contains(1400 * MIB);
        assertThat(entry.samples()).isOne();
        assertThat(entry.bySource()).containsExactlyEntriesOf(Map.of(LimitSource.JETSAM_KILL, 1L));
        assertThat(entry.spread()).isZero();
    }

    @Test
    void theMadeUpEventsTeachTheLimitsOfTheirLabels() {
        for (Map<String, String> label :
                Corpus.table(Corpus.folder("jetsam_made").resolve("labels.csv"))) {
            byte[] bytes = Corpus.bytes(Corpus.folder("jetsam_made").resolve(label.get("file")));
            List<LimitSample> samples = LimitSample.of(Trees.read(JetsamReader.read(bytes)));
            assertThat(samples)
                    .as(label.get("file"))
                    .hasSize(label.get("limit_process").isEmpty() ? 0 : 1);
            assertThat(samples)
                    .allSatisfy(sample -> assertThat(sample.key().state())
                            .isEqualTo(label.get("limit_kind").contains("in front") ? State.ACTIVE : State.INACTIVE));
        }
    }

    @Test
    void aRecordWithFootprintAndAvailableTeachesTheirSum() {
        String record =
                "{'flotsam':'session/1','device':'iPhone10,4','os':{'version':'14.4'},'flags':{'foreground':true},"
                        + "'memory':{'footprint':" + 900 * MIB + ",'available':" + 500 * MIB + "}}";
        LimitAtlas atlas =
                LimitAtlas.EMPTY.with(LimitSample.of(Trees.read(SessionReader.read(Trees.of(record)))).stream()
                        .toList());
        assertThat(atlas.entry(IPHONE).orElseThrow().limit()).contains(1400 * MIB);
    }

    @Test
    void warningsAloneGiveTheHighestOfThemAndNeverOutweighAKill() {
        LimitAtlas warned = LimitAtlas.EMPTY.with(List.of(warning(1100), warning(1250)));
        assertThat(warned.entry(IPHONE).orElseThrow().limit()).contains(1250 * MIB);
        List<LimitSample> many = new ArrayList<>(Collections.nCopies(50, warning(1250)));
        many.add(kill(1400));
        LimitEntry entry = warned.with(many).entry(IPHONE).orElseThrow();
        assertThat(entry.limit()).contains(1400 * MIB);
        assertThat(entry.samples()).isEqualTo(53);
    }

    @Test
    void killsThatOvershootByAPageOrTwoAreOneLimit() {
        LimitAtlas atlas = LimitAtlas.EMPTY.with(List.of(kill(1400), kill(1400), kill(1401), kill(2098)));
        LimitEntry entry = atlas.entry(IPHONE).orElseThrow();
        assertThat(entry.limit()).contains(1400 * MIB);
        assertThat(entry.spread()).isEqualTo(698 * MIB);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void anyOrderAndAnyPartitionGiveTheSameAtlas(int seed) {
        Random random = new Random(seed);
        List<LimitSample> samples = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            samples.add(random.nextBoolean() ? kill(1000 + random.nextInt(100)) : warning(random.nextInt(1000) + 1));
        }
        LimitAtlas whole = LimitAtlas.EMPTY.with(samples);
        Collections.shuffle(samples, random);
        int cut = random.nextInt(samples.size());
        LimitAtlas left = LimitAtlas.EMPTY.with(samples.subList(0, cut));
        LimitAtlas right = LimitAtlas.EMPTY.with(samples.subList(cut, samples.size()));
        assertThat(left.merge(right)).isEqualTo(whole);
        assertThat(right.merge(left)).isEqualTo(whole);
    }

    @Test
    void noMoreValuesOfALimitAreKeptThanTheLimit() {
        List<LimitSample> samples = new ArrayList<>();
        for (int value = 1; value <= LimitEntry.MOST_VALUES + 50; value++) {
            samples.add(kill(value));
        }
        samples.add(kill(LimitEntry.MOST_VALUES + 50));
        LimitEntry entry = LimitAtlas.EMPTY.with(samples).entry(IPHONE).orElseThrow();
        assertThat(entry.counts()).hasSize(LimitEntry.MOST_VALUES);
        assertThat(entry.limit()).contains((LimitEntry.MOST_VALUES + 50) * MIB);
    }

    @Test
    void headroomCountsRunsAbove90PercentAndSeesThemDouble() {
        Headroom before = Headroom.NONE;
        Headroom after = Headroom.NONE;
        for (int run = 0; run < 100; run++) {
            before = before.with(run < 3 ? 950 : 400, 1000);
            after = after.with(run < 6 ? 950 : 400, 1000);
        }
        assertThat(before.above90()).isEqualTo(3);
        assertThat(before.highest()).isEqualTo(950);
        assertThat(after.doubled(before)).isTrue();
        assertThat(before.doubled(after)).isFalse();
        assertThat(Headroom.NONE.with(950, 1000).doubled(before)).isFalse();
    }

    private static LimitSample kill(int mebibytes) {
        return new LimitSample(IPHONE, mebibytes * MIB, LimitSource.JETSAM_KILL);
    }

    private static LimitSample warning(int mebibytes) {
        String record = "{'singleMemory':'" + mebibytes
                + ".0','threshold':'1.0','flotsam':{'device':'iPhone10,4','os':{'version':'14.4'}}}";
        return LimitSample.of(Trees.read(MemoryWarningReader.read(Trees.of(record))))
                .orElseThrow();
    }
}
