package dev.flotsam.report.draft;

import dev.flotsam.report.ParsedReport.BinaryImage;
import dev.flotsam.report.ParsedReport.Frame;
import dev.flotsam.report.darwin.CodeAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which image holds an address. Built once per report; every question is a binary search or a hash lookup. */
public final class ImageMap {
    private final List<BinaryImage> images;
    private final boolean arm64;
    /** Indexes of images with a known size, and their bases, both by base. */
    private final int[] order;

    private final long[] bases;
    private Map<String, Integer> byName;

    /** Maps these images, for a process of this architecture (pointer authentication bits exist on arm64 alone). */
    public ImageMap(List<BinaryImage> images, String architecture) {
        this.images = images;
        this.arm64 = architecture.startsWith("arm64") || architecture.isEmpty();
        this.order = IntStream.range(0, images.size())
                .filter(i -> images.get(i).size() > 0 || images.get(i).base() != 0)
                .boxed()
                .sorted((a, b) ->
                        Long.compareUnsigned(images.get(a).base(), images.get(b).base()))
                .mapToInt(Integer::intValue)
                .toArray();
        this.bases = new long[order.length];
        for (int i = 0; i < order.length; i++) {
            bases[i] = images.get(order[i]).base();
        }
    }

    /** The image whose range holds an address, −1 if none does. */
    public int holding(long address) {
        int at = floor(address);
        if (at < 0) {
            return -1;
        }
        BinaryImage image = images.get(order[at]);
        return Long.compareUnsigned(address - image.base(), image.size()) < 0 ? order[at] : -1;
    }

    /** The image loaded at exactly this address, −1 if none is. */
    public int loadedAt(long base) {
        int at = floor(base);
        return at >= 0 && bases[at] == base ? order[at] : -1;
    }

    /** The one image of this name, or whose path ends in it; −1 if there is none or more than one. */
    public int named(String name) {
        if (byName == null) {
            byName = new HashMap<>();
            for (int i = 0; i < images.size(); i++) {
                BinaryImage image = images.get(i);
                int index = i;
                byName.merge(image.name(), i, (was, is) -> was == index ? was : -1);
                String file = image.path().substring(image.path().lastIndexOf('/') + 1);
                if (!file.equals(image.name())) {
                    byName.merge(file, i, (was, is) -> was == index ? was : -1);
                }
            }
        }
        return name.isEmpty() ? -1 : byName.getOrDefault(name, -1);
    }

    private int floor(long address) {
        int low = 0;
        int high = bases.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (Long.compareUnsigned(bases[middle], address) <= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    /** A code address without pointer authentication bits: of the possible widths, the one that an image holds. */
    public long strip(long address) {
        return arm64 ? CodeAddress.strip(address, candidate -> holding(candidate) >= 0) : address;
    }

    /**
     * A frame at an absolute address.
     *
     * @param written as the report has it, pointer authentication bits included
     * @param imageName as the frame says it, may be empty
     * @param load the image's load address as the frame says it, if it does
     */
    public Frame frame(
            long written,
            String imageName,
            Optional<Long> load,
            String symbol,
            long symbolOffset,
            String file,
            int line,
            boolean inlined) {
        long address = strip(written);
        int image = holding(address);
        boolean loaded = load.isPresent() && load.get() != 0 && Long.compareUnsigned(address, load.get()) >= 0;
        if (image < 0 && loaded) {
            image = loadedAt(load.get());
        }
        long offset = -1;
        if (image >= 0) {
            offset = address - images.get(image).base();
        } else if (loaded) {
            offset = address - load.get();
        }
        return new Frame(image, imageName, address, offset, symbol, symbolOffset, file, line, inlined);
    }
}
