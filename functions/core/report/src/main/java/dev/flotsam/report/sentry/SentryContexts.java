package dev.flotsam.report.sentry;

import dev.flotsam.report.ParsedReport.BinaryImage;
import dev.flotsam.report.ParsedReport.Os;
import dev.flotsam.report.draft.Architecture;
import dev.flotsam.report.draft.Leftovers;
import dev.flotsam.report.draft.OsName;
import dev.flotsam.report.draft.ReportDraft;
import dev.flotsam.report.draft.Uuids;
import dev.flotsam.report.json.JsonText;
import dev.flotsam.report.json.JsonValue;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** contexts{app, os, device}, release, debug_meta{images[]}: who, where, when. */
final class SentryContexts {
    private static final Set<String> READ = Set.of(
            "exception", "threads", "debug_meta", "contexts", "event_id", "timestamp", "release", "dist", "platform");

    private final JsonValue root;
    private final ReportDraft draft;

    SentryContexts(JsonValue root, ReportDraft draft) {
        this.root = root;
        this.draft = draft;
    }

    void read() {
        draft.incidentId = Uuids.ofIncident(root.text("event_id"));
        draft.captured = time(root.get("timestamp"));
        JsonValue app = root.at("contexts", "app");
        release(root.text("release"));
        draft.appId = firstOf(app.text("app_identifier"), draft.appId);
        draft.appName = app.text("app_name");
        draft.processName = draft.appName;
        draft.appVersion = firstOf(app.text("app_version"), draft.appVersion);
        draft.appBuild = firstOf(app.text("app_build"), firstOf(draft.appBuild, root.text("dist")));
        draft.installation = app.text("device_app_hash");
        draft.launched = time(app.get("app_start_time"));
        draft.foreground = app.truth("in_foreground");
        JsonValue os = root.at("contexts", "os");
        draft.os = new Os(OsName.modern(os.text("name")), os.text("version"), os.text("build"));
        JsonValue device = root.at("contexts", "device");
        draft.model = device.text("model");
        draft.architecture = architecture(device.text("arch"));
        draft.simulator = device.truth("simulator").orElse(false);
        images();
        mainImage();
        Leftovers.keep(draft, "", root, READ);
        Leftovers.keep(
                draft,
                "app.",
                app,
                Set.of(
                        "app_identifier",
                        "app_name",
                        "app_version",
                        "app_build",
                        "device_app_hash",
                        "app_start_time",
                        "in_foreground"));
        Leftovers.keep(draft, "os.", os, Set.of("name", "version", "build"));
        // Boot time may not leave the device.
        Leftovers.keep(draft, "device.", device, Set.of("model", "arch", "simulator", "boot_time"));
    }

    /** "com.example.app@1.2.3+45" */
    private void release(String release) {
        int at = release.lastIndexOf('@');
        int plus = release.indexOf('+', Math.max(at, 0));
        if (at > 0) {
            draft.appId = release.substring(0, at);
            draft.appVersion = release.substring(at + 1, plus < 0 ? release.length() : plus);
            draft.appBuild = plus < 0 ? "" : release.substring(plus + 1);
        }
    }

    /** "x86" is said of 64-bit simulators too: the images know better. */
    private static String architecture(String words) {
        return words.equals("x86") ? "" : Architecture.ofWords(words);
    }

    private Optional<Instant> time(JsonValue written) {
        if (written instanceof JsonText) {
            return draft.time(written.text());
        }
        return written.decimal().isPresent() && written.decimal().getAsDouble() < 1e11
                ? Optional.of(Instant.ofEpochMilli(Math.round(written.decimal().getAsDouble() * 1_000)))
                : Optional.empty();
    }

    private void images() {
        for (JsonValue image : root.at("debug_meta", "images").elements()) {
            String path = image.firstOf("code_file", "name").text();
            String cpu = Architecture.ofCpu(
                    image.integer("cpu_type").orElse(0),
                    image.integer("cpu_subtype").orElse(0));
            draft.images.add(new BinaryImage(
                    path.substring(path.lastIndexOf('/') + 1),
                    Uuids.ofImage(image.firstOf("debug_id", "uuid").text()),
                    image.text("arch").isEmpty() ? cpu : image.text("arch"),
                    image.integer("image_addr").orElse(0),
                    Math.max(0, image.integer("image_size").orElse(0)),
                    path,
                    ""));
        }
    }

    /** An event without the app's context still lists its executable: the image named as its bundle. */
    private void mainImage() {
        for (BinaryImage image : draft.images) {
            if (image.path().endsWith("/" + image.name() + ".app/" + image.name())) {
                draft.path = image.path();
                draft.processName = firstOf(draft.processName, image.name());
                return;
            }
        }
    }

    private static String firstOf(String first, String second) {
        return first.isEmpty() ? second : first;
    }
}
