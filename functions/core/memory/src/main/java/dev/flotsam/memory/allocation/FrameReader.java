package dev.flotsam.memory.allocation;

import dev.flotsam.report.ParsedReport.BinaryImage;
import dev.flotsam.report.ParsedReport.Frame;
import dev.flotsam.report.draft.Uuids;
import dev.flotsam.report.json.JsonText;
import dev.flotsam.report.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Frames of allocation stacks, with the images they lie in. A frame is an address (number or text), {@code
 * {"address":…}}, {@code {"image":0,"offset":768}} into the record's list of images, {@code {"uuid":"…","offset":768}} as
 * Matrix writes it, {@code "0 Name 0xload 0xaddress"} as OOMDetector does, or a function's name.
 */
final class FrameReader {
    /** The low 48 bits of an arm64e return address; the rest is its signature. */
    private static final long ADDRESS_BITS = 0x0000_ffff_ffff_ffffL;

    /** What App Store builds are made for; records that matter here are of devices. */
    private static final String ARCHITECTURE = "arm64";

    private final String architecture;
    private final List<BinaryImage> images = new ArrayList<>();
    private final Map<String, Integer> called = new HashMap<>();
    private final Map<Long, Frame> plain = new HashMap<>();
    private final ImageMap map;

    /**
     * The reader of a record's frames.
     *
     * @param listed the record's own list of images; there may be none
     * @param architecture of images that name none
     */
    FrameReader(List<JsonValue> listed, String architecture) {
        this.architecture = architecture.isEmpty() ? ARCHITECTURE : cut(architecture);
        listed.forEach(image -> images.add(image(image)));
        for (int index = 0; index < images.size(); index++) {
            called.putIfAbsent(images.get(index).uuid(), index);
            called.putIfAbsent(key(images.get(index).base()), index);
        }
        this.map = new ImageMap(List.copyOf(images));
    }

    /** The images, those that frames themselves named behind the listed ones. */
    List<BinaryImage> images() {
        return images;
    }

    private BinaryImage image(JsonValue image) {
        long base = image.firstOf("base", "load_address", "image_addr", "beginAddr")
                .integer()
                .orElse(0);
        OptionalLong end = image.integer("endAddr");
        long size = image.firstOf("size", "image_size").integer().orElse(end.isPresent() ? end.getAsLong() - base : 0);
        String arch = cut(image.firstOf("arch", "architecture").text());
        return new BinaryImage(
                cut(image.text("name")),
                Uuids.ofImage(cut(image.text("uuid"))),
                arch.isEmpty() ? architecture : arch,
                base,
                Math.max(0, size),
                cut(image.text("path")),
                "");
    }

    /** One frame; empty if it says nothing. */
    Optional<Frame> frame(JsonValue frame) {
        OptionalLong offset = frame.integer("offset");
        if (offset.isPresent() && offset.getAsLong() >= 0) {
            return placed(frame, offset.getAsLong());
        }
        OptionalLong address = frame.members().isEmpty() ? frame.integer() : frame.integer("address");
        if (address.isPresent()) {
            return Optional.of(plain.computeIfAbsent(address.getAsLong() & ADDRESS_BITS, this::at));
        }
        return frame instanceof JsonText text ? spelled(text.text().strip()) : named(frame.text("symbol"));
    }

    private Optional<Frame> placed(JsonValue frame, long offset) {
        OptionalLong image = frame.integer("image");
        if (image.isPresent() && image.getAsLong() >= 0 && image.getAsLong() < images.size()) {
            return Optional.of(located((int) image.getAsLong(), offset));
        }
        String uuid = Uuids.ofImage(cut(frame.text("uuid")));
        return uuid.isEmpty() ? Optional.empty() : imageCalled("", uuid, 0).map(found -> located(found, offset));
    }

    /** "0 Name 0xload 0xaddress"; the name may hold blanks. What has no address is a function's name. */
    private Optional<Frame> spelled(String line) {
        int address = line.lastIndexOf(" 0x");
        int load = address < 0 ? -1 : line.lastIndexOf(" 0x", address - 1);
        if (load < 0) {
            return named(line);
        }
        long at = hex(line.substring(address + 3));
        long base = hex(line.substring(load + 3, address));
        if (at < base || base <= 0) {
            return Optional.empty();
        }
        String name = line.substring(line.indexOf(' ') + 1, Math.max(load, line.indexOf(' ') + 1));
        return imageCalled(cut(name), "", base).map(index -> located(index, at - base));
    }

    private static long hex(String digits) {
        try {
            return Long.parseUnsignedLong(digits.strip(), 16) & ADDRESS_BITS;
        } catch (NumberFormatException notOne) {
            return -1;
        }
    }

    private static Optional<Frame> named(String symbol) {
        return symbol.isEmpty()
                ? Optional.empty()
                : Optional.of(new Frame(-1, "", 0, -1, cut(symbol), -1, "", 0, false));
    }

    private static String key(long base) {
        return "@" + base;
    }

    /** The image of that UUID or load address, listed or named by a frame before; a new one if there may be more. */
    private Optional<Integer> imageCalled(String name, String uuid, long base) {
        String key = uuid.isEmpty() ? key(base) : uuid;
        Integer known = called.get(key);
        if (known == null && images.size() < AllocationLimits.MAX_IMAGES) {
            known = images.size();
            images.add(new BinaryImage(name, uuid, architecture, base, 0, "", ""));
            called.put(key, known);
        }
        return Optional.ofNullable(known);
    }

    private Frame at(long address) {
        int holder = map.imageOf(address);
        return holder >= 0
                ? located(holder, address - images.get(holder).base())
                : new Frame(-1, "", address, -1, "", -1, "", 0, false);
    }

    private Frame located(int image, long offset) {
        BinaryImage holder = images.get(image);
        return new Frame(image, holder.name(), holder.base() + offset, offset, "", -1, "", 0, false);
    }

    static String cut(String text) {
        return text.length() <= AllocationLimits.MAX_TEXT ? text : text.substring(0, AllocationLimits.MAX_TEXT);
    }
}
