package dev.flotsam.memory.jetsam;

import dev.flotsam.memory.verdict.Ending;
import dev.flotsam.report.ParsedReport.Os;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A JetsamEvent (bug_type 298): the device's memory at a moment when the kernel killed something.
 *
 * @param incident incident identifier, upper case; empty if absent
 * @param captured the event's own clock
 * @param zoneOffset its UTC offset in seconds
 * @param installation {@code crashReporterKey}; personal data, hash it before storing
 * @param os operating system
 * @param device hardware model, such as "iPhone10,4"
 * @param largestProcess the name the event gives; says nothing about who was killed
 * @param memory the device picture
 * @param processes every entry, in the event's order
 * @param damage where reading stopped, if the file is cut or isn't JSON; what was read before and after is kept
 * @param leftovers top-level facts beyond these, by name
 */
public record JetsamEvent(
        String incident,
        Optional<Instant> captured,
        Optional<Integer> zoneOffset,
        String installation,
        Os os,
        String device,
        String largestProcess,
        DevicePicture memory,
        List<JetsamProcess> processes,
        Optional<String> damage,
        Map<String, String> leftovers) {
    public JetsamEvent {
        Objects.requireNonNull(incident, "incident");
        Objects.requireNonNull(os, "os");
        Objects.requireNonNull(memory, "memory");
        processes = List.copyOf(processes);
        leftovers = Map.copyOf(leftovers);
    }

    /** Killed processes with their verdicts, in the event's order: only entries with a reason. */
    public List<Kill> kills() {
        KillJudge judge = new KillJudge(this);
        return processes.stream()
                .filter(process -> process.reason().isPresent())
                .map(judge::judge)
                .toList();
    }

    /**
     * The kill that this event is about: of the killed apps the one in front, else the largest; empty if no app died.
     */
    public Optional<Kill> headline() {
        return kills().stream()
                .filter(kill -> kill.kind() == ProcessKind.APP)
                .max(Comparator.comparing((Kill kill) -> kill.process().inFront())
                        .thenComparing(kill -> kill.verdict().ending() != Ending.UNKNOWN)
                        .thenComparing(kill -> kill.process().pages().orElse(0L)));
    }

    /**
     * What became of one app.
     *
     * @param uuid of its main image, any case; empty to match by name alone
     * @param name its executable's name, in full; namesakes are told apart only by UUID
     */
    public EndInEvent endOf(String uuid, String name) {
        List<JetsamProcess> found = processes.stream()
                .filter(process -> matches(process, uuid, name))
                .toList();
        for (JetsamProcess process : found) {
            if (process.reason().isPresent()) {
                return new EndInEvent.Killed(new KillJudge(this).judgeApp(process));
            }
        }
        if (!found.isEmpty()) {
            return new EndInEvent.Survived(found.getFirst());
        }
        return damage.isPresent() ? new EndInEvent.NotTold() : new EndInEvent.NotRunning();
    }

    /** This event as far as one of its processes is concerned: its end in the device's picture. */
    public JetsamEvent only(JetsamProcess process) {
        return new JetsamEvent(
                incident,
                captured,
                zoneOffset,
                installation,
                os,
                device,
                largestProcess,
                memory,
                List.of(process),
                Optional.empty(),
                Map.of());
    }

    private static boolean matches(JetsamProcess process, String uuid, String name) {
        if (!uuid.isEmpty() && !process.uuid().isEmpty()) {
            return process.uuid().equalsIgnoreCase(uuid);
        }
        return !name.isEmpty() && (process.name().equals(name) || cutForm(process, name));
    }

    private static boolean cutForm(JetsamProcess process, String name) {
        int length = process.name().length();
        return length >= 15 && name.length() > length && name.startsWith(process.name());
    }

    /** The largest processes by footprint, largest first. */
    public List<JetsamProcess> largest(int count) {
        return processes.stream()
                .sorted(Comparator.comparing(
                                (JetsamProcess process) -> process.pages().orElse(0L))
                        .reversed())
                .limit(count)
                .toList();
    }

    /** A process's footprint in bytes. */
    public Optional<Long> bytesOf(JetsamProcess process) {
        return memory.bytes(process.pages());
    }
}
