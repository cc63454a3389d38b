package dev.flotsam.signature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A rule that rewrites the name of each named frame on its own.
 *
 * @param name the rule's name
 * @param about what it does and why
 * @param change name to better name; must be deterministic
 */
record NameRule(String name, String about, UnaryOperator<String> change) implements Rule {

    @Override
    public Draft apply(Draft draft, Notes notes) {
        Map<String, String> better = new HashMap<>();
        List<DraftFrame> frames = new ArrayList<>(draft.frames().size());
        for (DraftFrame frame : draft.frames()) {
            if (!frame.named()) {
                frames.add(frame);
                continue;
            }
            String known = better.get(frame.name());
            String after = known != null ? known : change.apply(frame.name());
            if (known == null) {
                better.put(frame.name(), after);
                if (!after.equals(frame.name())) {
                    notes.changed(this, frame.name(), after);
                }
            }
            frames.add(after.equals(frame.name()) ? frame : frame.renamed(after));
        }
        return draft.withFrames(frames);
    }
}
