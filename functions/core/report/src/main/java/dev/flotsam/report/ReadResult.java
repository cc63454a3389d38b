package dev.flotsam.report;

import dev.flotsam.report.json.JsonValue;
import java.util.Objects;

/** What one report's bytes turned out to be. Bad input is a value here, never an exception. */
public sealed interface ReadResult {

    /**
     * A report with facts to triage.
     *
     * @param report the facts
     */
    record Parsed(ParsedReport report) implements ReadResult {
        public Parsed {
            Objects.requireNonNull(report, "report");
        }
    }

    /**
     * A known diagnostic that is kept and summarised but has no stack to sign.
     *
     * @param format what it is, such as "ips-211"
     * @param summary in words: what, who, limit, why
     * @param incident which event, and when
     * @param app the process it is about
     */
    record Recognised(String format, String summary, ParsedReport.Incident incident, ParsedReport.App app)
            implements ReadResult {}

    /**
     * Bytes that can't be read as a report.
     *
     * @param code a stable word, such as "not-a-report"
     * @param where line, byte offset or JSON path
     * @param message what is wrong and what to do, with the offending value shortened
     */
    record Rejected(String code, String where, String message) implements ReadResult {}

    /**
     * A memory-side document: core/memory reads it on. Its bytes are the upload's content.
     *
     * @param kind which
     * @param header the first document of a two-document file (a JetsamEvent's header line); missing otherwise
     * @param body the document; of a cut file what could be read; missing when the format isn't JSON
     */
    record ForMemory(MemoryKind kind, JsonValue header, JsonValue body) implements ReadResult {
        public ForMemory {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(header, "header");
            Objects.requireNonNull(body, "body");
        }
    }

    /** What core/memory reads. */
    enum MemoryKind {
        /** JetsamEvent, bug type 298 (or 211 with processes): header and body. */
        JETSAM_EVENT,
        /** A client's session or run record (see session-shapes in docs/formats.md). */
        SESSION_RECORD,
        /** An OOM warning record: highest memory of a run and the threshold it crossed, as JSON. */
        MEMORY_RECORD,
        /** A property list, XML or binary: an OOM warning record or a session record. Not JSON: read the content. */
        PROPERTY_LIST,
        /** MXMetricPayload or an iOS 27 MetricReport: exit counts. */
        EXIT_METRICS,
        /** Stacks of large allocations with an image list, as JSON. */
        ALLOCATION_STACKS,
        /** VM regions and heap nodes with references, as JSON. */
        MEMORY_PORTRAIT,
        /** "Found VM Region: …" lines. Not JSON: read the content. */
        VM_SCAN_LOG
    }

    /**
     * Debug symbols under the wrong prefix: index-symbols takes the whole upload.
     *
     * @param kind which
     */
    record SymbolUpload(SymbolKind kind) implements ReadResult {
        public SymbolUpload {
            Objects.requireNonNull(kind, "kind");
        }
    }

    /** How debug symbols come. */
    enum SymbolKind {
        MACH_O,
        DSYM_ARCHIVE,
        XCARCHIVE
    }
}
