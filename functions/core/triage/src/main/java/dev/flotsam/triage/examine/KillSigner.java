package dev.flotsam.triage.examine;

import dev.flotsam.memory.jetsam.Kill;
import dev.flotsam.signature.Note;
import dev.flotsam.signature.Signature;
import dev.flotsam.triage.Digest;
import dev.flotsam.triage.Text;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a JetsamEvent's kills are grouped by. The event has no stack and no scene: it is the weakest witness, so kills
 * group by verdict, reason and process, and are marked weak.
 */
final class KillSigner {
    /** Changes whenever an id does. */
    static final String RULESET = "jetsam-1";

    private KillSigner() {}

    static SignedKill sign(Kill kill) {
        String kind = kill.verdict().ending().wireName();
        String process = kill.process().name();
        List<String> frames = List.of(process, kill.reason());
        String key = RULESET + "\n" + kind + "\n" + String.join("\n", frames);
        String id =
                Digest.hex(Digest.sha256(key.getBytes(StandardCharsets.UTF_8))).substring(0, 24);
        String title = Text.shorten(kind + " | " + process + " | " + kill.reason(), 255);
        List<Note> notes = List.of(
                new Note("verdict", kill.reason(), kind + ": " + kill.verdict().reason()),
                new Note("witness", "JetsamEvent without a stack", "grouped by verdict, process and reason"));
        return new SignedKill(kill, new Signature(id, RULESET, kind, title, frames, false, true), notes);
    }
}
