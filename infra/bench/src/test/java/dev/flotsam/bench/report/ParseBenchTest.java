package dev.flotsam.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParseBenchTest {
    @Test
    void aReadersFiguresAreOneJsonLine() {
        assertThat(ParseBench.line("ips", 24_286.694, 226.078, 49_178.386))
                .isEqualTo("{\"reader\":\"ips\",\"megabytes_per_second\":226.1,\"reports_per_second\":24287,"
                        + "\"bytes_per_report\":49178}");
    }
}
