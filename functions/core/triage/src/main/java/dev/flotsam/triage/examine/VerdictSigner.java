package dev.flotsam.triage.examine;

import dev.flotsam.memory.jetsam.Kill;
import dev.flotsam.memory.session.SessionRecord;
import dev.flotsam.memory.verdict.Ending;
import dev.flotsam.memory.verdict.Verdict;
import dev.flotsam.signature.Note;
import dev.flotsam.signature.Signature;
import dev.flotsam.triage.Digest;
import dev.flotsam.triage.Text;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What ends without a stack are grouped by: the verdict and the best witness at hand. A JetsamEvent names the process and
 * the reason; a session record names the scene. Both are weak witnesses, and marked so.
 */
final class VerdictSigner {
    /** Changes whenever an id does. */
    static final String RULESET = "verdict-1";

    private static final int ID_DIGITS = 24;
    private static final int TITLE_CHARACTERS = 255;

    private VerdictSigner() {}

    static SignedKill sign(Kill kill) {
        List<String> frames = List.of(kill.process().name(), kill.reason());
        List<Note> notes = List.of(
                note(kill.verdict()),
                new Note("witness", "JetsamEvent without a stack", "grouped by verdict, process and reason"));
        return new SignedKill(kill, signature(kill.verdict().ending(), frames), notes);
    }

    /** The signature of a session's end; empty for ends that are nothing to triage. */
    static Optional<SignedEnd> sign(SessionRecord record, Verdict verdict) {
        return switch (verdict.ending()) {
            case FOOM_LIMIT, FOOM_PRESSURE, BOOM, DEADLOCK, WATCHDOG, THERMAL, CPU_LIMIT -> {
                String scene = record.scene().isBlank()
                        ? "no scene told"
                        : record.scene().strip();
                yield Optional.of(new SignedEnd(
                        signature(verdict.ending(), List.of(scene)),
                        List.of(note(verdict), new Note("witness", "session record", "grouped by verdict and scene"))));
            }
            case CRASH,
                    APP_EXIT,
                    USER_QUIT,
                    APP_UPGRADE,
                    OS_UPGRADE,
                    REBOOT,
                    LOW_BATTERY,
                    DEBUGGER,
                    AUTOMATION,
                    BACKGROUND_LAUNCH,
                    UNKNOWN -> Optional.empty();
        };
    }

    private static Note note(Verdict verdict) {
        return new Note("verdict", verdict.reason(), verdict.ending().wireName());
    }

    private static Signature signature(Ending ending, List<String> frames) {
        return signature(ending.wireName(), frames);
    }

    static Signature signature(String kind, List<String> frames) {
        String key = RULESET + "\n" + kind + "\n" + String.join("\n", frames);
        String id =
                Digest.hex(Digest.sha256(key.getBytes(StandardCharsets.UTF_8))).substring(0, ID_DIGITS);
        String title = Text.shorten(kind + " | " + String.join(" | ", frames), TITLE_CHARACTERS);
        return new Signature(id, RULESET, kind, title, frames, false, true);
    }

    /**
     * A session's end and what it is grouped by.
     *
     * @param signature of the verdict and the scene
     * @param notes how it came about
     */
    record SignedEnd(Signature signature, List<Note> notes) {
        SignedEnd {
            notes = List.copyOf(notes);
        }
    }
}
