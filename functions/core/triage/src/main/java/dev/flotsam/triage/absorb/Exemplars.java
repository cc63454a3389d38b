package dev.flotsam.triage.absorb;

import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.Occurrence;

/** Reads a raw report again to tell people what its cluster is. */
public interface Exemplars {

    /**
     * What the report tells; {@link Cluster.Exemplar#NONE} where its raw bytes are gone.
     *
     * @throws dev.flotsam.triage.Fault when storage fails; blaming the data, its cluster goes without words
     */
    Cluster.Exemplar of(Occurrence report);
}
