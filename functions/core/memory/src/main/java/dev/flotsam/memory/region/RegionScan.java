package dev.flotsam.memory.region;

import java.util.List;
import java.util.Map;

/**
 * A VM scan log: what regions the process had.
 *
 * @param regions in the log's order, at most {@link RegionScanReader#MOST_KEPT}
 * @param count how many there were
 * @param bytesByTag virtual bytes by user tag
 * @param skipped lines that are none of a region
 * @param truncatedAddresses the client printed addresses as 32 bits, so they wrap; sizes are right
 */
public record RegionScan(
        List<ScannedRegion> regions,
        long count,
        Map<String, Long> bytesByTag,
        long skipped,
        boolean truncatedAddresses) {
    public RegionScan {
        regions = List.copyOf(regions);
        bytesByTag = Map.copyOf(bytesByTag);
    }
}
