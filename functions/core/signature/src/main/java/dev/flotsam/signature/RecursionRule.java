package dev.flotsam.signature;

import java.util.ArrayList;
import java.util.List;

/** Collapses repeated frames and cycles of frames. */
final class RecursionRule implements Rule {

    @Override
    public String name() {
        return "recursion";
    }

    @Override
    public String about() {
        return "A function that calls itself, directly or over up to " + Limits.RECURSION_CYCLE
                + " functions, is signed once, however deep the stack was when it ended.";
    }

    @Override
    public Draft apply(Draft draft, Notes notes) {
        List<DraftFrame> kept = new ArrayList<>(draft.frames().size());
        for (DraftFrame frame : draft.frames()) {
            kept.add(frame);
            int cycle = repeatedCycle(kept);
            if (cycle > 0) {
                kept.subList(kept.size() - cycle, kept.size()).clear();
            }
        }
        if (kept.size() < draft.frames().size()) {
            notes.changed(this, draft.frames().size() + " frames", kept.size() + " frames");
        }
        return draft.withFrames(kept);
    }

    /** The length of a cycle that the newest frames repeat, 0 if they repeat none. */
    private static int repeatedCycle(List<DraftFrame> frames) {
        int size = frames.size();
        for (int cycle = 1; cycle <= Limits.RECURSION_CYCLE && 2 * cycle <= size; cycle++) {
            boolean repeats = true;
            for (int i = size - cycle; i < size && repeats; i++) {
                repeats = frames.get(i).name().equals(frames.get(i - cycle).name());
            }
            if (repeats) {
                return cycle;
            }
        }
        return 0;
    }
}
