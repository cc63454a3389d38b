package dev.flotsam.signature;

import java.util.ArrayList;
import java.util.List;

/** Removes an inlined frame that is the body of the function it was inlined into. */
final class InlinedThunkRule implements Rule {

    @Override
    public String name() {
        return "inlined-bodies";
    }

    @Override
    public String about() {
        return "Debug information names the body that the compiler inlined into a forwarder of the same function by its "
                + "last part alone (`crash` in `Crasher.crash`). The forwarder has the whole name and stays.";
    }

    @Override
    public Draft apply(Draft draft, Notes notes) {
        List<DraftFrame> frames = draft.frames();
        List<DraftFrame> left = new ArrayList<>(frames.size());
        for (int i = 0; i < frames.size(); i++) {
            if (i + 1 < frames.size() && isBodyOf(frames.get(i), frames.get(i + 1))) {
                notes.removed(this, frames.get(i).name());
            } else {
                left.add(frames.get(i));
            }
        }
        return draft.withFrames(left);
    }

    private static boolean isBodyOf(DraftFrame inner, DraftFrame outer) {
        return inner.source().inlined()
                && inner.named()
                && outer.named()
                && (outer.name().endsWith("." + inner.name()) || outer.name().endsWith("::" + inner.name()));
    }
}
