package dev.flotsam.report.metrickit;

import dev.flotsam.report.json.JsonLiteral;
import dev.flotsam.report.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A call-stack tree, and which way it is to be read.
 *
 * <p>With {@code callStackPerThread} a root is the <em>innermost</em> frame and {@code subFrames} are its callers:
 * <pre>
 *   root: crash()  →  subFrames: main()  →  subFrames: start()        innermost first as it stands
 * </pre>
 * Without it (CPU, disk writes) stacks are merged and a root is the <em>outermost</em> frame:
 * <pre>
 *   root: start() 60 samples  →  subFrames: main() 60  →  work() 44, idle() 16
 * </pre>
 * where the path of most samples is told, turned round. The two are told apart by the flag alone. For iOS 27 no real
 * sample settles the direction; it is read the same way.
 */
final class CallStackTree {
    private final JsonValue tree;
    private final boolean perThread;

    CallStackTree(JsonValue tree) {
        this.tree = tree;
        this.perThread = tree.truth("callStackPerThread").orElse(true);
    }

    boolean isPerThread() {
        return perThread;
    }

    /** The stacks: legacy spelling, or that of iOS 27. */
    List<JsonValue> stacks() {
        return tree.firstOf("callStacks", "callStackThreads").elements();
    }

    /** One stack's frames, innermost first. */
    List<JsonValue> frames(JsonValue stack) {
        JsonValue flat = stack.get("callStackFrames");
        if (flat.size() > 0) {
            return flat.elements();
        }
        List<JsonValue> path = new ArrayList<>();
        JsonValue frame = heaviest(stack.firstOf("callStackRootFrames", "rootFrames"));
        while (frame.isPresent()) {
            path.add(frame);
            frame = heaviest(frame.get("subFrames"));
        }
        if (!perThread) {
            Collections.reverse(path);
        }
        return path;
    }

    /** Samples that a stack stands for. */
    long samples(JsonValue stack) {
        return heaviest(stack.firstOf("callStackRootFrames", "rootFrames"))
                .integer("sampleCount")
                .orElse(0);
    }

    private static JsonValue heaviest(JsonValue frames) {
        JsonValue heaviest = JsonLiteral.MISSING;
        long most = -1;
        for (JsonValue frame : frames.elements()) {
            long samples = frame.integer("sampleCount").orElse(0);
            if (samples > most && frame.size() > 0) {
                most = samples;
                heaviest = frame;
            }
        }
        return heaviest;
    }
}
