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
import dev.flotsam.triage.Occurrence.MissingImage;
import dev.flotsam.triage.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What ends without a stack of their own are grouped by: the verdict and the best witness at hand. A memoryException has
 * a stack and is signed like a crash; below it come the stack that allocated most, the path to what keeps most, and the
 * scene with the slope of the footprint. A deadlock is grouped by the stack that hung.
 */
public final class VerdictSigner {
    private static final String FAMILY = "verdict-";

    /** Changes whenever an id does. */
    static final String RULESET = FAMILY + "2";

    private static final String MEMORY_EXCEPTION = "memory-exception";
    private static final String NO_SCENE = "no scene told";
    private static final int ID_DIGITS = 24;
    private static final int TITLE_CHARACTERS = 255;

    private VerdictSigner() {}

    /**
     * Whether verdicts made a signature, these or earlier ones: no list of frames and no override changes it.
     *
     * @param ruleset what the signature carries
     */
    public static boolean made(String ruleset) {
        return ruleset.startsWith(FAMILY);
    }

    static SignedKill sign(Kill kill) {
        List<String> frames = List.of(kill.process().name(), kill.reason());
        List<Note> notes = List.of(
                note(kill.verdict()),
                new Note("witness", "JetsamEvent without a stack", "grouped by verdict, process and reason"));
        return new SignedKill(kill, signature(kill.verdict().ending().wireName(), frames, false, true), notes);
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
                Optional.of(bestOfMemory(evidence)
                        .map(witness -> by(verdict, witness, lacking(evidence)))
                        .orElseGet(() -> byScene(record, verdict, lacking(evidence))));
            case DEADLOCK, WATCHDOG ->
                Optional.of(best(evidence, Evidence.HANG_STACK)
                        .map(witness -> by(verdict, witness, List.of()))
                        .orElseGet(() -> byScene(record, verdict, List.of())));
            case THERMAL, CPU_LIMIT -> Optional.of(byScene(record, verdict, List.of()));
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

    /**
     * The signature of a kill of which no record of the run is known, by what filled the run's memory; empty where nobody
     * tells that, or where it wasn't killed for its memory: the kill is signed by itself then.
     *
     * @param verdict why it was killed
     * @param evidence what witnesses of the run name
     */
    public static Optional<SignedEnd> sign(Verdict verdict, Collection<Evidence> evidence) {
        boolean memory = verdict.ending().foom() || verdict.ending() == Ending.BOOM;
        return memory
                ? bestOfMemory(evidence).map(witness -> by(verdict, witness, lacking(evidence)))
                : Optional.empty();
    }

    private static Optional<Evidence> bestOfMemory(Collection<Evidence> evidence) {
        return best(evidence, Evidence.ALLOCATION_STACK).or(() -> best(evidence, Evidence.DOMINATOR_PATH));
    }

    /** Which better witnesses nobody told of: a memory exception signs the end itself, so it is one of them here. */
    private static List<Note> lacking(Collection<Evidence> evidence) {
        List<String> lacking = new ArrayList<>(List.of(MEMORY_EXCEPTION));
        for (String witness : List.of(Evidence.ALLOCATION_STACK, Evidence.DOMINATOR_PATH)) {
            if (best(evidence, witness).isEmpty()) {
                lacking.add(witness);
            }
        }
        return List.of(
                new Note("witness-lacking", String.join(", ", lacking), "a better one moves this end when it comes"));
    }

    private static Optional<Evidence> best(Collection<Evidence> evidence, String witness) {
        return evidence.stream()
                .filter(one -> one.witness().equals(witness) && !one.names().isEmpty())
                .max(Comparator.comparing(Evidence::bytes).thenComparing(one -> String.join("\n", one.names())));
    }

    private static SignedEnd by(Verdict verdict, Evidence evidence, List<Note> lacking) {
        return new SignedEnd(
                signature(verdict.ending().wireName(), evidence.names(), evidence.unstable(), false),
                notes(verdict, evidence.witness(), lacking),
                evidence.missing());
    }

    /** Without a scene the deciding rule keeps unlike ends apart: nothing may become one bucket for all. */
    private static SignedEnd byScene(SessionRecord record, Verdict verdict, List<Note> lacking) {
        FoomKey.SceneAndSlope key = FoomKey.of(record);
        List<String> frames = frames(key.scene().strip(), key.slope(), verdict);
        return new SignedEnd(
                signature(verdict.ending().wireName(), frames, false, true),
                notes(verdict, key.witness(), lacking),
                List.of());
    }

    private static List<Note> notes(Verdict verdict, String witness, List<Note> lacking) {
        List<Note> notes =
                new ArrayList<>(List.of(note(verdict), new Note("witness", witness, "grouped by verdict and this")));
        notes.addAll(lacking);
        return notes;
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

    static Signature signature(String kind, List<String> frames, boolean unstable, boolean weak) {
        String key = RULESET + "\n" + kind + "\n" + String.join("\n", frames);
        String id =
                Digest.hex(Digest.sha256(key.getBytes(StandardCharsets.UTF_8))).substring(0, ID_DIGITS);
        String title = Text.shorten(kind + " | " + String.join(" | ", frames), TITLE_CHARACTERS);
        return new Signature(id, RULESET, kind, title, frames, unstable, weak);
    }

    /**
     * A run's end and what it is grouped by.
     *
     * @param signature of the verdict and the best witness
     * @param notes how it came about
     * @param missing images whose symbols would improve it
     */
    public record SignedEnd(Signature signature, List<Note> notes, List<MissingImage> missing) {
        public SignedEnd {
            notes = List.copyOf(notes);
            missing = List.copyOf(missing);
        }
    }
}
