package dev.flotsam.signature;

import java.util.ArrayList;
import java.util.List;

/** Removes frames that say nothing about the bug. */
record IrrelevantRule(FrameList irrelevant) implements Rule {

    @Override
    public String name() {
        return "irrelevant";
    }

    @Override
    public String about() {
        return "Abort machinery, message sending, reference counting, allocators' insides, waiting primitives and what "
                + "the app's owner listed are skipped. If nothing else is left, they stay.";
    }

    @Override
    public Draft apply(Draft draft, Notes notes) {
        List<DraftFrame> left = new ArrayList<>(draft.frames().size());
        for (DraftFrame frame : draft.frames()) {
            if (!matches(draft.rules(), frame)) {
                left.add(frame);
            }
        }
        if (left.isEmpty() || left.size() == draft.frames().size()) {
            return draft;
        }
        for (DraftFrame frame : draft.frames()) {
            if (matches(draft.rules(), frame)) {
                notes.removed(this, frame.name());
            }
        }
        return draft.withFrames(left);
    }

    private boolean matches(AppRules rules, DraftFrame frame) {
        return frame.named()
                && (irrelevant.matches(frame.name(), frame.image())
                        || rules.irrelevant().matches(frame.name(), frame.image()));
    }
}
