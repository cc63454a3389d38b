package dev.flotsam.memory.rates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.memory.Corpus;
import dev.flotsam.memory.Trees;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExitMetricsTest {

    static Stream<Map<String, String>> labels() {
        return Corpus.table(Corpus.folder("metrickit_made").resolve("labels.csv")).stream()
                .filter(label -> label.get("kind").equals("MXMetricPayload"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("labels")
    void countsAndPeakAreThoseOfTheLabel(Map<String, String> label) {
        ExitMetrics metrics = read(label);
        assertThat(metrics.appId()).isEqualTo(label.get("bundle"));
        assertThat(metrics.version()).isEqualTo(label.get("app_version"));
        assertThat(metrics.build()).isEqualTo(label.get("build"));
        assertThat(label.get("os")).contains(" " + metrics.osVersion() + " ");
        assertThat(metrics.device()).isEqualTo(label.get("device"));
        assertThat(metrics.begin().orElseThrow().toString().replace('T', ' '))
                .startsWith(label.get("begin").substring(0, 19));
        assertThat(metrics.foregroundMemoryLimit()).isEqualTo(number(label, "fg_memory_limit"));
        assertThat(metrics.background().getOrDefault(ExitMetrics.MEMORY_LIMIT, 0L))
                .isEqualTo(number(label, "bg_memory_limit"));
        assertThat(metrics.background().getOrDefault(ExitMetrics.MEMORY_PRESSURE, 0L))
                .isEqualTo(number(label, "bg_memory_pressure"));
        assertThat(metrics.foregroundExits()).isEqualTo(number(label, "fg_exits"));
        assertThat(metrics.backgroundExits()).isEqualTo(number(label, "bg_exits"));
        assertThat(metrics.peakMemory()).contains(number(label, "peak_memory_bytes"));
    }

    @Test
    void daysOfAVersionAddUp() {
        List<Map<String, String>> days = labels().filter(
                        label -> label.get("app_version").equals("5.2.0"))
                .toList();
        Calibration sum = Calibration.NONE;
        for (Map<String, String> day : days) {
            sum = sum.with(read(day));
        }
        assertThat(sum.theirDays()).isEqualTo(2);
        assertThat(sum.theirMemoryLimitExits()).isEqualTo(4);
    }

    @Test
    void aReportOfIos27CountsUnderItsOtherNames() {
        ExitMetrics metrics = Trees.read(ExitMetricsReader.read(Trees.of("""
                        {'environment':{'bundleIdentifier':'com.example.skerry','applicationVersion':'2.0','applicationBuildVersion':'7',
                          'osVersion':{'platform':'iPhone OS','number':'27.0','buildNumber':'24A437'},'deviceType':'iPhone18,3'},
                         'metrics':{'applicationExit':{'foreground':{'memoryLimitTerminationCount':3,'normalTerminationCount':4},
                          'background':{'memoryPressureTerminationCount':5}}},
                         'timeRange':{'start':'2026-10-02T00:00:00Z'}}""")));
        assertThat(metrics.foregroundMemoryLimit()).isEqualTo(3);
        assertThat(metrics.foregroundExits()).isEqualTo(7);
        assertThat(metrics.background()).containsEntry(ExitMetrics.MEMORY_PRESSURE, 5L);
        assertThat(metrics.osVersion()).isEqualTo("27.0");
        assertThat(metrics.version()).isEqualTo("2.0");
    }

    @Test
    void whatCountsNoExitsIsRefused() {
        assertThat(Trees.refused(ExitMetricsReader.read(Trees.of("{'metaData':{}}")))
                        .code())
                .isEqualTo("not-exit-metrics");
    }

    private static ExitMetrics read(Map<String, String> label) {
        byte[] bytes = Corpus.bytes(Corpus.folder("metrickit_made").resolve(label.get("file")));
        return Trees.read(ExitMetricsReader.read(Trees.of(bytes)));
    }

    private static long number(Map<String, String> label, String column) {
        return Long.parseLong(label.get(column));
    }
}
