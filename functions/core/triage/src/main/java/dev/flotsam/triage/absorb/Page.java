package dev.flotsam.triage.absorb;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.ReportId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Part of the list of a cluster's reports: what one batch brought. Batches are cut anew when deliveries repeat, so pages
 * overlap; {@code (lane, sequence)} tells entries apart.
 *
 * @param list whose reports it lists
 * @param lane whose positions
 * @param entries in stream order, at least one
 * @param expires when the page is dropped
 */
public record Page(Listing list, String lane, List<Entry> entries, Instant expires) {
    public Page {
        entries = List.copyOf(entries);
    }

    /** The page of {@code steps}, which are of one lane. */
    static Page of(Listing list, List<Step> steps) {
        List<Entry> entries = steps.stream().map(Entry::of).toList();
        Instant expires = steps.stream()
                .map(step -> step.report().expires())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Page(list, steps.getFirst().position().lane(), entries, expires);
    }

    /** When its first report was uploaded: pages are read newest first. */
    public Instant uploaded() {
        return entries.getFirst().uploaded();
    }

    /** What a list holds. */
    public sealed interface Listing {
        /** The reports of one cluster. */
        record OfCluster(ClusterId cluster) implements Listing {}

        /** Reports that were not triaged. */
        record OfState(State state) implements Listing {}
    }

    /** States whose reports are listed apart from clusters. */
    public enum State {
        /** The report can't be read. */
        REJECTED,
        /** A bug of ours kept it from being triaged. */
        FAILED,
        /** Known, kept and not triaged. */
        RECOGNISED;

        /** Reads "rejected", "failed" or "recognised". */
        public static State parse(String word) {
            for (State state : values()) {
                if (state.name().toLowerCase(Locale.ROOT).equals(word)) {
                    return state;
                }
            }
            throw new IllegalArgumentException("state is rejected, failed or recognised, not \"" + word + "\"");
        }

        /** The state of a report without a cluster; empty for one that has one. */
        public static Optional<State> of(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Triaged ignored -> Optional.empty();
                case Outcome.Recognised ignored -> Optional.of(RECOGNISED);
                case Outcome.Rejected rejected -> Optional.of(rejected.isOurs() ? FAILED : REJECTED);
            };
        }
    }

    /**
     * A report joined or left the list.
     *
     * @param sequence where the stream says so, 40 digits
     * @param sign +1 joined, −1 left
     * @param report which
     * @param day it counts on
     * @param uploaded when its object was stored
     */
    public record Entry(String sequence, int sign, ReportId report, LocalDate day, Instant uploaded) {
        private static Entry of(Step step) {
            Occurrence report = step.report();
            return new Entry(
                    step.position().sequence(),
                    step.sign(),
                    report.id(),
                    report.day(),
                    report.source().uploaded());
        }
    }
}
