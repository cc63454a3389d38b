package dev.flotsam.memory.allocation;

import dev.flotsam.report.json.JsonText;
import dev.flotsam.report.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * The stacks of a record in whatever shape it lists them, unread.
 *
 * <p>Ours: {@code stacks} (or {@code allocations}), or the bare list. Matrix: {@code items}, each a class with stacks of its
 * own (Tencent/matrix @ 3b8293bd, memory_report_generator.cpp). OOMDetector: {@code stack_oom.time_slices[].threads}, or
 * that list alone (Tencent/OOMDetector @ 1ce95677, OOMDetector.mm and FOOMMonitor.mm).
 */
final class StackListing {
    private final List<Listed> stacks = new ArrayList<>();

    private StackListing() {}

    /**
     * One stack, unread.
     *
     * @param place its JSON path
     * @param size bytes of all its allocations
     * @param count how many they are
     * @param frames list of frames, innermost first
     * @param category what the client calls the memory
     */
    record Listed(String place, JsonValue size, JsonValue count, JsonValue frames, String category) {
        boolean isOne() {
            return size.isPresent() && frames.isPresent();
        }
    }

    /** The stacks in the record's order, at most one more than there may be. */
    static List<Listed> of(JsonValue document) {
        StackListing listing = new StackListing();
        if (document.has("head") && document.has("items")) {
            listing.addItems(document.get("items"));
        } else if (document.has("stack_oom")) {
            listing.addUpload(document.get("stack_oom"));
        } else if (document.elements().isEmpty()) {
            String name = document.has("stacks") ? "stacks" : "allocations";
            listing.addAll("$." + name, document.get(name), "");
        } else {
            listing.addAll("$", document, "");
        }
        return listing.stacks;
    }

    private void addItems(JsonValue items) {
        int index = 0;
        for (JsonValue item : items.elements()) {
            addAll("$.items[" + index++ + "].stacks", item.get("stacks"), item.text("name"));
        }
    }

    private void addUpload(JsonValue upload) {
        for (JsonValue slice : upload.get("time_slices").elements()) {
            addAll("$.stack_oom.time_slices[].threads", slice.get("threads"), "");
        }
    }

    private void addAll(String place, JsonValue list, String category) {
        int index = 0;
        for (JsonValue stack : list.elements()) {
            if (stacks.size() > AllocationLimits.MAX_STACKS) {
                return;
            }
            stacks.add(listed(place + "[" + index++ + "]", stack, category));
        }
    }

    private static Listed listed(String place, JsonValue stack, String category) {
        JsonValue own = stack.firstOf("category", "stack_type");
        return new Listed(
                place,
                stack.firstOf("size", "bytes", "malloc_size"),
                stack.firstOf("count", "malloc_count"),
                frames(stack),
                own instanceof JsonText ? own.text() : category);
    }

    private static JsonValue frames(JsonValue stack) {
        JsonValue frames = stack.firstOf("stack", "frames", "frame");
        JsonValue calls = frames.get("calls");
        return calls.isPresent() ? calls : frames;
    }
}
