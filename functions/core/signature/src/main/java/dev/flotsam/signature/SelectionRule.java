package dev.flotsam.signature;

import java.util.ArrayList;
import java.util.List;

/** Chooses the frames to sign on. */
record SelectionRule(FrameList prefixes) implements Rule {
    /** Frames that stand for a stack without app code: one system function alone hides too many bugs. */
    static final int SYSTEM_FRAMES = 3;

    @Override
    public String name() {
        return "selection";
    }

    @Override
    public String about() {
        return "The innermost frame of app code is signed; after a prefix frame (an assertion helper, an accessor) the "
                + "next one too, until one is meaningful. System frames above it are not signed: their names change "
                + "with the OS version and are missing in some formats. Without app code, frames of unknown binaries "
                + "count as app code, then the innermost " + SYSTEM_FRAMES + " named system frames.";
    }

    @Override
    public Draft apply(Draft draft, Notes notes) {
        List<DraftFrame> chosen = upToMeaningful(draft, Origin.APP);
        if (chosen.isEmpty()) {
            chosen = upToMeaningful(draft, Origin.UNKNOWN);
        }
        if (chosen.isEmpty()) {
            chosen = draft.frames().stream()
                    .filter(DraftFrame::named)
                    .limit(SYSTEM_FRAMES)
                    .toList();
        }
        notes.changed(this, draft.frames().size() + " frames", describe(chosen));
        return draft.withFrames(chosen);
    }

    private List<DraftFrame> upToMeaningful(Draft draft, Origin origin) {
        List<DraftFrame> chosen = new ArrayList<>();
        for (DraftFrame frame : draft.frames()) {
            if (frame.origin() == origin && saysWhere(frame) && chosen.size() < Limits.SIGNED_FRAMES) {
                chosen.add(frame);
                if (!isPrefix(draft.rules(), frame)) {
                    return chosen;
                }
            }
        }
        return chosen;
    }

    /** An image without a function or an offset in it is no place. */
    private static boolean saysWhere(DraftFrame frame) {
        return frame.named() || !frame.name().equals(frame.image());
    }

    private boolean isPrefix(AppRules rules, DraftFrame frame) {
        return frame.named()
                && (prefixes.matches(frame.name(), frame.image())
                        || rules.prefix().matches(frame.name(), frame.image()));
    }

    private static String describe(List<DraftFrame> frames) {
        return String.join(" | ", frames.stream().map(DraftFrame::shown).toList());
    }
}
