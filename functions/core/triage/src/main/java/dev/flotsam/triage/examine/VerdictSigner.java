package dev.flotsam.triage.examine;

import dev.flotsam.memory.foom.FoomKey;
import dev.flotsam.memory.foom.Slope;
import dev.flotsam.memory.jetsam.Kill;
import dev.flotsam.memory.session.SessionRecord;
import dev.flotsam.memory.verdict.Ending;
import dev.flotsam.memory.verdict.Verdict;
import dev.flotsam.signature.Note;
import dev.flotsam.signature.Signature;
import dev.flotsam.triage.Digest;
import dev.flotsam.triage.Text;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What ends without a stack of their own are grouped by: the verdict and the best witness at hand. A memoryException has
 * a stack and is signed like a crash; below it come the stack that allocated most, the path to what keeps most, and the
 * scene with the slope of the footprint. A deadlock is grouped by the stack that hung.
 */
public final class VerdictSigner {
    /** Changes whenever an id does. */
    static final String RULESET = "verdict-2";

    private static final String NO_SCENE = "no scene told";
    private static final int ID_DIGITS = 24;
    private static final int TITLE_CHARACTERS = 255;

    private VerdictSigner() {}

    static SignedKill sign(Kill kill) {
        List<String> frames = List.of(kill.process().name(), kill.reason());
        List<Note> notes = List.of(
                note(kill.verdict()),
                new Note("witness", "JetsamEvent without a stack", "grouped by verdict, process and reason"));
        return new SignedKill(kill, signature(kill.verdict().ending(), frames, true), notes);
    }

    /**
     * The signature of a run's end; empty for ends that are nothing to triage.
     *
     * @param record all records of the run as one
     * @param verdict why it ended
     * @param evidence what witnesses of the run name
     */
    public static Optional<SignedEnd> sign(SessionRecord record, Verdict verdict, Collection<Evidence> evidence) {
        return switch (verdict.ending()) {
            case FOOM_LIMIT, FOOM_PRESSURE, BOOM ->
                Optional.of(best(evidence, Evidence.ALLOCATION_STACK)
                        .or(() -> best(evidence, Evidence.DOMINATOR_PATH))
                        .map(witness -> by(verdict, witness))
                        .orElseGet(() -> byScene(record, verdict)));
            case DEADLOCK, WATCHDOG ->
                Optional.of(best(evidence, Evidence.HANG_STACK)
                        .map(witness -> by(verdict, witness))
                        .orElseGet(() -> byScene(record, verdict)));
            case THERMAL, CPU_LIMIT -> Optional.of(byScene(record, verdict));
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

    private static Optional<Evidence> best(Collection<Evidence> evidence, String witness) {
        return evidence.stream()
                .filter(one -> one.witness().equals(witness) && !one.names().isEmpty())
                .findFirst();
    }

    private static SignedEnd by(Verdict verdict, Evidence evidence) {
        return new SignedEnd(
                signature(verdict.ending(), evidence.names(), false),
                List.of(note(verdict), new Note("witness", evidence.witness(), "grouped by verdict and this")));
    }

    /** Without a scene the deciding rule keeps unlike ends apart: nothing may become one bucket for all. */
    private static SignedEnd byScene(SessionRecord record, Verdict verdict) {
        FoomKey key = FoomKey.of(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(record));
        List<String> frames = key instanceof FoomKey.SceneAndSlope(String scene, Slope slope)
                ? frames(scene.strip(), slope, verdict)
                : List.of(NO_SCENE);
        return new SignedEnd(
                signature(verdict.ending(), frames, true),
                List.of(note(verdict), new Note("witness", key.witness(), "grouped by verdict and this")));
    }

    private static List<String> frames(String scene, Slope slope, Verdict verdict) {
        boolean memory = verdict.ending().foom() || verdict.ending() == Ending.BOOM;
        String told = scene.isEmpty() ? NO_SCENE : scene;
        if (memory && slope != Slope.UNKNOWN) {
            return List.of(told, slope.wireName());
        }
        return scene.isEmpty() && !verdict.rules().isEmpty()
                ? List.of(told, verdict.rules().getLast().rule())
                : List.of(told);
    }

    private static Note note(Verdict verdict) {
        return new Note("verdict", verdict.reason(), verdict.ending().wireName());
    }

    private static Signature signature(Ending ending, List<String> frames, boolean weak) {
        return signature(ending.wireName(), frames, weak);
    }

    static Signature signature(String kind, List<String> frames, boolean weak) {
        String key = RULESET + "\n" + kind + "\n" + String.join("\n", frames);
        String id =
                Digest.hex(Digest.sha256(key.getBytes(StandardCharsets.UTF_8))).substring(0, ID_DIGITS);
        String title = Text.shorten(kind + " | " + String.join(" | ", frames), TITLE_CHARACTERS);
        return new Signature(id, RULESET, kind, title, frames, false, weak);
    }

    /**
     * A run's end and what it is grouped by.
     *
     * @param signature of the verdict and the best witness
     * @param notes how it came about
     */
    public record SignedEnd(Signature signature, List<Note> notes) {
        public SignedEnd {
            notes = List.copyOf(notes);
        }
    }
}
