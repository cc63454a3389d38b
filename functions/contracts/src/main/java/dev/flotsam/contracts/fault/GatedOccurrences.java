package dev.flotsam.contracts.fault;

import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrences;
import dev.flotsam.triage.ReportId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Occurrences behind a gate.
 *
 * @param inner where they are
 * @param gate before every call
 */
public record GatedOccurrences(Occurrences inner, Gate gate) implements Occurrences {
    @Override
    public Claim claim(Occurrence occurrence) {
        return gate.call("occurrences.claim", () -> inner.claim(occurrence));
    }

    @Override
    public Optional<Occurrence> find(ReportId id) {
        return gate.call("occurrences.find", () -> inner.find(id));
    }

    @Override
    public Map<ReportId, Occurrence> findAll(Collection<ReportId> ids) {
        return gate.call("occurrences.findAll", () -> inner.findAll(ids));
    }

    @Override
    public List<Occurrence> variants(ReportId id) {
        return gate.call("occurrences.variants", () -> inner.variants(id));
    }

    @Override
    public boolean revise(Occurrence revised) {
        return gate.call("occurrences.revise", () -> inner.revise(revised));
    }
}
