package dev.flotsam.memory.incident;

import dev.flotsam.memory.jetsam.JetsamEvent;
import dev.flotsam.memory.session.Build;
import dev.flotsam.memory.session.Run;
import dev.flotsam.memory.session.SessionRecord;
import dev.flotsam.memory.warning.MemoryWarning;
import dev.flotsam.report.ParsedReport;
import java.util.Objects;
import java.util.Optional;

/** Something that says how a run ended. All witnesses of one joining are of one installation. */
public sealed interface Witness {
    /** The caller's identifier of the report it came in: unique, and the tie-breaker where times don't decide. */
    String id();

    /**
     * The client's own record of a run.
     *
     * @param id the report's identifier
     * @param record the record
     */
    record Session(String id, SessionRecord record) implements Witness {
        public Session {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(record, "record");
        }
    }

    /**
     * A crash report.
     *
     * @param id the report's identifier
     * @param facts what joins it to a run
     */
    record Crash(String id, ReportFacts facts) implements Witness {
        public Crash {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(facts, "facts");
        }
    }

    /**
     * MetricKit's memoryException (iOS 27): out of memory, with a stack.
     *
     * @param id the report's identifier
     * @param facts what joins it to a run
     */
    record MemoryException(String id, ReportFacts facts) implements Witness {
        public MemoryException {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(facts, "facts");
        }
    }

    /**
     * A JetsamEvent of the device.
     *
     * @param id the report's identifier
     * @param event the event
     */
    record Jetsam(String id, JetsamEvent event) implements Witness {
        public Jetsam {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(event, "event");
        }
    }

    /**
     * An OOM warning of a run: a memory figure, no ending.
     *
     * @param id the report's identifier
     * @param warning the record
     */
    record Warning(String id, MemoryWarning warning) implements Witness {
        public Warning {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(warning, "warning");
        }
    }

    /**
     * What filled a run's memory, taken while it ran (allocation stacks, a memory portrait): no ending.
     *
     * @param id the report's identifier
     * @param run which run; last seen when the picture was taken
     * @param build what ran
     */
    record Picture(String id, Run run, Build build) implements Witness {
        public Picture {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(build, "build");
        }
    }

    /** A report as a witness, if it tells of an end: crashes and memory exceptions do; hangs, CPU and samples don't. */
    static Optional<Witness> of(String id, ParsedReport report) {
        return switch (report.kind()) {
            case CRASH -> Optional.of(new Crash(id, ReportFacts.of(report)));
            case MEMORY ->
                report.format() == ParsedReport.Format.METRICKIT
                        ? Optional.of(new MemoryException(id, ReportFacts.of(report)))
                        : Optional.empty();
            case HANG, CPU, WAKEUPS, DISK_WRITES, APP_LAUNCH, TERMINATION, USER_REPORTED, SAMPLE -> Optional.empty();
        };
    }
}
