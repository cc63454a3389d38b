package dev.flotsam.report;

import dev.flotsam.report.ReadResult.ForMemory;
import dev.flotsam.report.ReadResult.MemoryKind;
import dev.flotsam.report.ReadResult.Rejected;
import dev.flotsam.report.ips.IpsReader;
import dev.flotsam.report.json.JsonDamage;
import dev.flotsam.report.json.JsonDocument;
import dev.flotsam.report.json.JsonLimits;
import dev.flotsam.report.json.JsonLiteral;
import dev.flotsam.report.json.JsonReader;
import dev.flotsam.report.json.JsonValue;
import dev.flotsam.report.kscrash.KsCrashReader;
import dev.flotsam.report.metrickit.MetricKitReader;
import dev.flotsam.report.plcrash.PlCrashReader;
import dev.flotsam.report.sentry.SentryReader;
import dev.flotsam.report.text.AppleTextReader;
import dev.flotsam.report.text.SampleReader;
import dev.flotsam.report.text.SentText;
import dev.flotsam.report.text.TextKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sniffer: one document's bytes go to the reader of the format that its content says. */
final class DocumentReader {
    /** Reports of one document: elements of an array, diagnostics of a payload. Real payloads hold a few. */
    static final int MOST_PARTS = 10_000;

    private final JsonReader json = new JsonReader(JsonLimits.REPORT);
    private final IpsReader ips = new IpsReader();
    private final KsCrashReader kscrash = new KsCrashReader();
    private final MetricKitReader metrickit = new MetricKitReader();
    private final SentryReader sentry = new SentryReader();
    private final PlCrashReader plcrash = new PlCrashReader();
    private final AppleTextReader text = new AppleTextReader();
    private final SampleReader sample = new SampleReader();
    private final TranslatedReader translated = new TranslatedReader(json, ips);

    List<DocumentPart> read(byte[] bytes) {
        byte[] content = AppleTextReader.isWide(bytes, 0, bytes.length) ? narrow(bytes) : bytes;
        int start = skipBlanks(content, 0);
        if (start == content.length) {
            return one(new Rejected("empty", "byte 0", "nothing but blanks in " + content.length + " bytes"));
        }
        if (PlCrashReader.sniff(content)) {
            return one(plcrash.read(content));
        }
        if (content[start] == '{' || content[start] == '[') {
            return json(content, start);
        }
        return one(text(AppleTextReader.decode(content, start, content.length)));
    }

    private List<DocumentPart> json(byte[] content, int start) {
        JsonDocument first = json.read(content, start, content.length);
        if (first.root().size() == 0 && first.damage().isPresent()) {
            return one(rejected(first.damage().get()));
        }
        if (!first.root().elements().isEmpty()
                && MemorySide.kindOf(first.root()).isEmpty()) {
            return elements(first.root());
        }
        int next = skipBlanks(content, first.end());
        if (first.damage().isEmpty() && next < content.length && IpsReader.isHeader(first.root())) {
            return one(underHeader(first.root(), content, next));
        }
        return object(first.root(), first.damage());
    }

    private ReadResult underHeader(JsonValue header, byte[] content, int next) {
        if (content[next] != '{') {
            return ips.readText(header, AppleTextReader.decode(content, next, content.length));
        }
        JsonDocument body = json.read(content, next, content.length);
        return ips.read(header, body.root(), body.damage());
    }

    private List<DocumentPart> elements(JsonValue list) {
        List<DocumentPart> parts = new ArrayList<>();
        int index = 0;
        for (JsonValue element : list.elements()) {
            String place = "$[" + index++ + "]";
            if (parts.size() >= MOST_PARTS) {
                parts.add(tooMany(place));
                break;
            }
            for (DocumentPart part : object(element, Optional.empty())) {
                String inside = part.part().isEmpty() ? "" : part.part().substring(1);
                parts.add(new DocumentPart(place + inside, part.result()));
            }
        }
        return parts;
    }

    private static DocumentPart tooMany(String place) {
        String message = "more than " + MOST_PARTS + " reports in one document";
        return new DocumentPart(place, new Rejected("too-many", place, message));
    }

