package dev.flotsam.triage.absorb;

import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.Cluster.Exemplar;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Clusters;
import dev.flotsam.triage.Fault;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Outcome;
import java.util.List;

/** The cluster itself, with what its first report tells people. */
final class StoreCluster implements ClusterWrite {
    private final Clusters clusters;
    private final Exemplars exemplars;

    StoreCluster(Clusters clusters, Exemplars exemplars) {
        this.clusters = clusters;
        this.exemplars = exemplars;
    }

    @Override
    public void write(ClusterId cluster, List<Step> steps) {
        steps.stream().filter(Step::joins).findFirst().ifPresent(first -> {
            if (clusters.find(cluster).isEmpty()) {
                clusters.putIfAbsent(foundedBy(first));
            }
        });
    }

    private Cluster foundedBy(Step step) {
        Occurrence report = step.report();
        if (!(report.outcome() instanceof Outcome.Triaged triaged)) {
            throw new IllegalArgumentException("a report without a cluster founds none: " + report.id());
        }
        return new Cluster(
                triaged.cluster(),
                report.app(),
                triaged.kind(),
                triaged.title(),
                triaged.signature(),
                triaged.ruleset(),
                triaged.unstable(),
                step.position().toString(),
                report.cause(),
                report.source().uploaded(),
                report.id(),
                report.facts(),
                exemplar(report));
    }

    /** A cluster is worth having without words: what can't be read for people must not keep it from being counted. */
    private Exemplar exemplar(Occurrence report) {
        try {
            return exemplars.of(report);
        } catch (Fault fault) {
            if (fault.blame() != Fault.Blame.DATA) {
                throw fault;
            }
            return Exemplar.NONE;
        }
    }
}
