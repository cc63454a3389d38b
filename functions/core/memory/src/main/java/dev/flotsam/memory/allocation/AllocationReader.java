package dev.flotsam.memory.allocation;

import dev.flotsam.memory.Reading;
import dev.flotsam.memory.Rejection;
import dev.flotsam.memory.allocation.AllocationStacks.Stack;
import dev.flotsam.report.ParsedReport.BinaryImage;
import dev.flotsam.report.ParsedReport.Frame;
import dev.flotsam.report.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Allocation stacks as JSON, docs/formats/allocations.md: an object with images and stacks, or the bare list of stacks.
 * Addresses are numbers or texts; a frame may also come as {@code {image, offset}} or {@code {address}}. Bytes are of all
 * allocations of a stack together.
 */
public final class AllocationReader {
    /** The low 48 bits of an arm64e return address; the rest is its signature. */
    private static final long ADDRESS_BITS = 0x0000_ffff_ffff_ffffL;

    private final JsonValue document;
    private final List<BinaryImage> images = new ArrayList<>();
    private ImageMap map = new ImageMap(List.of());

    private AllocationReader(JsonValue document) {
        this.document = document;
    }

    /** Whether a document holds allocation stacks. */
    public static boolean recognises(JsonValue document) {
        List<JsonValue> stacks = stacksOf(document);
        JsonValue first = stacks.isEmpty() ? document : stacks.getFirst();
        return !stacks.isEmpty() && first.has("stack") && (first.has("size") || first.has("bytes"));
    }

    private static List<JsonValue> stacksOf(JsonValue document) {
        return document.elements().isEmpty()
                ? document.firstOf("stacks", "allocations").elements()
                : document.elements();
    }

    /** Reads one record. */
    public static Reading<AllocationStacks> read(JsonValue document) {
        if (!recognises(document)) {
            return Reading.refused("not-allocations", "$", "no list of stacks with sizes");
        }
        return new AllocationReader(document).read();
    }

    private Reading<AllocationStacks> read() {
        List<JsonValue> listed = stacksOf(document);
        List<JsonValue> listedImages =
                document.firstOf("images", "binary_images", "binaryImages").elements();
        if (listed.size() > AllocationLimits.MAX_STACKS || listedImages.size() > AllocationLimits.MAX_IMAGES) {
            return Reading.refused(
                    "too-large", "$", listed.size() + " stacks and " + listedImages.size() + " images are too many");
        }
        listedImages.forEach(image -> images.add(image(image)));
        map = new ImageMap(images);
        List<Stack> stacks = new ArrayList<>();
        for (int index = 0; index < listed.size(); index++) {
            JsonValue stack = listed.get(index);
            OptionalLong bytes = stack.firstOf("size", "bytes").integer();
            if (bytes.isEmpty() || bytes.getAsLong() < 0 || bytes.getAsLong() > AllocationLimits.MAX_BYTES) {
                return new Reading.Refused<>(new Rejection(
                        "wrong-type",
                        "$.stacks[" + index + "].size",
                        "a number of bytes is expected, not "
                                + Rejection.shown(stack.firstOf("size", "bytes").text())));
            }
            stacks.add(new Stack(
                    frames(stack),
                    bytes.getAsLong(),
                    Math.clamp(stack.integer("count").orElse(1), 0, AllocationLimits.MAX_BYTES),
                    cut(stack.text("category"))));
        }
        return new Reading.Read<>(new AllocationStacks(
                document.firstOf("run", "uuid").text(),
                document.text("installation"),
                captured(),
                document.get("app").text("id"),
                document.get("app").text("version"),
                images,
                stacks));
    }

    private Optional<Instant> captured() {
        OptionalLong millis = document.get("captured").integer();
        return millis.isPresent() ? Optional.of(Instant.ofEpochMilli(millis.getAsLong())) : Optional.empty();
    }

    private static BinaryImage image(JsonValue image) {
        return new BinaryImage(
                cut(image.text("name")),
                cut(image.text("uuid")).toUpperCase(Locale.ROOT),
                cut(image.firstOf("arch", "architecture").text()),
                image.firstOf("base", "load_address", "image_addr").integer().orElse(0),
                Math.max(0, image.firstOf("size", "image_size").integer().orElse(0)),
                cut(image.text("path")),
                "");
    }

    private List<Frame> frames(JsonValue stack) {
        return stack.get("stack").elements().stream()
                .limit(AllocationLimits.MAX_FRAMES)
                .map(this::frame)
                .toList();
    }

    private Frame frame(JsonValue frame) {
        OptionalLong address = frame.members().isEmpty() ? frame.integer() : frame.integer("address");
        OptionalLong offset = frame.integer("offset");
        OptionalLong image = frame.integer("image");
        if (offset.isPresent() && image.isPresent() && image.getAsLong() >= 0 && image.getAsLong() < images.size()) {
            return located((int) image.getAsLong(), offset.getAsLong());
        }
        long plain = address.orElse(0) & ADDRESS_BITS;
        int holder = map.imageOf(plain);
        return holder >= 0
                ? located(holder, plain - images.get(holder).base())
                : new Frame(-1, "", plain, -1, frame.text("symbol"), -1, "", 0, false);
    }

    private Frame located(int image, long offset) {
        BinaryImage holder = images.get(image);
        return new Frame(image, holder.name(), holder.base() + offset, offset, "", -1, "", 0, false);
    }

    private static String cut(String text) {
        return text.length() <= AllocationLimits.MAX_TEXT ? text : text.substring(0, AllocationLimits.MAX_TEXT);
    }
}
