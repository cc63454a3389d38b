package dev.flotsam.memory.incident;

import dev.flotsam.memory.incident.RunTrail.Run;
import dev.flotsam.memory.session.KnownLimits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All witnesses of one installation become incidents: one for each run that ended, and one for each end of which no run
 * is known.
 *
 * <p>A pure function of the set: the order in which witnesses arrive changes nothing, so a late crash report retracts a
 * FOOM exactly as an early one prevents it. Callers keep the witnesses of an installation, call this again when one
 * arrives, and compare.
 */
public final class IncidentJoining {
    private final KnownLimits known;

    /** A joining whose judge knows these limits. */
    public IncidentJoining(KnownLimits known) {
        this.known = known;
    }

    /** Incidents sorted by time, then key. Apps on one device have trails of their own. */
    public List<Incident> join(Collection<Witness> witnesses) {
        List<Witness> sorted =
                witnesses.stream().sorted(Comparator.comparing(Witness::id)).toList();
        return ByApp.split(sorted).stream()
                .map(this::joinOneApp)
                .flatMap(List::stream)
                .sorted(Comparator.comparing(
                                (Incident incident) -> incident.at().orElse(Instant.MAX))
                        .thenComparing(Incident::key))
                .toList();
    }

    private List<Incident> joinOneApp(List<Witness> sorted) {
        RunTrail trail = RunTrail.of(sorted.stream()
                .filter(Witness.Session.class::isInstance)
                .map(Witness.Session.class::cast)
                .toList());
        Map<String, List<Witness>> ofRun = new TreeMap<>();
        List<Witness> orphans = new ArrayList<>();
        for (Witness witness : sorted) {
            if (!(witness instanceof Witness.Session)) {
                Optional<Run> run = runOf(witness, trail);
                run.ifPresentOrElse(
                        found -> ofRun.computeIfAbsent(found.key(), key -> new ArrayList<>())
                                .add(witness),
                        () -> orphans.add(witness));
            }
        }
        List<Incident> incidents = new ArrayList<>();
        RunVerdict verdict = new RunVerdict(known);
        for (Run run : trail.runs()) {
            incidents.add(verdict.incident(run, trail.after(run), ofRun.getOrDefault(run.key(), List.of())));
        }
        incidents.addAll(OrphanIncidents.of(orphans));
        return incidents;
    }

    private static Optional<Run> runOf(Witness witness, RunTrail trail) {
        String named = Testimony.runOf(witness);
        Optional<Run> byName =
                trail.runs().stream().filter(run -> run.names().contains(named)).findFirst();
        return byName.or(() -> Testimony.launchOf(witness)
                        .flatMap(trail::launchedAt)
                        .filter(run -> Testimony.fits(witness, run)))
                .or(() -> Testimony.timeOf(witness).flatMap(trail::at).filter(run -> Testimony.fits(witness, run)))
                .or(() -> trail.onlyTimeless().filter(run -> Testimony.fits(witness, run)));
    }
}
