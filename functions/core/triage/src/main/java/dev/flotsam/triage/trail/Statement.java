package dev.flotsam.triage.trail;

import dev.flotsam.memory.incident.Witness;
import dev.flotsam.memory.session.shape.Hashed;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.ReportId;
import dev.flotsam.triage.examine.Evidence;
import java.util.Objects;
import java.util.Optional;

/**
 * What one report says about the end of a run.
 *
 * @param witness the facts; its id is the report's
 * @param own what triage makes of the report where nothing else is known
 * @param evidence what the run's end can be grouped by
 */
public record Statement(Witness witness, Outcome own, Optional<Evidence> evidence) {
    public Statement {
        Objects.requireNonNull(witness, "witness");
        Objects.requireNonNull(own, "own");
        Objects.requireNonNull(evidence, "evidence");
    }

    /** The report. */
    public ReportId report() {
        return new ReportId(witness.id());
    }

    /**
     * Whether the report's id is that of its content, so that no other content can come under it: records have no incident
     * that could name them.
     */
    boolean isNamedByContent() {
        return switch (witness) {
            case Witness.Session _, Witness.Warning _, Witness.Picture _ -> true;
            case Witness.Crash _, Witness.MemoryException _, Witness.Jetsam _ -> false;
        };
    }

    /**
     * What finds a report's trail.
     *
     * @param app bundle identifier; empty if unknown
     * @param installation the installation's key as the report has it; empty if unknown
     * @param run the client's identifier of the run; empty if unknown
     */
    public record Keys(String app, String installation, String run) {
        public Keys {
            installation = Hashed.alike(installation);
        }

        boolean isEmpty() {
            return installation.isEmpty() && run.isEmpty();
        }

        /** Where the witnesses of these keys are kept; empty for a report of nobody's. */
        public Optional<TrailId> trailIn(Trails trails) {
            if (!installation.isEmpty()) {
                return Optional.of(TrailId.ofInstallation(installation));
            }
            return Optional.of(run).filter(name -> !name.isEmpty()).map(name -> {
                TrailId trail = TrailId.ofRun(app, name);
                return trails.homeOf(trail).orElse(trail);
            });
        }
    }
}
