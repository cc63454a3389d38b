package dev.flotsam.signature;

import java.util.ArrayList;
import java.util.List;

/** Removes frames that only forward a call. */
record ThunkRule(FrameList thunks) implements Rule {

    @Override
    public String name() {
        return "thunks";
    }

    @Override
    public String about() {
        return "Compiler-made forwarders (re-abstraction thunks, protocol witnesses, outlined copies) are removed: "
                + "whether they appear depends on optimisation, not on the bug.";
    }

    @Override
    public Draft apply(Draft draft, Notes notes) {
        List<DraftFrame> left = new ArrayList<>(draft.frames().size());
        for (DraftFrame frame : draft.frames()) {
            if (frame.named() && thunks.matches(frame.name(), frame.image())) {
                notes.removed(this, frame.name());
            } else {
                left.add(frame);
            }
        }
        return draft.withFrames(left);
    }
}
