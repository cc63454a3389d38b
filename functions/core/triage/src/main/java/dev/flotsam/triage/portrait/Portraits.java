package dev.flotsam.triage.portrait;

import dev.flotsam.triage.ReportId;
import java.util.Optional;

/** What analysed portraits answer, one JSON object each as docs/formats/portrait.md lists it; at most some 2 MB. */
public interface Portraits {
    /** The format of reports that are portraits. */
    String FORMAT = "memory-portrait";

    /** Keeps an answer; the same again changes nothing. */
    void put(ReportId report, String json);

    /** The answer, empty where none is kept. */
    Optional<String> find(ReportId report);
}
