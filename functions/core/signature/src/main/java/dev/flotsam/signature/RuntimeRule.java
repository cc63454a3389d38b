package dev.flotsam.signature;

import java.util.ArrayList;
import java.util.List;

/** Hands frames of language runtimes to the system, wherever they were compiled to. */
record RuntimeRule(FrameList runtimeFunctions) implements Rule {

    @Override
    public String name() {
        return "runtime-functions";
    }

    @Override
    public String about() {
        return "Standard-library code that generics and inlining put into the app's binary (`std::`, `Swift.Array`, "
                + "`java.`) is not the app's: the frame that called it is.";
    }

    @Override
    public Draft apply(Draft draft, Notes notes) {
        List<DraftFrame> frames = new ArrayList<>(draft.frames().size());
        for (DraftFrame frame : draft.frames()) {
            boolean runtime = frame.named()
                    && frame.origin() != Origin.SYSTEM
                    && runtimeFunctions.matches(frame.name(), frame.image());
            if (runtime) {
                notes.changed(this, frame.name(), "system code");
            }
            frames.add(runtime ? frame.withOrigin(Origin.SYSTEM) : frame);
        }
        return draft.withFrames(frames);
    }
}
