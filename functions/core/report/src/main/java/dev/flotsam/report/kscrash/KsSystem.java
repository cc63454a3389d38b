package dev.flotsam.report.kscrash;

import dev.flotsam.report.ParsedReport.BinaryImage;
import dev.flotsam.report.ParsedReport.Os;
import dev.flotsam.report.draft.Architecture;
import dev.flotsam.report.draft.Leftovers;
import dev.flotsam.report.draft.Moment;
import dev.flotsam.report.draft.OsName;
import dev.flotsam.report.draft.ReportDraft;
import dev.flotsam.report.draft.Uuids;
import dev.flotsam.report.json.JsonText;
import dev.flotsam.report.json.JsonValue;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** report{}, system{} and binary_images[]: who crashed, where, when. */
final class KsSystem {
    /** Larger than any time in the unit: seconds until the year 5138, then milliseconds, then microseconds. */
    private static final long SECONDS = 100_000_000_000L;

    private static final long MILLISECONDS = SECONDS * 1_000;

    private static final Set<String> SYSTEM_KEYS = Set.of(
            "CFBundleIdentifier",
            "CFBundleName",
            "CFBundleExecutable",
            "CFBundleExecutablePath",
            "CFBundleShortVersionString",
            "CFBundleVersion",
            "process_name",
            "process_id",
            "parent_process_name",
            "system_name",
            "system_version",
            "os_version",
            "machine",
            "cpu_arch",
            "binary_arch",
            "app_start_time",
            "device_app_hash",
            "proc_translated",
            "build_type",
            "boot_time",
            "bootTimestamp");

    private final JsonValue root;
    private final ReportDraft draft;

    KsSystem(JsonValue root, ReportDraft draft) {
        this.root = root;
        this.draft = draft;
    }

    void read() {
        JsonValue report = root.get("report");
        String id = report.text("id").isEmpty() ? root.text("crash_id") : report.text("id");
        draft.incidentId = id.isEmpty() ? draft.incidentId : Uuids.ofIncident(id);
        JsonValue time = report.has("timestamp") ? report.get("timestamp") : root.get("timestamp");
        draft.captured = time(report.has("timestamp_millis") ? report.get("timestamp_millis") : time)
                .or(() -> draft.captured);
        JsonValue system = root.get("system");
        if (system.size() == 0) {
            draft.processName = draft.processName.isEmpty() ? report.text("process_name") : draft.processName;
        } else {
            app(system, report);
            device(system);
        }
        images();
    }

    private void app(JsonValue system, JsonValue report) {
        draft.appId = system.text("CFBundleIdentifier");
        draft.appName = system.firstOf("CFBundleName", "CFBundleExecutable").text();
        draft.appVersion = system.text("CFBundleShortVersionString");
        draft.appBuild = system.text("CFBundleVersion");
        String name = system.text("process_name");
        draft.processName = name.isEmpty() ? report.text("process_name") : name;
        draft.pid = system.integer("process_id").orElse(-1);
        draft.path = system.text("CFBundleExecutablePath");
        draft.parent = system.text("parent_process_name");
        draft.launched = time(system.get("app_start_time"));
        draft.installation = system.text("device_app_hash");
        JsonValue stats = system.get("application_stats");
        draft.foreground = system.truth("application_in_foreground").or(() -> stats.truth("application_in_foreground"));
    }

    private void device(JsonValue system) {
        draft.os = new Os(
                OsName.modern(system.text("system_name")), system.text("system_version"), system.text("os_version"));
        draft.model = system.text("machine");
        String running = system.text("binary_arch").isEmpty() ? system.text("cpu_arch") : system.text("binary_arch");
        // "x86" is said of 64-bit simulators too: the images know better.
        draft.architecture = running.equals("x86") ? "" : Architecture.ofWords(running);
        draft.translated = system.truth("proc_translated").orElse(false);
        draft.simulator = system.text("build_type").equals("simulator")
                || system.text("model").equals("simulator");
        Leftovers.keep(draft, "system.", system, SYSTEM_KEYS);
    }

    private void images() {
        JsonValue images = root.has("binary_images")
                ? root.get("binary_images")
                : root.get("crash").get("binary_images");
        if (images.size() == 0) {
            return;
        }
        draft.images.clear();
        for (JsonValue image : images.elements()) {
            String path = image.text("name");
            draft.images.add(new BinaryImage(
                    path.substring(path.lastIndexOf('/') + 1),
                    Uuids.ofImage(image.text("uuid")),
                    Architecture.ofCpu(
                            image.integer("cpu_type").orElse(0),
                            image.integer("cpu_subtype").orElse(0)),
                    image.integer("image_addr").orElse(0),
                    Math.max(0, image.integer("image_size").orElse(0)),
                    path,
                    version(image)));
            String message = image.text("crash_info_message");
            message.lines().filter(line -> !line.isBlank()).forEach(draft.applicationInfo::add);
        }
    }

    private static String version(JsonValue image) {
        long major = image.integer("major_version").orElse(0);
        long minor = image.integer("minor_version").orElse(0);
        long revision = image.integer("revision_version").orElse(0);
        return major == 0 && minor == 0 && revision == 0 ? "" : major + "." + minor + "." + revision;
    }

    /** ISO text, or a number of seconds, milliseconds or microseconds since 1970, told apart by size. */
    private Optional<Instant> time(JsonValue written) {
        if (written instanceof JsonText) {
            return Moment.parse(written.text()).map(Moment::instant);
        }
        OptionalLong number = written.integer();
        if (number.isEmpty() || number.getAsLong() <= 0) {
            return Optional.empty();
        }
        long value = number.getAsLong();
        if (value < SECONDS) {
            return Optional.of(Instant.ofEpochSecond(value));
        }
        return value < MILLISECONDS
                ? Optional.of(Instant.ofEpochMilli(value))
                : Optional.of(Instant.ofEpochSecond(value / 1_000_000, value % 1_000_000 * 1_000));
    }
}
