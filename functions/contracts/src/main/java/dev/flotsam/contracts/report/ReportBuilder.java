package dev.flotsam.contracts.report;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Digest;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Cause;
import dev.flotsam.triage.Occurrence.Facts;
import dev.flotsam.triage.Occurrence.MissingImage;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.Occurrence.Source;
import dev.flotsam.triage.ReportId;
import dev.flotsam.triage.health.Run;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Builds an occurrence: a crash of Lighthouse 5.2 on an iPhone, captured a minute before its upload, unless a test says
 * otherwise.
 */
public final class ReportBuilder {
    /** When the first report of a test was uploaded, unless it says otherwise. */
    public static final Instant UPLOADED = Instant.parse("2026-03-02T09:15:00Z");

    /** The app of every report that names no other. */
    public static final String APP = "com.example.lighthouse";

    private static final Duration RETENTION = Duration.ofDays(90);

    private final String name;
    private String content;
    private String app = APP;
    private String signature = "LanternView.refresh()";
    private String version = "5.2 (1042)";
    private String os = "iOS 17.2";
    private String device = "iPhone15,4";
    private String installation = "";
    private Instant uploaded = UPLOADED;
    private Optional<Instant> captured = Optional.of(UPLOADED.minusSeconds(60));
    private String key = "";
    private String place = "";
    private final List<MissingImage> missing = new ArrayList<>();
    private Optional<Run> run = Optional.empty();
    private Optional<Outcome> outcome = Optional.empty();

    private ReportBuilder(String name) {
        this.name = name;
        this.content = name;
    }

    /** A report; the same name makes the same id. */
    public static ReportBuilder report(String name) {
        return new ReportBuilder(name);
    }

    /** One of several reports of an object. */
    public ReportBuilder storedAs(String object, String line) {
        this.key = object;
        this.place = line;
        return this;
    }

    /** Other bytes under the same id. */
    public ReportBuilder withContent(String other) {
        this.content = other;
        return this;
    }

    /** Whose crash it is. */
    public ReportBuilder ofApp(String bundle) {
        this.app = bundle;
        return this;
    }

    /** What it is signed as, and so which cluster it falls into. */
    public ReportBuilder signed(String title) {
        this.signature = title;
        return this;
    }

    /** Version and build, such as "5.2 (1042)". */
    public ReportBuilder onVersion(String text) {
        this.version = text;
        return this;
    }

    /** Such as "iOS 17.2". */
    public ReportBuilder onOs(String text) {
        this.os = text;
        return this;
    }

    /** Such as "iPhone15,4". */
    public ReportBuilder onDevice(String model) {
        this.device = model;
        return this;
    }

    /** Whose device, 16 hex digits. */
    public ReportBuilder ofInstallation(String hash) {
        this.installation = hash;
        return this;
    }

    /** When its object was stored; it was captured a minute before. */
    public ReportBuilder uploadedAt(Instant when) {
        this.uploaded = when;
        this.captured = Optional.of(when.minusSeconds(60));
        return this;
    }

    /** When it happened. */
    public ReportBuilder capturedAt(Instant when) {
        this.captured = Optional.of(when);
        return this;
    }

    /** It does not say when it happened. */
    public ReportBuilder withoutCapture() {
        this.captured = Optional.empty();
        return this;
    }

    /** An image of its stack has no symbols. */
    public ReportBuilder missing(String uuid, String image) {
        return hiding(uuid, image, 0);
    }

    /** In the symbols of an image of its stack, bitcode hides names. */
    public ReportBuilder hiding(String uuid, String image, int names) {
        missing.add(new MissingImage(uuid, "arm64", image, names));
        return this;
    }

    /** It could not be read. */
    public ReportBuilder rejected(String code) {
        this.outcome = Optional.of(new Outcome.Rejected(code, "byte 0", "not a report"));
        return this;
    }

    /** It was read, kept and not triaged. */
    public ReportBuilder recognised(String format) {
        this.outcome = Optional.of(new Outcome.Recognised(format, "kept"));
        return this;
    }

    /** It tells of a run. */
    public ReportBuilder ofRun(Run told) {
        this.run = Optional.of(told);
        return this;
    }

    /** A record that is kept uncounted, for a reason. */
    public ReportBuilder keptFor(String format, String reason) {
        this.outcome = Optional.of(new Outcome.Recognised(format, reason));
        return this;
    }

    /** The cluster it falls into. */
    public ClusterId cluster() {
        return ClusterId.of(app, signature);
    }

    /** The outcome of a report that is signed. */
    public Outcome triaged() {
        return new Outcome.Triaged(
                cluster(), signature, "test-1", "bad-access", signature, !missing.isEmpty(), List.copyOf(missing));
    }

    /** The report as it is claimed. */
    public Occurrence build() {
        return new Occurrence(
                idOf(name),
                hash(content),
                new Source(key.isEmpty() ? "crashes/" + name + ".ips" : key, "", place, uploaded),
                app,
                new Facts(version, os, device, installation, captured, run),
                outcome.orElseGet(this::triaged),
                Occurrence.countingDay(captured, uploaded),
                1,
                Cause.INGEST,
                Instant.ofEpochSecond(uploaded.plus(RETENTION).getEpochSecond()));
    }

    /** The id of the report with this name. */
    public static ReportId idOf(String name) {
        return new ReportId(hash(name).substring(0, 32));
    }

    private static String hash(String text) {
        return Digest.hex(Digest.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }
}
