package dev.flotsam.signature;

import dev.flotsam.signature.names.Reason;
import java.util.ArrayList;
import java.util.List;

/** Adds what is left to tell reports apart when no app code is signed. */
final class WeakRule implements Rule {

    @Override
    public String name() {
        return "weak";
    }

    @Override
    public String about() {
        return "Where system frames alone are signed, a language exception's normalised reason is signed with them. A "
                + "stack that leaves nothing to sign groups its reports by app, innermost image and reason, and the "
                + "signature is marked weak.";
    }

    @Override
    public Draft apply(Draft draft, Notes notes) {
        boolean app = draft.frames().stream().anyMatch(frame -> frame.origin() != Origin.SYSTEM);
        if (app) {
            return draft;
        }
        List<DraftFrame> frames = new ArrayList<>(draft.frames());
        if (draft.frames().isEmpty()) {
            String image = innermostImage(draft.stack());
            frames.add(DraftFrame.words("app: " + draft.stack().app().id()).shownAs("no usable frame"));
            frames.add(DraftFrame.words("image: " + image)
                    .shownAs("in " + (image.isEmpty() ? draft.stack().app().id() : image)));
        }
        String reason = Reason.of(draft.stack().cause().reason(), Limits.REASON_CHARACTERS);
        if (!reason.isEmpty()) {
            frames.add(DraftFrame.words("reason: " + reason));
            notes.changed(this, draft.stack().cause().reason(), reason);
        }
        if (!draft.frames().isEmpty()) {
            return draft.withFrames(frames);
        }
        notes.changed(this, "no frame to sign on", frames.get(1).name());
        return draft.asWeak(frames);
    }

    private static String innermostImage(SignableStack stack) {
        return stack.frames().stream()
                .map(SignableFrame::image)
                .filter(image -> !image.isEmpty())
                .findFirst()
                .orElse(stack.app().executable());
    }
}
