package dev.flotsam.report.ips;

import dev.flotsam.report.ParsedReport.ReportThread;
import dev.flotsam.report.ParsedReport.Termination;
import dev.flotsam.report.draft.Architecture;
import dev.flotsam.report.draft.ImageMap;
import dev.flotsam.report.draft.Leftovers;
import dev.flotsam.report.draft.OsName;
import dev.flotsam.report.draft.ReportDraft;
import dev.flotsam.report.draft.ResourceKind;
import dev.flotsam.report.draft.Uuids;
import dev.flotsam.report.json.JsonMember;
import dev.flotsam.report.json.JsonText;
import dev.flotsam.report.json.JsonValue;
import dev.flotsam.report.text.AppleTextReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The body of a crash (309, 308) into a draft. Other writers imitate it with other spellings ("bundleId",
 * "appVersion", a single document without a header line): those are read too.
 */
final class CrashBody {
    private static final Set<String> HEADER_KEYS = Set.of(
            "app_name",
            "name",
            "timestamp",
            "app_version",
            "build_version",
            "bundleID",
            "os_version",
            "incident_id",
            "platform");
    private static final Set<String> KEYS = Set.of(
            "incident",
            "incident_id",
            "captureTime",
            "timestamp",
            "procLaunch",
            "crashReporterKey",
            "bundleInfo",
            "bundleID",
            "bundleId",
            "bundleVersion",
            "appVersion",
            "app",
            "osVersion",
            "modelCode",
            "cpuType",
            "procName",
            "pid",
            "procPath",
            "parentProc",
            "procRole",
            "translated",
            "isCorpse",
            "exception",
            "termination",
            "asi",
            "asiBacktraces",
            "exceptionReason",
            "faultingThread",
            "threads",
            "lastExceptionBacktrace",
            "usedImages",
            "vmSummary",
            "vmRegionInfo",
            "legacyInfo");

    private final JsonValue header;
    private final JsonValue body;
    private final ReportDraft draft;
    private final IpsImages images;

    CrashBody(JsonValue header, JsonValue body, ReportDraft draft) {
        this.header = header;
        this.body = body;
        this.draft = draft;
        this.images = new IpsImages(body.get("usedImages"));
    }

    void read() {
        draft.images = images.images();
        identity();
        process();
        exception();
        termination();
        applicationInfo();
        threads();
        draft.lastException = images.frames(body.get("lastExceptionBacktrace"));
        if (draft.lastException.isEmpty()) {
            backtraceOfText();
        }
        draft.vmSummary = body.text("vmSummary").strip();
        draft.keep("VM Region Info", body.text("vmRegionInfo"));
        Leftovers.keep(draft, "header.", header, HEADER_KEYS);
        Leftovers.keep(draft, "", body, KEYS);
    }

    private void identity() {
        draft.incidentId =
                Uuids.ofIncident(firstText(body, "incident", "incident_id").orElse(header.text("incident_id")));
        draft.captured = draft.time(body.text("captureTime"))
                .or(() -> draft.time(header.text("timestamp")))
                .or(() -> draft.time(body.text("timestamp")));
        draft.launched = draft.time(body.text("procLaunch"));
        draft.installation = body.text("crashReporterKey");
        JsonValue bundle = body.get("bundleInfo");
        draft.appId = firstText(bundle, "CFBundleIdentifier")
                .or(() -> firstText(header, "bundleID"))
                .or(() -> firstText(body, "bundleID", "bundleId"))
                .orElse("");
        draft.appName = firstText(header, "app_name", "name")
                .or(() -> firstText(body, "app"))
                .orElse("");
        draft.appVersion = firstText(bundle, "CFBundleShortVersionString")
                .or(() -> firstText(header, "app_version"))
                .or(() -> firstText(body, "appVersion", "bundleVersion"))
                .orElse("");
        draft.appBuild = firstText(bundle, "CFBundleVersion")
                .or(() -> firstText(header, "build_version"))
                .orElse("");
        JsonValue os = body.get("osVersion");
        String train = firstText(os, "train").orElse(os.text());
        String said = train.isEmpty() ? header.text("os_version") : train;
        draft.os = OsName.parse(os.text("build").isEmpty() ? said : said + " (" + os.text("build") + ")");
        draft.model = body.text("modelCode");
        draft.architecture = Architecture.ofWords(body.text("cpuType"));
    }

