package dev.flotsam.bench.grouping;

import dev.flotsam.signature.SignableFrame;
import dev.flotsam.signature.SignableStack;
import java.util.List;
import java.util.Objects;

/**
 * A stack whose bug is known.
 *
 * @param id the report's id
 * @param group the bug
 * @param stack what may be signed
 */
record LabelledStack(String id, String group, SignableStack stack) {
    LabelledStack {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(stack, "stack");
    }

    /** Functions as they came, innermost first; frames without one by their image. */
    List<String> rawFrames() {
        return stack.frames().stream()
                .map(LabelledStack::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static String text(SignableFrame frame) {
        return frame.function().isEmpty() ? frame.image() : frame.function();
    }
}
