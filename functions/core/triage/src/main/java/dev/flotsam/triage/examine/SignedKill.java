package dev.flotsam.triage.examine;

import dev.flotsam.memory.jetsam.Kill;
import dev.flotsam.signature.Note;
import dev.flotsam.signature.Signature;
import java.util.List;

/**
 * A killed app and what its end is grouped by.
 *
 * @param kill how and why
 * @param signature what it is grouped by: a JetsamEvent has no stack, so the verdict and the process
 * @param notes how the signature came about
 */
public record SignedKill(Kill kill, Signature signature, List<Note> notes) {
    public SignedKill {
        notes = List.copyOf(notes);
    }
}
