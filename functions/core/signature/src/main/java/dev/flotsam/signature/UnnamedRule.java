package dev.flotsam.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Gives frames without a name a stand-in. */
record UnnamedRule(FrameList placeholders) implements Rule {

    @Override
    public String name() {
        return "unnamed";
    }

    @Override
    public String about() {
        return "A frame without a function's name, or with a placeholder such as `<redacted>` or `__hidden#1_`, stands "
                + "for its place: in app code image + offset of that very build (the id is unstable and heals when the "
                + "dSYM arrives), in system code the image alone. A frame without an image goes.";
    }

    @Override
    public Draft apply(Draft draft, Notes notes) {
        List<DraftFrame> left = new ArrayList<>(draft.frames().size());
        for (DraftFrame frame : draft.frames()) {
            if (!frame.name().isEmpty() && !placeholders.matches(frame.name(), frame.image())) {
                left.add(frame);
            } else if (frame.image().isEmpty()) {
                notes.removed(this, frame.name());
            } else {
                DraftFrame stand = standIn(frame);
                notes.changed(this, frame.name(), stand.shown());
                left.add(stand);
            }
        }
        return draft.withFrames(left);
    }

    private static DraftFrame standIn(DraftFrame frame) {
        SignableFrame source = frame.source();
        boolean placed = source.offset() >= 0 && frame.origin() != Origin.SYSTEM;
        if (!placed || (frame.origin() == Origin.UNKNOWN && source.imageUuid().isEmpty())) {
            return frame.unnamed(frame.image(), frame.image());
        }
        String place = frame.image() + " + 0x" + Long.toHexString(source.offset());
        String build = source.imageUuid().toUpperCase(Locale.ROOT);
        return frame.unnamed(place + " @ " + build, place);
    }
}
