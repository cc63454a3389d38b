package dev.flotsam.memory.region;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.memory.Reading;
import dev.flotsam.memory.Trees;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RegionScanReaderTest {

    @Test
    void linesBecomeRegionsAndBytesByTag() {
        RegionScan scan = read("""
                2021-06-01 10:00:00.000 MyCoolApp[71:900] Found VM Region: 0x104000000 to 0x104010000 (depth=0) user_tag:MALLOC_SMALL name:
                Found VM Region: 104010000 to 104030000 (depth=1) user_tag:mapped file name:/var/a b.car
                Found VM Region: 0x104030000 to 0x104040000 (depth=0) user_tag:MALLOC_SMALL name:
                something else
                """);
        assertThat(scan.count()).isEqualTo(3);
        assertThat(scan.skipped()).isOne();
        assertThat(scan.bytesByTag()).containsEntry("MALLOC_SMALL", 0x20000L).containsEntry("mapped file", 0x20000L);
        assertThat(scan.regions().get(1).file()).isEqualTo("/var/a b.car");
        assertThat(scan.regions().get(1).depth()).isOne();
        assertThat(scan.truncatedAddresses()).isFalse();
    }

    @Test
    void addressesThatTheClientCutTo32BitsStillGiveSizes() {
        RegionScan scan = read("Found VM Region: ffff0000 to 00010000 (depth=0) user_tag:STACK name:\n");
        assertThat(scan.bytesByTag()).containsEntry("STACK", 0x20000L);
        assertThat(scan.truncatedAddresses()).isTrue();
    }

    @Test
    void aLogWithoutRegionsIsRefused() {
        assertThat(Trees.refused(reading("nothing\n")).code()).isEqualTo("not-a-scan");
        assertThat(Trees.refused(reading("Found VM Region: here to there\n")).code())
                .isEqualTo("not-a-scan");
        assertThat(Trees.refused(RegionScanReader.read(new byte[RegionScanReader.MAX_BYTES + 1]))
                        .code())
                .isEqualTo("too-large");
    }

    @Test
    void regionsTagsAndTextsAreBounded() {
        StringBuilder log = new StringBuilder();
        for (int region = 0; region < RegionScanReader.MOST_KEPT + 5; region++) {
            log.append("Found VM Region: 0x1000 to 0x2000 (depth=0) user_tag:T")
                    .append(region % (RegionScanReader.MAX_TAGS + 7))
                    .append(" name:\n");
        }
        log.append("Found VM Region: 0x1000 to 0x2000 (depth=0) user_tag:")
                .append("x".repeat(2 * RegionScanReader.MAX_TEXT))
                .append(" name:\n");
        RegionScan scan = read(log.toString());
        assertThat(scan.count()).isEqualTo(RegionScanReader.MOST_KEPT + 6L);
        assertThat(scan.regions()).hasSize(RegionScanReader.MOST_KEPT);
        assertThat(scan.bytesByTag()).hasSize(RegionScanReader.MAX_TAGS + 1);
    }

    private static RegionScan read(String log) {
        return Trees.read(reading(log));
    }

    private static Reading<RegionScan> reading(String log) {
        return RegionScanReader.read(log.getBytes(StandardCharsets.UTF_8));
    }
}
