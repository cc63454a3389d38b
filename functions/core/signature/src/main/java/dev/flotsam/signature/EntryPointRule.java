package dev.flotsam.signature;

import java.util.List;

/** Removes the frames every stack begins with. */
record EntryPointRule(FrameList entryPoints) implements Rule {

    @Override
    public String name() {
        return "entry-points";
    }

    @Override
    public String about() {
        return "The outermost frames (thread start, `main`, run loops, event delivery) are the same for unrelated bugs "
                + "and are cut off from the outside in, up to the first frame that is not one. If nothing else is left, "
                + "the innermost of them stays.";
    }

    @Override
    public Draft apply(Draft draft, Notes notes) {
        List<DraftFrame> frames = draft.frames();
        int end = frames.size();
        while (end > 1 && isEntryPoint(frames.get(end - 1))) {
            end--;
        }
        if (end == frames.size()) {
            return draft;
        }
        notes.removed(
                this, (frames.size() - end) + " frames from " + frames.get(end).name());
        return draft.withFrames(frames.subList(0, end));
    }

    private boolean isEntryPoint(DraftFrame frame) {
        return frame.named() ? entryPoints.matches(frame.name(), frame.image()) : frame.origin() == Origin.SYSTEM;
    }
}
