package dev.flotsam.signature;

import java.util.List;

/** Cuts off what ran above a sentinel. */
record SentinelRule(FrameList sentinels) implements Rule {

    @Override
    public String name() {
        return "sentinels";
    }

    @Override
    public String about() {
        return "Frames above the outermost sentinel (a signal trampoline, the throwing of an exception) only handle "
                + "what went wrong; they are cut off together with the sentinel.";
    }

    @Override
    public Draft apply(Draft draft, Notes notes) {
        List<DraftFrame> frames = draft.frames();
        int outermost = -1;
        for (int i = 0; i < frames.size() - 1; i++) {
            if (sentinels.matches(frames.get(i).name(), frames.get(i).image())) {
                outermost = i;
            }
        }
        if (outermost < 0) {
            return draft;
        }
        notes.removed(
                this, (outermost + 1) + " frames up to " + frames.get(outermost).name());
        return draft.withFrames(frames.subList(outermost + 1, frames.size()));
    }
}
