package dev.flotsam.triage;

import dev.flotsam.signature.Signature;
import dev.flotsam.symbols.Arch;
import dev.flotsam.symbols.ImageId;
import dev.flotsam.triage.health.Run;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One report that Flotsam has seen: the record that claims it, and all that counting needs.
 *
 * <p>It is small on purpose (one write unit, 1 KB): threads, images and explanations stay in the raw object and are
 * computed again when asked for.
 *
 * @param id which event
 * @param content SHA-256 of the report's own bytes, hex: tells a repeat from a variant
 * @param source where the raw bytes lie
 * @param app bundle identifier, or process name where the report names no bundle; empty if unknown
 * @param facts what cluster breakdowns are counted by
 * @param outcome what triage made of it
 * @param day the day it is counted on
 * @param revision starts at 1; every later change is conditional on it
 * @param cause why this revision was written
 * @param expires when the record, its raw object and its day's counters are dropped
 */
public record Occurrence(
        ReportId id,
        String content,
        Source source,
        String app,
        Facts facts,
        Outcome outcome,
        LocalDate day,
        long revision,
        Cause cause,
        Instant expires) {

    /** Longest bundle identifier or process name kept, UTF-8 bytes. */
    public static final int APP_BYTES = 155;

    /** Longest title kept, UTF-8 bytes. */
    public static final int TITLE_BYTES = 255;

    /** Most missing images kept: more of them never tell more about who waits. */
    public static final int MISSING_IMAGES = 4;

    public Occurrence {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(expires, "expires");
        app = Text.bound(app, APP_BYTES);
        if (revision < 1) {
            throw new IllegalArgumentException("revisions start at 1, not " + revision);
        }
    }

    /** Whether its signature would be better with this image's symbols. */
    public boolean waitsFor(ImageId image) {
        return outcome instanceof Outcome.Triaged triaged
                && triaged.missing().stream()
                        .anyMatch(missing -> missing.id().filter(image::equals).isPresent());
    }

    /** The cluster this report counts in, if it was triaged into one. */
    public Optional<ClusterId> cluster() {
        return outcome instanceof Outcome.Triaged triaged ? Optional.of(triaged.cluster()) : Optional.empty();
    }

    /**
     * The day a report counts on: its capture day when that lies within 30 days before and one day after the upload,
     * else the upload day. A wrong clock on a device must not write into last year.
     */
    public static LocalDate countingDay(Optional<Instant> captured, Instant uploaded) {
        LocalDate uploadDay = uploaded.atZone(ZoneOffset.UTC).toLocalDate();
        return captured.map(instant -> instant.atZone(ZoneOffset.UTC).toLocalDate())
                .filter(day -> !day.isBefore(uploadDay.minusDays(30)) && !day.isAfter(uploadDay.plusDays(1)))
                .orElse(uploadDay);
    }

    /** This report with another outcome, before it is claimed. */
    public Occurrence with(Outcome newOutcome) {
        return new Occurrence(id, content, source, app, facts, newOutcome, day, revision, cause, expires);
    }

    /** This report with another outcome, one revision later. */
    public Occurrence revised(Outcome newOutcome, Cause newCause) {
        return new Occurrence(id, content, source, app, facts, newOutcome, day, revision + 1, newCause, expires);
    }

    /**
     * This report in another cluster than its signature's, because people said so; the revision stays. A report without
     * a signature is in none.
     */
    public Occurrence in(ClusterId cluster, String title) {
        if (!(outcome instanceof Outcome.Triaged signed)) {
            return this;
        }
        Outcome there = new Outcome.Triaged(
                cluster,
                signed.signature(),
                signed.ruleset(),
                signed.kind(),
                title,
                signed.unstable(),
                signed.missing());
        return new Occurrence(id, content, source, app, facts, there, day, revision, cause, expires);
    }

    /** Why a revision was written. */
    public enum Cause {
        INGEST,
        HEAL,
        RESIGN,
        SPLIT,
        REPLAY,
        ERASE,
        /** Another report of the same end moved this one, or took its place. */
        JOIN,
        /** Another report of the same end showed that this one is worth counting, which it wasn't before. */
        REVEAL;

        /**
         * Whether a cluster founded by such a revision is news to people. An end that only several reports together
         * reveal is news as much as one that a report tells alone: which of them came last must make no difference. A
         * report that moves was told of before.
         */
        public boolean isNews() {
            return this == INGEST || this == REVEAL;
        }
    }

    /**
     * Where the raw bytes lie.
     *
     * @param key object key in the bucket
     * @param version object version, empty where the bucket has none
     * @param place which report of the upload, empty for the only one
     * @param uploaded when the object was stored
     */
    public record Source(String key, String version, String place, Instant uploaded) {}

    /**
     * What a cluster is broken down by.
     *
     * @param version marketing version and build, such as "5.2 (1042)"
     * @param os such as "iOS 17.2"
     * @param device hardware model
     * @param installation hash of app and installation key, 16 hex digits; empty if unknown
     * @param captured when it happened
     * @param run what it adds to the health of the app's version, if it tells of runs
     */
    public record Facts(
            String version,
            String os,
            String device,
            String installation,
            Optional<Instant> captured,
            Optional<Run> run) {
        /** Longest value kept of each, UTF-8 bytes. */
        public static final int VALUE_BYTES = 64;

        public Facts {
            version = Text.bound(version, VALUE_BYTES);
            os = Text.bound(os, VALUE_BYTES);
            device = Text.bound(device, VALUE_BYTES);
        }

        /** Facts of a report that tells of no run. */
        public Facts(String version, String os, String device, String installation, Optional<Instant> captured) {
            this(version, os, device, installation, captured, Optional.empty());
        }

        /** These facts, of a report that tells of a run. */
        public Facts with(Optional<Run> told) {
            return new Facts(version, os, device, installation, captured, told);
        }
    }

    /** What triage made of a report. */
    public sealed interface Outcome {
        /**
         * Signed and counted.
         *
         * @param cluster where it counts
         * @param signature signature id within its ruleset
         * @param ruleset version of the rules that signed it
         * @param kind exception family or verdict, such as "bad-access" or "foom-limit"
         * @param title readable signature
         * @param unstable the signature rests on an address and changes when symbols arrive
         * @param missing images whose symbols would improve it
         */
        record Triaged(
                ClusterId cluster,
                String signature,
                String ruleset,
                String kind,
                String title,
                boolean unstable,
                List<MissingImage> missing)
                implements Outcome {
            public Triaged {
                title = Text.bound(title, TITLE_BYTES);
                missing = List.copyOf(missing.size() > MISSING_IMAGES ? missing.subList(0, MISSING_IMAGES) : missing);
            }

            /** A report of {@code app} in the cluster that its signature names. */
            public static Triaged of(String app, Signature signature, List<MissingImage> missing) {
                return new Triaged(
                        ClusterId.of(app, signature.id()),
                        signature.id(),
                        signature.ruleset(),
                        signature.kind(),
                        signature.title(),
                        signature.unstable(),
                        missing);
            }
        }

        /**
         * Known, kept and not triaged.
         *
         * @param format what it is
         * @param summary in words
         */
        record Recognised(String format, String summary) implements Outcome {
            public Recognised {
                summary = Text.bound(summary, TITLE_BYTES);
            }
        }

        /**
         * Not readable as a report; kept in the bucket and replayable.
         *
         * @param code stable word
         * @param where line, byte offset or JSON path
         * @param message what is wrong and what to do
         */
        record Rejected(String code, String where, String message) implements Outcome {
            /** The code of reports that a bug of ours kept from being triaged. */
            public static final String INTERNAL_ERROR = "internal-error";

            public Rejected {
                where = Text.bound(where, 120);
                message = Text.bound(message, 400);
            }

            /** Whether it is our fault, not the report's. */
            public boolean isOurs() {
                return code.equals(INTERNAL_ERROR);
            }
        }
    }

    /**
     * An image of the crashed stack that no stored symbols cover.
     *
     * @param uuid LC_UUID, upper case with dashes
     * @param architecture such as "arm64"
     * @param name image name
     * @param hidden 0 where its symbols are not here; where they are, how many of its names bitcode hides in them
     */
    public record MissingImage(String uuid, String architecture, String name, int hidden) {
        /** An image whose symbols are not here. */
        public MissingImage(String uuid, String architecture, String name) {
            this(uuid, architecture, name, 0);
        }

        /** What its symbols are stored under; empty where the report's words name no image. */
        public Optional<ImageId> id() {
            return ImageId.parseUuid(uuid)
                    .flatMap(id -> Arch.parse(architecture).map(arch -> new ImageId(id, arch)));
        }
    }
}
