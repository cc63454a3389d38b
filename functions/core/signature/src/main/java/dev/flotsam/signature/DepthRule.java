package dev.flotsam.signature;

/** Bounds the stack. */
final class DepthRule implements Rule {

    @Override
    public String name() {
        return "depth";
    }

    @Override
    public String about() {
        return "At most " + Limits.FRAMES + " frames are considered, after recursion is collapsed.";
    }

    @Override
    public Draft apply(Draft draft, Notes notes) {
        int size = draft.frames().size();
        if (size <= Limits.FRAMES) {
            return draft;
        }
        notes.changed(this, size + " frames", Limits.FRAMES + " frames");
        return draft.withFrames(draft.frames().subList(0, Limits.FRAMES));
    }
}
