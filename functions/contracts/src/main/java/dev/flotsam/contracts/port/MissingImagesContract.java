package dev.flotsam.contracts.port;

import static dev.flotsam.contracts.report.ReportBuilder.APP;
import static dev.flotsam.contracts.report.ReportBuilder.UPLOADED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Occurrence.Facts;
import dev.flotsam.triage.Occurrence.MissingImage;
import dev.flotsam.triage.symbol.MissingImages;
import dev.flotsam.triage.symbol.Waiters;
import dev.flotsam.triage.symbol.Waiters.Waiter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every list of missing images does. */
public abstract class MissingImagesContract {

    /** Where waiters are noted, and the list that shows their images. */
    public record Store(Waiters waiters, MissingImages images) {}

    /** A store that holds nothing. */
    protected abstract Store emptyStore();

    @Test
    void anImageIsListedOnceHoweverManyWaitForIt() {
        Store store = emptyStore();
        for (String cluster : List.of("Lantern.decode()", "Lantern.encode()")) {
            store.waiters().add(waiter(1, "arm64", cluster));
            store.waiters().add(waiter(1, "arm64", cluster));
        }
        store.waiters().add(waiter(1, "arm64e", "Lantern.decode()"));

        assertThat(store.images().list(Optional.empty(), 10).images())
                .containsExactlyInAnyOrder(image(1, "arm64"), image(1, "arm64e"));
    }

    @Test
    void theListIsReadSliceBySliceAndEachImageOnce() {
        Store store = emptyStore();
        List<MissingImage> all = new ArrayList<>();
        for (int number = 0; number < 7; number++) {
            store.waiters().add(waiter(number, "arm64", "Lantern.decode()"));
            all.add(image(number, "arm64"));
        }
        List<MissingImage> read = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            MissingImages.Slice slice = store.images().list(next, 3);
            assertThat(slice.images()).hasSizeLessThanOrEqualTo(3);
            read.addAll(slice.images());
            next = slice.next();
        } while (next.isPresent());

        assertThat(read).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void anImageThatNobodyWaitsForAnyMoreIsNotListed() {
        Store store = emptyStore();
        store.waiters().add(waiter(1, "arm64", "Lantern.decode()"));
        store.waiters().add(waiter(1, "arm64", "Lantern.encode()"));
        store.waiters().remove(waiter(1, "arm64", "Lantern.decode()"));
        assertThat(store.images().list(Optional.empty(), 10).images()).containsExactly(image(1, "arm64"));
        store.waiters().remove(waiter(1, "arm64", "Lantern.encode()"));
        assertThat(store.images().list(Optional.empty(), 10).images()).isEmpty();
    }

    private static Waiter waiter(int number, String architecture, String cluster) {
        return new Waiter(
                image(number, architecture),
                ClusterId.of(APP, cluster),
                APP,
                new Facts("5.2 (1042)", "iOS 17.2", "iPhone15,4", "", Optional.empty()),
                UPLOADED);
    }

    private static MissingImage image(int number, String architecture) {
        return new MissingImage("3F1C5A6E-7B2D-4C8E-9A10-00000000000" + number, architecture, "Lantern Kit");
    }
}
