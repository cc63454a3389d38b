package dev.flotsam.contracts.port;

import static dev.flotsam.contracts.report.ReportBuilder.APP;
import static dev.flotsam.contracts.report.ReportBuilder.UPLOADED;
import static dev.flotsam.contracts.report.ReportBuilder.idOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.absorb.Page;
import dev.flotsam.triage.absorb.Page.Entry;
import dev.flotsam.triage.absorb.Page.Listing;
import dev.flotsam.triage.absorb.Pages;
import dev.flotsam.triage.absorb.Pages.Slice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of pages does. */
public abstract class PagesContract {
    private static final Listing LIST = new Listing.OfCluster(ClusterId.of(APP, "Lantern.decode()"));
    private static final String LANE = "0123456789ab";

    /** A store that holds nothing. */
    protected abstract Pages emptyPages();

    @Test
    void aListThatNobodyWroteIsEmpty() {
        assertThat(emptyPages().newestFirst(LIST, Optional.empty(), 5))
                .isEqualTo(new Slice(List.of(), Optional.empty()));
    }

    @Test
    void pagesComeBackAsTheyWereNewestFirst() {
        Pages pages = emptyPages();
        Page older = page(LIST, LANE, 10, entry(1, +1), entry(2, -1));
        Page newer = page(LIST, "ba9876543210", 20, entry(100, +1));
        pages.put(older);
        pages.put(newer);
        assertThat(pages.newestFirst(LIST, Optional.empty(), 5).pages()).containsExactly(newer, older);
    }

    @Test
    void aListGoesOnBehindAnyPageAlsoWhenItHasGone() {
        Pages pages = emptyPages();
        Page older = page(LIST, LANE, 10, entry(1, +1));
        Page newer = page(LIST, LANE, 20, entry(3, +1));
        Page gone = page(LIST, LANE, 15, entry(2, +1));
        pages.put(older);
        pages.put(newer);
        assertThat(pages.newestFirst(LIST, Optional.of(pages.cursor(newer)), 5).pages())
                .containsExactly(older);
        assertThat(pages.newestFirst(LIST, Optional.of(pages.cursor(gone)), 5).pages())
                .containsExactly(older);
        assertThat(pages.newestFirst(LIST, Optional.of(pages.cursor(older)), 5))
                .isEqualTo(new Slice(List.of(), Optional.empty()));
    }

    @Test
    void theSamePageAgainChangesNothing() {
        Pages pages = emptyPages();
        Page page = page(LIST, LANE, 10, entry(1, +1), entry(2, +1));
        pages.put(page);
        pages.put(page);
        assertThat(pages.newestFirst(LIST, Optional.empty(), 5).pages()).containsExactly(page);
    }

    @Test
    void aPageCutShorterNeverReplacesALongerOne() {
        Pages pages = emptyPages();
        Page whole = page(LIST, LANE, 10, entry(1, +1), entry(2, +1), entry(3, +1));
        Page half = page(LIST, LANE, 10, entry(1, +1), entry(2, +1));
        pages.put(whole);
        pages.put(half);
        assertThat(pages.newestFirst(LIST, Optional.empty(), 5).pages()).contains(whole);
    }

    @Test
    void listsAreKeptApart() {
        Pages pages = emptyPages();
        List<Listing> lists = List.of(
                LIST,
                new Listing.OfCluster(ClusterId.of(APP, "Buoy.drift()")),
                new Listing.OfState(Page.State.REJECTED),
                new Listing.OfState(Page.State.RECOGNISED));
        lists.forEach(list -> pages.put(page(list, LANE, 10, entry(1, +1))));
        assertThat(lists)
                .allSatisfy(list -> assertThat(
                                pages.newestFirst(list, Optional.empty(), 5).pages())
                        .containsExactly(page(list, LANE, 10, entry(1, +1))));
    }

    @Test
    void aLongListIsReadSliceBySliceAndEachPageOnce() {
        Pages pages = emptyPages();
        List<Page> written = IntStream.range(0, 7)
                .mapToObj(number -> page(LIST, LANE, 10, entry(number, +1)))
                .toList();
        written.forEach(pages::put);
        List<Page> read = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            Slice slice = pages.newestFirst(LIST, next, 3);
            assertThat(slice.pages()).hasSizeBetween(1, 3);
            read.addAll(slice.pages());
            next = slice.next();
        } while (next.isPresent());
        assertThat(read).containsExactlyElementsOf(written.reversed());
    }

    @Test
    void aPageHoldsAWholeBatch() {
        Pages pages = emptyPages();
        Entry[] entries =
                IntStream.range(0, 1_000).mapToObj(number -> entry(number, +1)).toArray(Entry[]::new);
        Page page = page(LIST, LANE, 10, entries);
        pages.put(page);
        assertThat(pages.newestFirst(LIST, Optional.empty(), 1).pages()).containsExactly(page);
    }

    private static Page page(Listing list, String lane, int expires, Entry... entries) {
        return new Page(list, lane, List.of(entries), UPLOADED.plusSeconds(expires));
    }

    private static Entry entry(int number, int sign) {
        return new Entry(
                "%040d".formatted(number),
                sign,
                idOf("crash " + number),
                LocalDate.of(2026, 3, 2),
                UPLOADED.plusMillis(number));
    }
}