    private void process() {
        draft.processName = firstText(body, "procName", "app")
                .or(() -> firstText(header, "app_name"))
                .orElse("");
        draft.pid = body.integer("pid").orElse(-1);
        draft.path = body.text("procPath");
        draft.parent = body.text("parentProc");
        draft.role = body.text("procRole");
        draft.translated = body.truth("translated").orElse(false);
        draft.simulator = OsName.isSimulatorPlatform(header.integer("platform").orElse(0));
    }

    private void exception() {
        JsonValue exception = body.get("exception");
        draft.exceptionType = exception.text("type");
        draft.signal = exception.text("signal");
        draft.codes = exception.text("codes");
        draft.subtype = exception.text("subtype");
        draft.note = body.truth("isCorpse").orElse(false) ? "EXC_CORPSE_NOTIFY" : "";
        JsonValue thrown = body.get("exceptionReason");
        draft.exceptionName = thrown.text("name");
        draft.exceptionReason = thrown.text("composed_message");
        draft.kind = ResourceKind.of(draft.exceptionType, draft.subtype + " " + exception.text("message"));
        Leftovers.keep(draft, "exception.", exception, Set.of("type", "signal", "codes", "subtype"));
        Leftovers.keep(draft, "exceptionReason.", thrown, Set.of("name", "composed_message"));
    }

    private void termination() {
        JsonValue termination = body.get("termination");
        if (termination.size() == 0) {
            return;
        }
        List<String> reasons = new ArrayList<>();
        for (JsonValue reason : termination.get("reasons").elements()) {
            reasons.add(reason.text());
        }
        for (JsonValue detail : termination.get("details").elements()) {
            reasons.add(detail.text());
        }
        draft.termination = Optional.of(new Termination(
                termination.text("namespace"),
                ReportDraft.boxed(termination.integer("code")),
                termination.text("indicator"),
                reasons,
                termination.text("byProc")));
        Leftovers.keep(
                draft,
                "termination.",
                termination,
                Set.of("namespace", "code", "indicator", "reasons", "details", "byProc"));
    }

    /** asi maps a library to its messages; the messages are what people read. */
    private void applicationInfo() {
        for (JsonMember library : body.get("asi").members()) {
            for (JsonValue message : library.value().elements()) {
                message.text().lines().filter(line -> !line.isBlank()).forEach(draft.applicationInfo::add);
            }
        }
    }

    private void threads() {
        long faulting = body.integer("faultingThread")
                .orElse(body.get("exception").integer("crashed_thread").orElse(-1));
        boolean marked = anyBlamed(body.get("threads"));
        long number = 0;
        for (JsonValue thread : body.get("threads").elements()) {
            boolean crashed = marked ? blamed(thread) : number == faulting;
            draft.threads.add(new ReportThread(
                    number,
                    thread.text("name"),
                    thread.text("queue"),
                    crashed,
                    images.frames(thread.get("frames")),
                    ThreadState.registers(thread.get("threadState"))));
            if (crashed) {
                Leftovers.keep(
                        draft,
                        "threads[" + number + "].",
                        thread,
                        Set.of("name", "queue", "frames", "threadState", "triggered", "crashed"));
            }
            number++;
        }
    }

    private static boolean anyBlamed(JsonValue threads) {
        for (JsonValue thread : threads.elements()) {
            if (blamed(thread)) {
                return true;
            }
        }
        return false;
    }

    private static boolean blamed(JsonValue thread) {
        return thread.truth("triggered").orElse(false)
                || thread.truth("crashed").orElse(false);
    }

    /** macOS keeps the exception's stack as text. */
    private void backtraceOfText() {
        ImageMap map = new ImageMap(draft.images, draft.refinedArchitecture());
        for (JsonValue text : body.get("asiBacktraces").elements()) {
            if (draft.lastException.isEmpty()) {
                draft.lastException = AppleTextReader.backtrace(text.text(), map);
            } else {
                draft.keep("asiBacktraces", JsonText.write(text));
            }
        }
    }

    private static Optional<String> firstText(JsonValue object, String... keys) {
        for (String key : keys) {
            String text = object.text(key);
            if (!text.isBlank()) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }
}
