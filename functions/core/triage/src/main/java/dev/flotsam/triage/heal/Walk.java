package dev.flotsam.triage.heal;

import dev.flotsam.triage.ReportId;
import dev.flotsam.triage.absorb.Page;
import dev.flotsam.triage.absorb.Pages;
import dev.flotsam.triage.symbol.HealJob.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Entries of some pages in the order that a pass sees them, with the place of each.
 *
 * @param entries those that are left
 * @param end the place behind the last one
 */
record Walk(List<Entry> entries, Cursor end) {
    /** Pages read at once. DynamoDB gives 1 MB a query, some 20 pages of a storm; others hold a report or two. */
    static final int PAGES_AT_ONCE = 100;

    /** Reports looked up at once, as many as DynamoDB gives in one call. */
    static final int CHUNK = 100;

    static Walk of(Pages.Slice slice, Function<Page, String> cursorOf, Cursor from) {
        List<Entry> entries = new ArrayList<>();
        Optional<String> behind = from.behind();
        for (Page page : slice.pages()) {
            String within = cursorOf.apply(page);
            // The page that was being worked on may have expired, or a newer one may stand before it.
            int done = within.equals(from.within()) ? from.entries() : 0;
            for (int index = done; index < page.entries().size(); index++) {
                entries.add(new Entry(page.entries().get(index).report(), new Cursor(behind, within, index)));
            }
            behind = Optional.of(within);
        }
        return new Walk(List.copyOf(entries), new Cursor(behind, "", 0));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    List<ReportId> chunk() {
        return entries.subList(0, Math.min(CHUNK, entries.size())).stream()
                .map(Entry::report)
                .toList();
    }

    Walk behind(int count) {
        return new Walk(entries.subList(count, entries.size()), end);
    }

    /** The place of the entry that stands next. */
    Cursor cursor() {
        return entries.isEmpty() ? end : entries.getFirst().at();
    }

    record Entry(ReportId report, Cursor at) {}
}
