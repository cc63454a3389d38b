package dev.flotsam.triage.decide;

import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.ReportId;
import dev.flotsam.triage.Text;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What tells a part of a cluster from the rest. It goes on holding for reports that come later. */
public sealed interface PartRule {
    /** Longest value of a rule, UTF-8 bytes. */
    int VALUE_BYTES = 600;

    /** Most reports one rule names. */
    int MOST_REPORTS = 100;

    /**
     * Whether a report belongs to the part.
     *
     * @param report as it is recorded
     * @param frames its blamed stack as the rules cleaned it
     */
    boolean holds(Occurrence report, List<String> frames);

    /** Whether {@link #holds} looks at the frames: they are read from the raw report. */
    default boolean needsFrames() {
        return false;
    }

    /** What the rule looks at: "version", "os", "device", "frame" or "reports". */
    String key();

    /** What it looks for. */
    String value();

    /** In words, behind the title of the cluster. */
    default String words() {
        return key() + " " + value();
    }

    /**
     * Reports of an app version: "5.2" covers "5.2 (1042)" and "5.2.1".
     *
     * @param value version, with or without its build
     */
    record Version(String value) implements PartRule {
        public Version {
            value = bounded("version", value);
        }

        @Override
        public String key() {
            return "version";
        }

        @Override
        public boolean holds(Occurrence report, List<String> frames) {
            return covers(value, report.facts().version());
        }
    }

    /**
     * Reports of an OS: "iOS 17" covers "iOS 17.2".
     *
     * @param value name and version
     */
    record Os(String value) implements PartRule {
        public Os {
            value = bounded("os", value);
        }

        @Override
        public String key() {
            return "os";
        }

        @Override
        public boolean holds(Occurrence report, List<String> frames) {
            return covers(value, report.facts().os());
        }
    }

    /**
     * Reports of a hardware model.
     *
     * @param value such as "iPhone15,4"
     */
    record Device(String value) implements PartRule {
        public Device {
            value = bounded("device", value);
        }

        @Override
        public String key() {
            return "device";
        }

        @Override
        public boolean holds(Occurrence report, List<String> frames) {
            return value.equals(report.facts().device());
        }
    }

    /**
     * Reports whose blamed stack holds a function.
     *
     * @param value its name as similarity and the explanation show it
     */
    record Frame(String value) implements PartRule {
        public Frame {
            value = bounded("frame", value);
        }

        @Override
        public String key() {
            return "frame";
        }

        @Override
        public boolean needsFrames() {
            return true;
        }

        @Override
        public boolean holds(Occurrence report, List<String> frames) {
            return frames.contains(value);
        }
    }

    /**
     * Chosen reports. Nothing that comes later belongs to them, but they stay apart whatever they are signed as.
     *
     * @param ids at most {@value PartRule#MOST_REPORTS}
     */
    record Reports(Set<ReportId> ids) implements PartRule {
        public Reports {
            ids = Set.copyOf(ids);
            if (ids.isEmpty() || ids.size() > MOST_REPORTS) {
                throw new IllegalArgumentException("reports: 1 to " + MOST_REPORTS + " ids, not " + ids.size());
            }
        }

        @Override
        public String key() {
            return "reports";
        }

        @Override
        public String value() {
            return new TreeSet<>(ids).stream().map(ReportId::value).collect(Collectors.joining(","));
        }

        @Override
        public String words() {
            return ids.size() + " chosen " + (ids.size() == 1 ? "report" : "reports");
        }

        @Override
        public boolean holds(Occurrence report, List<String> frames) {
            return ids.contains(report.id());
        }
    }

    /**
     * The rule of {@link #key} and {@link #value}.
     *
     * @throws IllegalArgumentException naming what is wrong
     */
    static PartRule of(String key, String value) {
        return switch (key) {
            case "version" -> new Version(value);
            case "os" -> new Os(value);
            case "device" -> new Device(value);
            case "frame" -> new Frame(value);
            case "reports" ->
                new Reports(
                        List.of(value.split(",")).stream().map(ReportId::new).collect(Collectors.toSet()));
            default ->
                throw new IllegalArgumentException(
                        "a part is told by version, os, device, frame or reports, not \"" + key + "\"");
        };
    }

    /** Whether {@code value} is {@code wanted} or a finer version of it: "5.2" covers "5.2", "5.2 (1042)", "5.2.1". */
    static boolean covers(String wanted, String value) {
        return value.equals(wanted) || value.startsWith(wanted + " ") || value.startsWith(wanted + ".");
    }

    private static String bounded(String key, String value) {
        String kept = Text.bound(value, VALUE_BYTES).strip();
        if (kept.isEmpty()) {
            throw new IllegalArgumentException(key + ": say which");
        }
        return kept;
    }
}
