package dev.flotsam.signature;

import java.util.ArrayList;
import java.util.List;

/** Signs what an app's owner asked for beside the frames. */
final class ExtraKeysRule implements Rule {

    @Override
    public String name() {
        return "extra-keys";
    }

    @Override
    public String about() {
        return "An app's own rules may sign the exception's normalised reason, the signal or the termination too.";
    }

    @Override
    public Draft apply(Draft draft, Notes notes) {
        List<DraftFrame> frames = new ArrayList<>(draft.frames());
        for (ExtraKey key : ExtraKey.values()) {
            String value = draft.rules().extraKeys().contains(key)
                    ? key.of(draft.stack().cause())
                    : "";
            if (!value.isEmpty()) {
                String words = key.word() + ": " + value;
                frames.add(DraftFrame.words(words));
                notes.changed(this, key.word(), words);
            }
        }
        return draft.withFrames(frames);
    }
}
