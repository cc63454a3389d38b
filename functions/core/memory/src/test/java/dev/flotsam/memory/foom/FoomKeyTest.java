package dev.flotsam.memory.foom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.memory.Trees;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoomKeyTest {
    @Test
    void aPortraitTellsTheClassesOnTheWayToWhatKeepsMostEachOnce() throws IOException {
        assertThat(FoomKey.of(portrait())).contains(new DominatorPath(List.of("Cache", "Image")));
    }

    @Test
    void aRecordTellsItsSceneAndHowItsFootprintGrew() {
        assertThat(FoomKey.of(session("[0,1],[1,2],[2,3],[3,4]"))).isEqualTo(new SceneAndSlope("Gallery", Slope.LEAK));
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
