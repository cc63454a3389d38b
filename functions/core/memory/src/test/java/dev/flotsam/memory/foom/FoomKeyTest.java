package dev.flotsam.memory.foom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.memory.Trees;
import dev.flotsam.memory.allocation.AllocationReader;
import dev.flotsam.memory.allocation.AllocationStacks;
import dev.flotsam.memory.foom.FoomKey.AllocationStack;
import dev.flotsam.memory.foom.FoomKey.DominatorPath;
import dev.flotsam.memory.foom.FoomKey.SceneAndSlope;
import dev.flotsam.memory.portrait.PortraitAnalysis;
import dev.flotsam.memory.portrait.PortraitReader;
import dev.flotsam.memory.portrait.PortraitReport;
import dev.flotsam.memory.session.SessionRecord;
import dev.flotsam.memory.session.shape.SessionReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoomKeyTest {
    private static final Optional<SessionRecord> SESSION = Optional.of(session("[0,1],[1,2],[2,3],[3,4]"));

    @Test
    void theAllocationStackIsBetterThanThePortraitAndThatThanTheScene() throws IOException {
        Optional<AllocationStacks> stacks = Optional.of(
                Trees.read(AllocationReader.read(Trees.of("[{'stack':[1],'size':30},{'stack':[2],'size':70}]"))));
        Optional<PortraitReport> portrait = Optional.of(portrait());
        FoomKey best = FoomKey.of(Optional.empty(), stacks, portrait, SESSION);
        assertThat(best).isInstanceOfSatisfying(AllocationStack.class, key -> {
            assertThat(key.share()).isEqualTo(0.7);
            assertThat(key.frames().getFirst().address()).isEqualTo(2);
        });
        FoomKey second = FoomKey.of(Optional.empty(), Optional.empty(), portrait, SESSION);
        assertThat(second).isEqualTo(new DominatorPath(List.of("Cache", "Image")));
        FoomKey third = FoomKey.of(Optional.empty(), Optional.empty(), Optional.empty(), SESSION);
        assertThat(third).isEqualTo(new SceneAndSlope("Gallery", Slope.LEAK));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[0,100],[1,200],[2,300],[3,400]|LEAK",
                "[0,100],[1,110],[2,400],[3,410]|SPIKE",
                "[0,400],[1,405],[2,400],[3,402]|STEADY",
                "[0,100],[1,400]|UNKNOWN",
            })
    void theFootprintsSeriesTellsHowItGrew(String series, Slope slope) {
        assertThat(Slope.of(session(series).memory().series())).isEqualTo(slope);
    }

    private static SessionRecord session(String series) {
        return Trees.read(SessionReader.read(
                Trees.of("{'flotsam':'session/1','scene':'Gallery','memory':{'series':[" + series + "]}}")));
    }

    private static PortraitReport portrait() throws IOException {
        String text =
                "{'nodes':[{'address':1,'class':'Cache','size':1,'to':[2]},{'address':2,'class':'Image','size':9}]}";
        return PortraitAnalysis.of(Trees.read(PortraitReader.read(
                new ByteArrayInputStream(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8)))));
    }
}
