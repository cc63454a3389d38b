package dev.flotsam.aws.dynamodb;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Cause;
import dev.flotsam.triage.Occurrence.Facts;
import dev.flotsam.triage.Occurrence.MissingImage;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.Occurrence.Source;
import dev.flotsam.triage.ReportId;
import dev.flotsam.triage.health.Run;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An occurrence as an item: {@code id}, {@code part} ({@value #MAIN}, or a variant's), and short names, for every
 * kilobyte is a write unit.
 */
public final class OccurrenceItems {
    static final String MAIN = "-";
    static final String VARIANT = "variant#";

    private OccurrenceItems() {}

    /** The item of a report. */
    public static Map<String, AttributeValue> item(Occurrence report) {
        return item(report, MAIN);
    }

    static Map<String, AttributeValue> item(Occurrence report, String part) {
        Item item = new Item()
                .with("id", report.id().value())
                .with("part", part)
                .with("content", report.content())
                .with("key", report.source().key())
                .with("objver", report.source().version())
                .with("place", report.source().place())
                .with("up", report.source().uploaded().toEpochMilli())
                .with("app", report.app())
                .with("appver", report.facts().version())
                .with("os", report.facts().os())
                .with("dev", report.facts().device())
                .with("inst", report.facts().installation())
                .with("cap", report.facts().captured())
                .with("run", report.facts().run().map(Run::toString).orElse(""))
                .with("day", report.day().toString())
                .with("rev", report.revision())
                .with("cause", report.cause().name().toLowerCase(Locale.ROOT))
                .with("expires", report.expires().getEpochSecond());
        switch (report.outcome()) {
            case Outcome.Triaged triaged ->
                item.with("state", "triaged")
                        .with("cluster", triaged.cluster().value())
                        .with("sig", triaged.signature())
                        .with("rules", triaged.ruleset())
                        .with("kind", triaged.kind())
                        .with("title", triaged.title())
                        .with("unstable", triaged.unstable())
                        .with(
                                "missing",
                                triaged.missing().stream()
                                        .map(OccurrenceItems::pack)
                                        .toList());
            case Outcome.Recognised(String format, String summary) ->
                item.with("state", "recognised").with("format", format).with("summary", summary);
            case Outcome.Rejected(String code, String where, String message) ->
                item.with("state", "rejected")
                        .with("code", code)
                        .with("where", where)
                        .with("message", message);
        }
        return item.build();
    }

    /**
     * The report of an item.
     *
     * @throws IllegalArgumentException naming the attribute that is missing or wrong
     */
    public static Occurrence report(Map<String, AttributeValue> attributes) {
        Fields fields = new Fields(attributes);
        return new Occurrence(
                new ReportId(fields.required("id")),
                fields.text("content"),
                new Source(
                        fields.required("key"),
                        fields.text("objver"),
                        fields.text("place"),
                        Instant.ofEpochMilli(fields.number("up"))),
                fields.text("app"),
                new Facts(
                        fields.text("appver"),
                        fields.text("os"),
                        fields.text("dev"),
                        fields.text("inst"),
                        fields.time("cap"),
                        fields.text("run").isEmpty() ? Optional.empty() : Optional.of(Run.parse(fields.text("run")))),
                outcome(fields),
                LocalDate.parse(fields.required("day")),
                fields.number("rev"),
                Cause.valueOf(fields.required("cause").toUpperCase(Locale.ROOT)),
                Instant.ofEpochSecond(fields.number("expires")));
    }

    /** Whether the item is a variant: kept, never counted. */
    public static boolean isVariant(Map<String, AttributeValue> attributes) {
        return new Fields(attributes).text("part").startsWith(VARIANT);
    }

    private static Outcome outcome(Fields fields) {
        String state = fields.required("state");
        return switch (state) {
            case "triaged" ->
                new Outcome.Triaged(
                        new ClusterId(fields.required("cluster")),
                        fields.text("sig"),
                        fields.text("rules"),
                        fields.text("kind"),
                        fields.text("title"),
                        fields.flag("unstable"),
                        fields.texts("missing").stream()
                                .map(OccurrenceItems::unpack)
                                .toList());
            case "recognised" -> new Outcome.Recognised(fields.text("format"), fields.text("summary"));
            case "rejected" -> new Outcome.Rejected(fields.text("code"), fields.text("where"), fields.text("message"));
            default -> throw new IllegalArgumentException("attribute \"state\" is \"" + state + "\"");
        };
    }

    static String pack(MissingImage image) {
        String hidden = image.hidden() == 0 ? "" : "/" + image.hidden();
        return image.uuid() + " " + image.architecture() + hidden + " " + image.name();
    }

    static MissingImage unpack(String packed) {
        List<String> parts = List.of(packed.split(" ", 3));
        if (parts.size() != 3) {
            throw new IllegalArgumentException("attribute \"missing\" holds \"" + packed + "\"");
        }
        String[] architecture = parts.get(1).split("/", 2);
        int hidden = architecture.length == 1 ? 0 : Integer.parseInt(architecture[1]);
        return new MissingImage(parts.get(0), architecture[0], parts.get(2), hidden);
    }
}
