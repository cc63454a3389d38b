package dev.flotsam.triage.ingest;

import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.ReportId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recorded reports read again from their raw bytes, an object at a time: a batch of a hundred is opened once. */
public interface ReadAgain {

    /**
     * What reports come to by today's symbols and rules. Ends that records count are told by all reports of theirs, as
     * far as their trails are kept.
     *
     * @param ofOneObject reports of one object and version
     * @return by report; what can't be found in the object any more is left out. Empty where the object is gone
     * @throws dev.flotsam.triage.Fault when storage fails
     */
    Optional<Map<ReportId, Outcome>> outcomes(List<Occurrence> ofOneObject);
}
