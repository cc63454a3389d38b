package dev.flotsam.report.sentry;

import dev.flotsam.report.ParsedReport.Format;
import dev.flotsam.report.ReadResult;
import dev.flotsam.report.draft.ReportDraft;
import dev.flotsam.report.json.JsonDamage;
import dev.flotsam.report.json.JsonValue;
import java.util.Optional;

/** Reads Sentry events that are trees by now. Safe for use by several threads. */
public final class SentryReader {

    /** Whether a document is an event: an id or platform of Sentry's, and something of an event below it. */
    public static boolean sniff(JsonValue root) {
        boolean named = root.has("event_id") || root.text("platform").equals("cocoa") || root.has("debug_meta");
        boolean event = root.has("exception") || root.has("threads") || root.has("debug_meta") || root.has("level");
        return named && event && !root.has("crash");
    }

    /** Whether a line is an envelope's or an item's header: it tells how the next line is to be read, and no more. */
    public static boolean isEnvelopeHeader(JsonValue root) {
        boolean envelope = root.has("event_id") && (root.has("sent_at") || root.has("dsn") || root.has("trace"));
        boolean item = root.has("type") && root.has("length") && root.size() <= 6;
        return (envelope && !sniff(root)) || item;
    }

    /** Reads an event; without an exception or a stack it is rejected. */
    public ReadResult read(JsonValue root, Optional<JsonDamage> damage) {
        ReportDraft draft = new ReportDraft(Format.SENTRY);
        new SentryContexts(root, draft).read();
        new SentryStacks(root, draft).read();
        damage.ifPresent(broken -> draft.keep("damage", broken.code() + " at " + broken.where()));
        if (draft.hasFacts()) {
            return new ReadResult.Parsed(draft.finish());
        }
        return damage.map(broken -> new ReadResult.Rejected(broken.code(), broken.where(), broken.message()))
                .orElseGet(() -> new ReadResult.Rejected(
                        "no-facts", "$.exception", "an event without an exception or a stack frame"));
    }
}
