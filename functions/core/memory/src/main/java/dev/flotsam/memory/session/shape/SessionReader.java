package dev.flotsam.memory.session.shape;

import dev.flotsam.memory.Reading;
import dev.flotsam.memory.Rejection;
import dev.flotsam.memory.session.ClientShape;
import dev.flotsam.memory.session.SessionRecord;
import dev.flotsam.report.json.JsonObject;
import dev.flotsam.report.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A session record of any client, as a JSON tree, becomes a {@link SessionRecord}.
 *
 * <p>Any client's record may carry our own members in an object "flotsam" beside its own: the run, the installation,
 * what the next launch found unchanged, memory figures. They win over what the client says.
 */
public final class SessionReader {
    private static final String ROOT = "$";

    private SessionReader() {}

    private record Adapter(ClientShape shape, Predicate<JsonValue> recognises, Function<Fields, Draft> read) {}

    /** Ordered: shapes that name themselves come before those told by their flags. */
    private static final List<Adapter> ADAPTERS = List.of(
            new Adapter(ClientShape.FLOTSAM, FlotsamSession::recognises, FlotsamSession::read),
            new Adapter(
                    ClientShape.KSCRASH_MEMORY_TERMINATION,
                    KscrashReports::recognisesMemory,
                    KscrashReports::readMemory),
            new Adapter(
                    ClientShape.KSCRASH_TERMINATION,
                    KscrashReports::recognisesTermination,
                    KscrashReports::readTermination),
            new Adapter(ClientShape.KSCRASH_RUN_SUMMARY, KscrashFiles::recognisesSummary, KscrashFiles::readSummary),
            new Adapter(ClientShape.OOM_DETECTOR_UPLOAD, FoomDict::recognisesUpload, FoomDict::readUpload),
            new Adapter(ClientShape.OOM_DETECTOR, FoomDict::recognises, FoomDict::read),
            new Adapter(ClientShape.MATRIX, MatrixRebootInfo::recognises, MatrixRebootInfo::read),
            new Adapter(ClientShape.BUGSNAG, BugsnagRunContext::recognises, BugsnagRunContext::read),
            new Adapter(ClientShape.SENTRY, SentryAppState::recognises, SentryAppState::read),
            new Adapter(ClientShape.DATADOG, SmallStates::recognisesDatadog, SmallStates::readDatadog),
            new Adapter(ClientShape.ROLLBAR, SmallStates::recognisesRollbar, SmallStates::readRollbar),
            new Adapter(ClientShape.BACKTRACE, SmallStates::recognisesBacktrace, SmallStates::readBacktrace),
            new Adapter(ClientShape.BITDRIFT, SmallStates::recognisesBitdrift, SmallStates::readBitdrift),
            new Adapter(ClientShape.UBER, SmallStates::recognisesUber, SmallStates::readUber),
            new Adapter(ClientShape.KSCRASH_MEMORY_FILE, KscrashFiles::recognisesMemory, KscrashFiles::readMemory));

    /** Whose session record a document is, if it is one. */
    public static Optional<ClientShape> recognise(JsonValue document) {
        return adapter(document).map(Adapter::shape);
    }

    /** Reads one record. */
    public static Reading<SessionRecord> read(JsonValue document) {
        Optional<Adapter> adapter = adapter(document);
        if (adapter.isEmpty()) {
            return Reading.refused("not-a-session", ROOT, "the members are those of no client's session record");
        }
        try {
            Draft draft = adapter.get().read().apply(new Fields(document, ROOT));
            if (document.get("flotsam") instanceof JsonObject ours) {
                FlotsamSession.add(new Fields(ours, ROOT + ".flotsam"), draft);
            }
            return new Reading.Read<>(draft.record());
        } catch (WrongType malformed) {
            return new Reading.Refused<>(new Rejection("wrong-type", malformed.where(), malformed.getMessage()));
        }
    }

    private static Optional<Adapter> adapter(JsonValue document) {
        return ADAPTERS.stream()
                .filter(adapter -> adapter.recognises().test(document))
                .findFirst();
    }
}
