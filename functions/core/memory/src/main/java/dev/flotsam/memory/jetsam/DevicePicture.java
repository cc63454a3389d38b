package dev.flotsam.memory.jetsam;

import java.util.Map;
import java.util.Optional;

/**
 * The device's memory at the kill: {@code memoryStatus}.
 *
 * @param pageSize bytes a page: 16384, or 4096 on old devices; absent in damaged files
 * @param pages {@code memoryPages} by name (free, active, inactive, wired, anonymous, fileBacked, purgeable,
 *     speculative, throttled), in pages
 * @param compressorPages pages the compressor occupies
 * @param uncompressedPages what they would be uncompressed
 * @param largestZone the kernel's largest zone, empty if absent
 * @param largestZoneBytes its size in bytes
 */
public record DevicePicture(
        Optional<Long> pageSize,
        Map<String, Long> pages,
        Optional<Long> compressorPages,
        Optional<Long> uncompressedPages,
        String largestZone,
        Optional<Long> largestZoneBytes) {
    public DevicePicture {
        pages = Map.copyOf(pages);
    }

    /** A number of pages in bytes, unless the page size is unknown. */
    public Optional<Long> bytes(Optional<Long> pageCount) {
        return pageCount.flatMap(count -> pageSize.map(size -> count * size));
    }

    /** Bytes of one kind of page, such as "free". */
    public Optional<Long> bytesOf(String kind) {
        return bytes(Optional.ofNullable(pages.get(kind)));
    }

    /** Bytes the compressor occupies. */
    public Optional<Long> compressorBytes() {
        return bytes(compressorPages);
    }
}
