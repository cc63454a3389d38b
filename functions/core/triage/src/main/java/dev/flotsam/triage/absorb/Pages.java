package dev.flotsam.triage.absorb;

import dev.flotsam.triage.ReportId;
import dev.flotsam.triage.absorb.Page.Listing;
import java.util.List;
import java.util.Optional;

/** Lists of reports, kept as one item per batch and list, so that occurrences need no index. */
public interface Pages {

    /**
     * Stores a page; the same page again changes nothing. Pages of a list and lane are the same only if both their ends
     * are: one cut shorter never replaces a longer one.
     */
    void put(Page page);

    /**
     * Pages of a list, newest first.
     *
     * @param after cursor of the page to go on behind, empty for the newest
     * @param most how many at the most
     */
    Slice newestFirst(Listing list, Optional<String> after, int most);

    /** The cursor to go on with behind {@code page}: the same for the same page, whether it is still there or not. */
    String cursor(Page page);

    /**
     * Some pages.
     *
     * @param pages newest first
     * @param next cursor to go on with, empty at the end
     */
    record Slice(List<Page> pages, Optional<String> next) {
        public Slice {
            pages = List.copyOf(pages);
        }

        /** The reports that the pages list, each once. */
        public List<ReportId> reports() {
            return pages.stream()
                    .flatMap(page -> page.entries().stream())
                    .map(Page.Entry::report)
                    .distinct()
                    .toList();
        }
    }
}
