package dev.flotsam.triage.health;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Occurrence;
import java.util.Optional;

/**
 * The health of one version of an app. It is counted as clusters are, under identities that no signature has.
 *
 * @param app bundle identifier
 * @param version such as "5.2 (1042)"; empty if unknown
 */
public record HealthKey(String app, String version) {

    /** Whose counter holds the sums, and whose sketch the devices seen. */
    public ClusterId all() {
        return id("all");
    }

    /** Whose sketch holds devices that crashed. */
    public ClusterId crashed() {
        return id("crashed");
    }

    /** Whose sketch holds devices that ran out of memory in front. */
    public ClusterId foomed() {
        return id("foomed");
    }

    /** The cluster of runs near the memory limit: people see it once there are too many. */
    public ClusterId near() {
        return id("near");
    }

    /** Where a report counts as a run near the memory limit, beside what its own cluster counts; empty if it was none. */
    public static Optional<ClusterId> nearOf(Occurrence report) {
        return report.facts()
                .run()
                .filter(run -> run.isNear() && !report.app().isEmpty())
                .map(run -> new HealthKey(report.app(), report.facts().version()).near());
    }

    private ClusterId id(String what) {
        return ClusterId.of(app, "\u0000health\n" + what + "\n" + version);
    }
}
