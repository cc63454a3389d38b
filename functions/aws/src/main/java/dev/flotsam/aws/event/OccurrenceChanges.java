package dev.flotsam.aws.event;

import dev.flotsam.aws.dynamodb.OccurrenceItems;
import dev.flotsam.aws.event.StreamBatch.Entry;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.absorb.Change;
import java.time.DateTimeException;
import java.util.List;

/** Records of the occurrences stream as changes; a record that can't be read is one of them. */
public final class OccurrenceChanges {
    /** Characters kept of a record that can't be read. */
    private static final int RAW_CHARS = 4_000;

    private OccurrenceChanges() {}

    /** The changes of a batch, in its order. */
    public static List<Change> of(StreamBatch batch) {
        return batch.records().stream().map(OccurrenceChanges::change).toList();
    }

    private static Change change(Entry entry) {
        if (entry.before().or(entry::after).map(OccurrenceItems::isVariant).orElse(false)) {
            return new Change.Uncounted(entry.position());
        }
        try {
            return switch (entry.eventName()) {
                case "INSERT" -> new Change.Appeared(entry.position(), after(entry));
                case "MODIFY" -> new Change.Revised(entry.position(), before(entry), after(entry));
                case "REMOVE" -> new Change.Removed(entry.position(), before(entry), entry.byTimeToLive());
                default -> throw new IllegalArgumentException("eventName \"" + entry.eventName() + "\"");
            };
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return new Change.Unreadable(entry.position(), String.valueOf(unreadable.getMessage()), raw(entry));
        }
    }

    private static Occurrence before(Entry entry) {
        return OccurrenceItems.report(entry.before().orElseThrow(() -> new IllegalArgumentException("no OldImage")));
    }

    private static Occurrence after(Entry entry) {
        return OccurrenceItems.report(entry.after().orElseThrow(() -> new IllegalArgumentException("no NewImage")));
    }

    private static String raw(Entry entry) {
        String text = entry.eventName() + " " + entry.before() + " " + entry.after();
        return text.substring(0, Math.min(text.length(), RAW_CHARS));
    }
}
