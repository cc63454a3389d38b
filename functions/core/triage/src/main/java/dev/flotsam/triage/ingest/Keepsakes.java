package dev.flotsam.triage.ingest;

import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.examine.Finding;
import java.util.List;

/** What is kept of a report besides its records, such as what it teaches. Written before the records are claimed. */
@FunctionalInterface
public interface Keepsakes {

    /**
     * Keeps it. Deliveries repeat and stop half-way: keeping the same again changes nothing.
     *
     * @param finding what the report means
     * @param records the records it makes, at least one
     * @throws dev.flotsam.triage.Fault if storage fails; the whole upload comes again then
     */
    void keep(Finding finding, List<Occurrence> records);

    /** Nothing but records. */
    static Keepsakes none() {
        return (finding, records) -> {};
    }
}
