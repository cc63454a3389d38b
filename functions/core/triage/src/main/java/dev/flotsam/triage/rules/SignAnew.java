package dev.flotsam.triage.rules;

import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.Occurrence.Source;
import dev.flotsam.triage.Occurrences;
import dev.flotsam.triage.ReportId;
import dev.flotsam.triage.absorb.Pages;
import dev.flotsam.triage.examine.VerdictSigner;
import dev.flotsam.triage.ingest.ReadAgain;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reports of a page of a cluster, signed again by other rules. Verdicts on ends without a stack are none of these rules'. */
final class SignAnew {
    private final Occurrences occurrences;
    private final ReadAgain readAgain;

    SignAnew(Occurrences occurrences, ReadAgain readAgain) {
        this.occurrences = occurrences;
        this.readAgain = readAgain;
    }

    /** The reports that some pages list and that rules of stacks signed, as they stand. */
    Collection<Occurrence> listed(Pages.Slice slice) {
        return occurrences.findAll(slice.reports()).values().stream()
                .filter(report ->
                        report.outcome() instanceof Outcome.Triaged triaged && !VerdictSigner.made(triaged.ruleset()))
                .toList();
    }

    /** What reports come to; those whose raw bytes are gone are left out. */
    Map<Occurrence, Outcome.Triaged> outcomes(List<Occurrence> reports) {
        Map<List<String>, List<Occurrence>> byObject = new LinkedHashMap<>();
        reports.forEach(report -> byObject.computeIfAbsent(object(report.source()), key -> new ArrayList<>())
                .add(report));
        Map<Occurrence, Outcome.Triaged> signed = new HashMap<>();
        for (List<Occurrence> ofOneObject : byObject.values()) {
            Map<ReportId, Outcome> outcomes = readAgain.outcomes(ofOneObject).orElse(Map.of());
            for (Occurrence report : ofOneObject) {
                if (outcomes.get(report.id()) instanceof Outcome.Triaged triaged) {
                    signed.put(report, triaged);
                }
            }
        }
        return signed;
    }

    private static List<String> object(Source source) {
        return List.of(source.key(), source.version());
    }
}
