package dev.flotsam.signature;

import java.util.List;
import java.util.Objects;

/**
 * A signature with its explanation. The explanation is deterministic: recompute it rather than store it.
 *
 * @param signature the answer
 * @param ofAppCode whether app code was signed on; if not, the signature says less and suggestions matter more
 * @param cleanFrames the whole stack as the rules left it before they chose, innermost first: what similarity compares
 * @param notes what each rule changed, in the order the rules ran
 */
public record SignedStack(Signature signature, boolean ofAppCode, List<String> cleanFrames, List<Note> notes) {
    public SignedStack {
        Objects.requireNonNull(signature, "signature");
        cleanFrames = List.copyOf(cleanFrames);
        notes = List.copyOf(notes);
    }
}
