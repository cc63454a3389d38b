package dev.flotsam.signature;

import java.util.ArrayList;
import java.util.List;

/** Applies what an app's owner said about whose code a function is. */
final class OwnerRule implements Rule {

    @Override
    public String name() {
        return "owner";
    }

    @Override
    public String about() {
        return "Frames that an app's own rules call in-app or not in-app are taken as such, whatever their binary says.";
    }

    @Override
    public Draft apply(Draft draft, Notes notes) {
        AppRules rules = draft.rules();
        List<DraftFrame> frames = new ArrayList<>(draft.frames().size());
        for (DraftFrame frame : draft.frames()) {
            Origin said = frame.origin();
            if (frame.named() && rules.inApp().matches(frame.name(), frame.image())) {
                said = Origin.APP;
            } else if (frame.named() && rules.notInApp().matches(frame.name(), frame.image())) {
                said = Origin.SYSTEM;
            }
            if (said != frame.origin()) {
                notes.changed(this, frame.name(), said == Origin.APP ? "app code" : "not app code");
            }
            frames.add(said == frame.origin() ? frame : frame.withOrigin(said));
        }
        return draft.withFrames(frames);
    }
}
