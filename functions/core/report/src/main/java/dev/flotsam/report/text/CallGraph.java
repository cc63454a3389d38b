package dev.flotsam.report.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lines of one thread's call graph, outermost first, and the path through them that was seen most. */
final class CallGraph {
    private final List<SampleLine> lines = new ArrayList<>();
    /** Each line's caller, and the callee it was seen with most; −1 for none. */
    private final List<Integer> heaviest = new ArrayList<>();

    private final List<Integer> open = new ArrayList<>();
    private int root = -1;

    void add(SampleLine line) {
        while (!open.isEmpty() && lines.get(open.getLast()).column() >= line.column()) {
            open.removeLast();
        }
        int index = lines.size();
        lines.add(line);
        heaviest.add(-1);
        if (open.isEmpty()) {
            root = root < 0 || line.samples() > lines.get(root).samples() ? index : root;
        } else {
            int caller = open.getLast();
            int best = heaviest.get(caller);
            if (best < 0 || line.samples() > lines.get(best).samples()) {
                heaviest.set(caller, index);
            }
        }
        open.add(index);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Frames of the path of most samples, innermost first; lines without an address are passed over. */
    List<FrameLine> path(String text) {
        List<FrameLine> frames = new ArrayList<>();
        for (int at = root; at >= 0; at = heaviest.get(at)) {
            FrameLine frame = lines.get(at).frame(text);
            if (frame != null) {
                frames.add(frame);
            }
        }
        Collections.reverse(frames);
        return frames;
    }

    /** All frames as they stand, turned round: a "heaviest stack" is printed without indentation. */
    List<FrameLine> all(String text) {
        List<FrameLine> frames = new ArrayList<>();
        for (SampleLine line : lines) {
            FrameLine frame = line.frame(text);
            if (frame != null) {
                frames.add(frame);
            }
        }
        Collections.reverse(frames);
        return frames;
    }
}