    private List<DocumentPart> object(JsonValue root, Optional<JsonDamage> damage) {
        if (root.has("bug_type") || IpsReader.isCrashBody(root)) {
            return one(ips.read(JsonLiteral.MISSING, root, damage));
        }
        if (KsCrashReader.isEnding(root)) {
            return one(new ForMemory(MemoryKind.SESSION_RECORD, JsonLiteral.MISSING, root));
        }
        if (KsCrashReader.sniff(root)) {
            return one(kscrash.read(root, damage));
        }
        if (MetricKitReader.sniff(root)) {
            return metrickit(root, damage);
        }
        if (MetricKitReader.isMetrics(root)) {
            return one(new ForMemory(MemoryKind.EXIT_METRICS, JsonLiteral.MISSING, root));
        }
        Optional<MemoryKind> memory = MemorySide.kindOf(root);
        if (memory.isPresent()) {
            return one(new ForMemory(memory.get(), JsonLiteral.MISSING, root));
        }
        if (SentryReader.sniff(root)) {
            return one(sentry.read(root, damage));
        }
        if (SentryReader.isEnvelopeHeader(root)) {
            return one(
                    recognised("sentry-envelope", "a header inside a Sentry envelope; the event is a line of its own"));
        }
        return one(damage.<ReadResult>map(DocumentReader::rejected).orElseGet(() -> unknown(root)));
    }

    private List<DocumentPart> metrickit(JsonValue root, Optional<JsonDamage> damage) {
        List<DocumentPart> parts = new ArrayList<>();
        metrickit.read(root, damage, MOST_PARTS).forEach((part, result) -> parts.add(new DocumentPart(part, result)));
        if (parts.size() >= MOST_PARTS) {
            parts.add(tooMany("$"));
        }
        return parts.isEmpty() ? one(recognised("metrickit", "a payload without diagnostics")) : parts;
    }

    private static ReadResult recognised(String format, String summary) {
        return new ReadResult.Recognised(
                format,
                summary,
                new ParsedReport.Incident("", Optional.empty(), Optional.empty(), Optional.empty(), ""),
                new ParsedReport.App("", "", "", ""));
    }

    private static Rejected unknown(JsonValue root) {
        List<String> keys = root.members().stream()
                .limit(8)
                .map(member -> shortened(member.key()))
                .toList();
        return new Rejected("not-a-report", "$", "JSON of a shape that no format has; its keys: " + keys);
    }

    private static byte[] narrow(byte[] wide) {
        return AppleTextReader.decode(wide, 0, wide.length).getBytes(StandardCharsets.UTF_8);
    }

    /** A translation's own document says more; as it stands before what sending did to it is undone. */
    private ReadResult text(String content) {
        return translated
                .read(content)
                .orElseGet(() -> plain(TextKind.of(content) == TextKind.OTHER ? SentText.restored(content) : content));
    }

    private ReadResult plain(String content) {
        return switch (TextKind.of(content)) {
            case CRASH -> text.read(content);
            case SAMPLE -> sample.read(content);
            case VM_SCAN -> new ForMemory(MemoryKind.VM_SCAN_LOG, JsonLiteral.MISSING, JsonLiteral.MISSING);
            case OTHER -> otherText(content);
        };
    }

    private static ReadResult otherText(String content) {
        if (content.startsWith("bplist") || content.startsWith("<?xml") || content.startsWith("<!DOCTYPE plist")) {
            return new ForMemory(MemoryKind.PROPERTY_LIST, JsonLiteral.MISSING, JsonLiteral.MISSING);
        }
        return new Rejected(
                "not-a-report", "line 1", "text that no format starts with: " + shortened(firstLine(content)));
    }

    private static Rejected rejected(JsonDamage damage) {
        return new Rejected(damage.code(), damage.where(), damage.message());
    }

    private static List<DocumentPart> one(ReadResult result) {
        return List.of(new DocumentPart("", result));
    }

    private static String firstLine(String content) {
        int end = content.indexOf('\n');
        return end < 0 ? content : content.substring(0, end);
    }

    private static String shortened(String words) {
        String clean = words.replaceAll("\\p{Cntrl}", "?");
        return clean.length() <= 60 ? clean : clean.substring(0, 60) + "…";
    }

    private static int skipBlanks(byte[] content, int from) {
        int at = from;
        boolean marked = content.length >= 3
                && content[0] == (byte) 0xEF
                && content[1] == (byte) 0xBB
                && content[2] == (byte) 0xBF;
        at = marked ? Math.max(at, 3) : at;
        while (at < content.length && content[at] <= ' ' && content[at] >= 0) {
            at++;
        }
        return at;
    }
}
