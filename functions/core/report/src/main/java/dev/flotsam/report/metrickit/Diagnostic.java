package dev.flotsam.report.metrickit;

import dev.flotsam.report.ParsedReport.Format;
import dev.flotsam.report.ParsedReport.Frame;
import dev.flotsam.report.ParsedReport.Kind;
import dev.flotsam.report.ParsedReport.Os;
import dev.flotsam.report.ParsedReport.ReportThread;
import dev.flotsam.report.ReadResult;
import dev.flotsam.report.darwin.DarwinSignal;
import dev.flotsam.report.darwin.MachException;
import dev.flotsam.report.draft.Leftovers;
import dev.flotsam.report.draft.OsName;
import dev.flotsam.report.draft.ReportDraft;
import dev.flotsam.report.draft.TerminationWords;
import dev.flotsam.report.json.JsonDamage;
import dev.flotsam.report.json.JsonLiteral;
import dev.flotsam.report.json.JsonText;
import dev.flotsam.report.json.JsonValue;
import dev.flotsam.report.json.Numbers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** One diagnostic into a report. Facts are looked for in its meta data, in itself, and in iOS 27's environment. */
final class Diagnostic {
    /** 2001-01-01T00:00:00Z, where Foundation's dates start, in seconds since 1970. */
    private static final long FOUNDATION_EPOCH = 978_307_200;

    private static final Set<String> READ = Set.of(
            "platformArchitecture",
            "bundleIdentifier",
            "appVersion",
            "applicationVersion",
            "appBuildVersion",
            "applicationBuildVersion",
            "osVersion",
            "deviceType",
            "pid",
            "exceptionType",
            "exceptionCode",
            "signal",
            "terminationReason",
            "virtualMemoryRegionInfo",
            "objectiveCexceptionReason",
            "exceptionReason",
            "callStackTree",
            "diagnosticMetaData");

    private final JsonValue payload;
    private final JsonValue diagnostic;
    private final JsonValue meta;
    private final JsonValue environment;
    private final Optional<JsonDamage> damage;
    private final ReportDraft draft = new ReportDraft(Format.METRICKIT);

    /** @param diagnostic missing when the payload is a bare tree */
    Diagnostic(JsonValue payload, JsonValue diagnostic, Kind kind, Optional<JsonDamage> damage) {
        this.payload = payload;
        this.diagnostic = diagnostic;
        this.meta = diagnostic.get("diagnosticMetaData");
        this.environment = payload.get("environment");
        this.damage = damage;
        draft.kind = kind;
    }

    /** What a diagnostic cut out of its payload tells of, by the figures that only its kind has. */
    static Kind kindOf(JsonValue diagnostic) {
        JsonValue meta = diagnostic.get("diagnosticMetaData");
        if (meta.has("hangDuration")) {
            return Kind.HANG;
        }
        if (meta.has("totalCPUTime")) {
            return Kind.CPU;
        }
        if (meta.has("writesCaused")) {
            return Kind.DISK_WRITES;
        }
        if (meta.has("launchDuration")) {
            return Kind.APP_LAUNCH;
        }
        // A bare tree of merged stacks: only CPU and disk-write diagnostics have those.
        JsonValue tree = diagnostic.has("callStackTree") ? diagnostic.get("callStackTree") : diagnostic;
        return tree.truth("callStackPerThread").orElse(true) ? Kind.CRASH : Kind.CPU;
    }

    ReadResult read() {
        identity();
        exception();
        stacks(diagnostic.isPresent() ? diagnostic.get("callStackTree") : payload);
        Leftovers.keep(draft, "", meta, READ);
        Leftovers.keep(draft, "", diagnostic, READ);
        Leftovers.keep(draft, "environment.", environment, READ);
        damage.ifPresent(broken -> draft.keep("damage", broken.code() + " at " + broken.where()));
        return draft.hasFacts()
                ? new ReadResult.Parsed(draft.finish())
                : new ReadResult.Recognised(
                        "metrickit",
                        "a diagnostic without a call stack or an exception, kept but not triaged",
                        draft.finish().incident(),
                        draft.finish().app());
    }

