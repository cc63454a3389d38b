package dev.flotsam.memory.allocation;

import dev.flotsam.report.ParsedReport.BinaryImage;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Finds the image that holds an address. */
final class ImageMap {
    private final List<BinaryImage> images;
    private final TreeMap<Long, Integer> byBase = new TreeMap<>(Comparator.comparing(base -> base + Long.MIN_VALUE));

    ImageMap(List<BinaryImage> images) {
        this.images = images;
        IntStream.range(0, images.size())
                .forEach(image -> byBase.putIfAbsent(images.get(image).base(), image));
    }

    /** The image's number, −1 if no image holds the address; one of unknown size holds what lies before the next. */
    int imageOf(long address) {
        Map.Entry<Long, Integer> below = byBase.floorEntry(address);
        if (below == null) {
            return -1;
        }
        long size = images.get(below.getValue()).size();
        return size == 0 || Long.compareUnsigned(address - below.getKey(), size) < 0 ? below.getValue() : -1;
    }
}
