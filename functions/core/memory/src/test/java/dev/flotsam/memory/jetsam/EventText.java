package dev.flotsam.memory.jetsam;

import dev.flotsam.memory.Reading;
import java.nio.charset.StandardCharsets;

/** Events written by hand, as short as a test needs them. */
final class EventText {
    private EventText() {}

    static String entry(String name, String states, long pages, long peak, String reason) {
        return """
            {"name":"%s","uuid":"C07462E4-3A22-3AEC-8352-4E5C3506557B","pid":7,"states":[%s],"coalition":68,
             "rpages":%d,"lifetimeMax":%d%s}""".formatted(
                        name,
                        states.isEmpty() ? "" : '"' + states.replace("+", "\",\"") + '"',
                        pages,
                        peak,
                        reason.isEmpty() ? "" : ",\"reason\":\"" + reason + '"');
    }

    static String event(String... entries) {
        return """
            {"bug_type":"298","timestamp":"2021-03-02 18:41:07.62 +0100","os_version":"iPhone OS 14.4 (18D52)"}
            {"product":"iPhone10,4","build":"iPhone OS 14.4 (18D52)","date":"2021-03-02 18:41:07.62 +0100",
             "memoryStatus":{"pageSize":16384,"compressorSize":100,"memoryPages":{"free":64}},
             "largestProcess":"MyCoolApp","processes":[%s]}
            """.formatted(String.join(",", entries));
    }

    static JetsamEvent read(String text) {
        return switch (JetsamReader.read(text.getBytes(StandardCharsets.UTF_8))) {
            case Reading.Read(JetsamEvent event) -> event;
            case Reading.Refused(var rejection) -> throw new AssertionError(rejection.toString());
        };
    }

    static Kill onlyKill(String... entries) {
        return read(event(entries)).kills().getFirst();
    }
}
