package dev.flotsam.memory.warning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.memory.Trees;
import dev.flotsam.memory.plist.PropertyLists;
import dev.flotsam.memory.warning.MemoryWarning.Unit;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryWarningReaderTest {
    private static final long MIB = 1L << 20;

    @Test
    void theArticlesClientWritesTextsInMegabytes() {
        MemoryWarning warning =
                read("{'singleMemory':'1275.500000','threshold':'1024.000000','LaunchTime':'1622541600.25'}");
        assertThat(warning.highest()).isEqualTo(Math.round(1275.5 * MIB));
        assertThat(warning.threshold()).contains(1024 * MIB);
        assertThat(warning.unit()).isEqualTo(Unit.MEGABYTES);
        assertThat(warning.crossed()).contains(Instant.ofEpochMilli(1622541600250L));
        assertThat(warning.crossedThreshold()).isTrue();
    }

    @Test
    void otherClientsWriteBytesAsMagnitudeTells() {
        MemoryWarning warning = read("{'singleMemory':1337000000,'threshold':1073741824}");
        assertThat(warning.highest()).isEqualTo(1_337_000_000L);
        assertThat(warning.unit()).isEqualTo(Unit.BYTES);
        assertThat(warning.crossed()).isEmpty();
    }

    @Test
    void anXmlPropertyListSaysTheSame() {
        String list = """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                <plist version="1.0">
                <dict>
                  <key>LaunchTime</key><string>1622541600.25</string>
                  <key>singleMemory</key><string>1275.500000</string>
                  <key>threshold</key><string>1024.000000</string>
                </dict>
                </plist>
                """;
        MemoryWarning warning = Trees.read(
                MemoryWarningReader.read(Trees.read(PropertyLists.read(list.getBytes(StandardCharsets.UTF_8)))));
        assertThat(warning.highest()).isEqualTo(Math.round(1275.5 * MIB));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'singleMemory':'much'}",
                "{'singleMemory':-1}",
                "{'singleMemory':1e300}",
                "{'singleMemory':[]}",
                "{'singleMemory':''}",
                "{'singleMemory':1,'threshold':'x'}",
                "{'singleMemory':1,'LaunchTime':'yesterday'}",
                "{'singleMemory':1,'LaunchTime':1e300}",
            })
    void figuresThatAreNoneRefuseTheRecord(String record) {
        assertThat(Trees.refused(MemoryWarningReader.read(Trees.of(record))).code())
                .isEqualTo("wrong-type");
    }

    @Test
    void whatHasNoHighestMemoryIsNoWarning() {
        assertThat(Trees.refused(MemoryWarningReader.read(Trees.of("{'threshold':1}")))
                        .code())
                .isEqualTo("not-a-warning");
    }

    private static MemoryWarning read(String record) {
        return Trees.read(MemoryWarningReader.read(Trees.of(record)));
    }
}
