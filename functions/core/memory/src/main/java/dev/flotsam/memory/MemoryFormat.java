package dev.flotsam.memory;

import dev.flotsam.memory.allocation.AllocationReader;
import dev.flotsam.memory.jetsam.JetsamReader;
import dev.flotsam.memory.plist.PropertyLists;
import dev.flotsam.memory.portrait.PortraitReader;
import dev.flotsam.memory.rates.ExitMetricsReader;
import dev.flotsam.memory.region.RegionScanReader;
import dev.flotsam.memory.session.shape.SessionReader;
import dev.flotsam.memory.warning.MemoryWarningReader;
import dev.flotsam.report.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What this module reads, told by content alone. */
public enum MemoryFormat {
    /** {@link JetsamReader}: header and body, or a body alone. */
    JETSAM_EVENT,
    /** {@link SessionReader}: a client's record of a run. */
    SESSION,
    /** {@link MemoryWarningReader}: highest memory of a run and a threshold. */
    WARNING,
    /** {@link ExitMetricsReader}: MetricKit's exit counts. */
    EXIT_METRICS,
    /** {@link AllocationReader}: stacks with sizes. */
    ALLOCATIONS,
    /** {@link PortraitReader}: nodes, references, regions; JSON lines are one portrait, not one report a line. */
    PORTRAIT,
    /** {@link RegionScanReader}: "Found VM Region" lines. */
    REGION_SCAN,
    /** {@link PropertyLists}: a list whose tree is one of the above. */
    PROPERTY_LIST;

    private static final int LOOKED_AT = 4_096;

    /** What a document is, if it is one of ours; of a file of two documents either will do. */
    public static Optional<MemoryFormat> recognise(JsonValue document) {
        if (JetsamReader.recognises(document)) {
            return Optional.of(JETSAM_EVENT);
        }
        if (PortraitReader.recognises(document)) {
            return Optional.of(PORTRAIT);
        }
        if (SessionReader.recognise(document).isPresent()) {
            return Optional.of(SESSION);
        }
        if (MemoryWarningReader.recognises(document)) {
            return Optional.of(WARNING);
        }
        if (AllocationReader.recognises(document)) {
            return Optional.of(ALLOCATIONS);
        }
        return ExitMetricsReader.recognises(document) ? Optional.of(EXIT_METRICS) : Optional.empty();
    }

    /** What bytes that are no JSON tree yet begin like: property lists, scan logs, portraits of many lines. */
    public static Optional<MemoryFormat> recognise(byte[] beginning) {
        if (PropertyLists.recognises(beginning)) {
            return Optional.of(PROPERTY_LIST);
        }
        String text = new String(beginning, 0, Math.min(beginning.length, LOOKED_AT), StandardCharsets.UTF_8);
        if (RegionScanReader.recognises(text)) {
            return Optional.of(REGION_SCAN);
        }
        return PortraitReader.recognises(text) ? Optional.of(PORTRAIT) : Optional.empty();
    }
}
