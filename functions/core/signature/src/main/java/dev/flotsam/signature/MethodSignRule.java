package dev.flotsam.signature;

import java.util.ArrayList;
import java.util.List;

/** Signs class and instance methods of one name alike. */
final class MethodSignRule implements Rule {

    @Override
    public String name() {
        return "method-signs";
    }

    @Override
    public String about() {
        return "`+[Feed load]` is signed as `-[Feed load]`: a class method that becomes an instance method, or calls the "
                + "one of its name, is the same code to its owner. Titles keep the sign.";
    }

    @Override
    public Draft apply(Draft draft, Notes notes) {
        List<DraftFrame> frames = new ArrayList<>(draft.frames().size());
        for (DraftFrame frame : draft.frames()) {
            if (frame.named() && frame.name().startsWith("+[")) {
                String alike = "-" + frame.name().substring(1);
                notes.changed(this, frame.name(), alike);
                frames.add(frame.keyed(alike));
            } else {
                frames.add(frame);
            }
        }
        return draft.withFrames(frames);
    }
}
