package dev.flotsam.triage.health;

import dev.flotsam.memory.rates.SessionCounts;
import dev.flotsam.memory.session.MemoryFacts.Sample;
import dev.flotsam.memory.session.SessionRecord;
import dev.flotsam.memory.session.SessionRecord.Part;
import dev.flotsam.triage.examine.Finding;
import dev.flotsam.triage.health.Run.Kind;
import java.util.Optional;
import java.util.OptionalInt;

/** What findings add to health. */
public final class RunOf {
    private static final int PER_MILLE = 1_000;

    private RunOf() {}

    /** A session's; empty for a record of a start, whose end counts it. */
    public static Optional<Run> session(Finding.Session session) {
        SessionRecord record = session.record();
        if (record.part() == Part.START) {
            return Optional.empty();
        }
        long sessions = SessionCounts.of(record, session.verdict()).sessions();
        return Optional.of(new Run(Kind.SESSION, clamped(sessions), share(record, session.limit()), 0, 0));
    }

    /** A warning's; empty where no limit says what its figure means. */
    public static Optional<Run> warning(Finding.Warning warning) {
        return warning.limit()
                .map(limit -> new Run(
                        Kind.WARNING,
                        0,
                        OptionalInt.of(perMille(warning.warning().highest(), limit)),
                        0,
                        0));
    }

    /** A day's exit counts. */
    public static Run exits(Finding.Exits exits) {
        return new Run(
                Kind.EXITS,
                0,
                OptionalInt.empty(),
                clamped(exits.metrics().foregroundExits()),
                clamped(exits.metrics().foregroundMemoryLimit()));
    }

    /** The highest memory that is told, not the last; resident size compares with no limit. */
    private static OptionalInt share(SessionRecord record, Optional<Long> limit) {
        if (record.memory().resident()) {
            return OptionalInt.empty();
        }
        long highest = record.memory().series().stream()
                .mapToLong(Sample::bytes)
                .reduce(record.memory().footprint().orElse(-1L), Math::max);
        return highest < 0 || limit.isEmpty() || limit.get() <= 0
                ? OptionalInt.empty()
                : OptionalInt.of(perMille(highest, limit.get()));
    }

    private static int perMille(long bytes, long limit) {
        return (int) Math.min(Run.MOST_SHARE, Math.round((double) bytes / limit * PER_MILLE));
    }

    private static int clamped(long count) {
        return Math.clamp(count, 0, Run.MOST);
    }
}
