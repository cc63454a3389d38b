package dev.flotsam.contracts.stream;

import dev.flotsam.contracts.fake.FakeOccurrences.Written;
import dev.flotsam.contracts.fault.AbsorbPorts;
import dev.flotsam.triage.absorb.AbsorbChanges;
import dev.flotsam.triage.absorb.Change;
import dev.flotsam.triage.absorb.Position;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The use case itself, with its parts exchangeable so that a test can break one.
 *
 * @param positions the position of a record
 * @param useCases the use case over ports
 */
public record UseCaseSubject(Function<StreamRecord, Position> positions, Function<AbsorbPorts, AbsorbChanges> useCases)
        implements Subject {

    /** As it runs in production. */
    public static UseCaseSubject sound() {
        return new UseCaseSubject(
                entry -> Position.of(entry.shardId(), entry.sequenceNumber()), AbsorbPorts::absorbChanges);
    }

    @Override
    public Optional<String> absorb(AbsorbPorts ports, Batch batch) {
        List<Change> changes = batch.records().stream().map(this::change).toList();
        return useCases.apply(ports)
                .absorb(changes)
                .map(setback -> batch.records().stream()
                        .filter(entry -> positionOf(entry).equals(setback.from()))
                        .map(StreamRecord::sequenceNumber)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("a setback at a position of no record: " + setback)));
    }

    @Override
    public Position positionOf(StreamRecord entry) {
        return positions.apply(entry);
    }

    private Change change(StreamRecord entry) {
        Position at = positionOf(entry);
        if (entry.poisoned()) {
            return new Change.Unreadable(
                    at,
                    "attribute \"day\" is missing or no text",
                    "INSERT " + entry.written().id());
        }
        return switch (entry.written()) {
            case Written.Inserted(var after) -> new Change.Appeared(at, after);
            case Written.Replaced(var before, var after) -> new Change.Revised(at, before, after);
            case Written.Removed(var before, boolean expired) -> new Change.Removed(at, before, expired);
            case Written.VariantKept ignored -> new Change.Uncounted(at);
        };
    }
}
