package dev.flotsam.contracts.fake;

import dev.flotsam.memory.session.KnownLimits;
import dev.flotsam.symbols.SymbolSource;
import dev.flotsam.triage.decide.KeepApart;
import dev.flotsam.triage.examine.Examiner;
import dev.flotsam.triage.ingest.IngestUpload;
import dev.flotsam.triage.ingest.Keepsakes;
import java.time.Duration;

/** The use case over what is kept in memory: built-in rules, no symbols, nothing set apart, nothing learned. */
public final class FakeIngest {
    /** How long its reports are kept. */
    public static final Duration RETENTION = Duration.ofDays(90);

    private FakeIngest() {}

    /** Records reports of {@code objects} in {@code occurrences}. */
    public static IngestUpload of(FakeRawObjects objects, FakeOccurrences occurrences) {
        return of(objects, occurrences, new FakeTrails());
    }

    /** The same, joining what is in {@code trails}. */
    public static IngestUpload of(FakeRawObjects objects, FakeOccurrences occurrences, FakeTrails trails) {
        return new IngestUpload(
                objects,
                Examiner.withBuiltInRules(SymbolSource.EMPTY),
                trails.followedBy(occurrences, KnownLimits.NONE),
                KeepApart.nothing(),
                Keepsakes.none(),
                RETENTION);
    }
}
