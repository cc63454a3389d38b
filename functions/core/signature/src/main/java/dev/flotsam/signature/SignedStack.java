package dev.flotsam.signature;

import java.util.List;
import java.util.Objects;

/**
 * A signature with its explanation. The explanation is deterministic: recompute it rather than store it.
 *
 * @param signature the answer
 * @param notes what each rule changed, in the order the rules ran
 */
public record SignedStack(Signature signature, List<Note> notes) {
    public SignedStack {
        Objects.requireNonNull(signature, "signature");
        notes = List.copyOf(notes);
    }
}
