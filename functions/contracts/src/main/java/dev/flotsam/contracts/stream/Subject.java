package dev.flotsam.contracts.stream;

import dev.flotsam.contracts.fault.AbsorbPorts;
import dev.flotsam.triage.absorb.Position;
import java.util.Optional;

/** What the simulator tries: a use case, or a whole function that reads event documents. */
public interface Subject {

    /**
     * Absorbs a batch through the ports, as a process of its own.
     *
     * @return sequence number, unpadded, to deliver again from; empty when all is done
     */
    Optional<String> absorb(AbsorbPorts ports, Batch batch);

    /** The position the subject gives a record. */
    default Position positionOf(StreamRecord entry) {
        return Position.of(entry.shardId(), entry.sequenceNumber());
    }
}