    private JsonValue first(String... keys) {
        for (JsonValue source : List.of(meta, diagnostic, environment)) {
            JsonValue value = source.firstOf(keys);
            if (value.isPresent()) {
                return value;
            }
        }
        return JsonLiteral.MISSING;
    }

    private void identity() {
        draft.appId = first("bundleIdentifier").text();
        draft.appVersion = first("appVersion", "applicationVersion").text();
        draft.appBuild = first("appBuildVersion", "applicationBuildVersion").text();
        JsonValue os = first("osVersion");
        draft.os = os.has("number")
                ? new Os(OsName.modern(os.text("platform")), os.text("number"), os.text("buildNumber"))
                : OsName.parse(os.text());
        draft.model = first("deviceType").text();
        draft.architecture = first("platformArchitecture").text();
        draft.pid = first("pid").integer().orElse(-1);
        draft.captured = time(payload.get("timeStampEnd"))
                .or(() -> time(payload.get("timeStampBegin")))
                .or(() -> time(payload.at("timeRange", "start")));
    }

    /** Text, or seconds since 2001. */
    private Optional<Instant> time(JsonValue written) {
        if (written instanceof JsonText) {
            return draft.time(written.text());
        }
        return written.decimal().isPresent() && Math.abs(written.decimal().getAsDouble()) < 1e11
                ? Optional.of(Instant.ofEpochMilli(
                        FOUNDATION_EPOCH * 1_000 + Math.round(written.decimal().getAsDouble() * 1_000)))
                : Optional.empty();
    }

    private void exception() {
        draft.exceptionType =
                MachException.name(first("exceptionType").integer().orElse(0));
        draft.signal = DarwinSignal.name(first("signal").integer().orElse(0));
        OptionalLong code = first("exceptionCode").integer();
        String words = draft.exceptionType.equals("EXC_BAD_ACCESS") && code.isPresent()
                ? MachException.badAccessCode(code.getAsLong())
                : "";
        draft.codes = code.isPresent() && words.isEmpty() ? String.format("0x%016x", code.getAsLong()) : words;
        String region = first("virtualMemoryRegionInfo").text();
        draft.keep("VM Region Info", region);
        if (draft.exceptionType.equals("EXC_BAD_ACCESS")) {
            int blank = region.indexOf(' ');
            draft.address = ReportDraft.boxed(Numbers.integer(blank < 0 ? region : region.substring(0, blank)));
        }
        JsonValue thrown = first("objectiveCexceptionReason", "exceptionReason");
        draft.exceptionName = thrown.text("exceptionName");
        draft.exceptionReason = thrown.text("composedMessage");
        Leftovers.keep(draft, "exceptionReason.", thrown, Set.of("exceptionName", "composedMessage"));
        String reason = first("terminationReason").text();
        if (!reason.isBlank()) {
            draft.termination = Optional.of(TerminationWords.parse(reason));
        }
    }

    private void stacks(JsonValue written) {
        CallStackTree tree = new CallStackTree(written);
        MetricKitImages images = new MetricKitImages(written.get("binaryInfo"), draft.architecture);
        List<JsonValue> stacks = tree.stacks();
        long blamed = blamed(tree, stacks);
        for (int number = 0; number < stacks.size(); number++) {
            List<Frame> frames = new ArrayList<>();
            for (JsonValue frame : tree.frames(stacks.get(number))) {
                frames.add(images.frame(frame));
            }
            draft.threads.add(new ReportThread(number, "", "", number == blamed, frames, Map.of()));
        }
        draft.images = images.images();
        if (!tree.isPerThread()) {
            draft.keep("callStackTree", JsonText.write(written));
        }
    }

    /** The attributed stack; where none is, the one with the most samples. */
    private static long blamed(CallStackTree tree, List<JsonValue> stacks) {
        long blamed = stacks.isEmpty() ? -1 : 0;
        long most = -1;
        for (int number = 0; number < stacks.size(); number++) {
            if (stacks.get(number).truth("threadAttributed").orElse(false)) {
                return number;
            }
            long samples = tree.samples(stacks.get(number));
            if (samples > most) {
                most = samples;
                blamed = number;
            }
        }
        return blamed;
    }
}
