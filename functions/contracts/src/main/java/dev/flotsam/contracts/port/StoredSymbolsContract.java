package dev.flotsam.contracts.port;

import static dev.flotsam.contracts.report.ReportBuilder.UPLOADED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.symbols.Arch;
import dev.flotsam.symbols.ImageId;
import dev.flotsam.triage.symbol.StoredImage;
import dev.flotsam.triage.symbol.StoredImage.State;
import dev.flotsam.triage.symbol.StoredSymbols;
import dev.flotsam.triage.symbol.StoredSymbols.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of records about symbols does. */
public abstract class StoredSymbolsContract {

    /** A store that holds nothing. */
    protected abstract StoredSymbols emptyStoredSymbols();

    @Test
    void aRecordComesBackAsItWasByUuidAndArchitecture() {
        StoredSymbols symbols = emptyStoredSymbols();
        StoredImage image = image(1, State.INDEXED, 0);
        assertThat(symbols.publish(image)).isEqualTo(image);
        assertThat(symbols.find(image.image())).contains(image);
        assertThat(symbols.find(new ImageId(image.image().uuid(), new Arch("x86_64"))))
                .isEmpty();
        assertThat(symbols.find(image(2, State.INDEXED, 0).image())).isEmpty();
    }

    @Test
    void theFirstReadableOneStands() {
        StoredSymbols symbols = emptyStoredSymbols();
        StoredImage first = image(1, State.INDEXED, 0);
        symbols.publish(first);
        assertThat(symbols.publish(image(1, State.INDEXED, 9))).isEqualTo(first);
        assertThat(symbols.publish(image(1, State.MALFORMED, 9))).isEqualTo(first);
        assertThat(symbols.find(first.image())).contains(first);
    }

    @Test
    void anUnreadableOneGivesWayToAReadableOne() {
        StoredSymbols symbols = emptyStoredSymbols();
        StoredImage readable = image(1, State.INDEXED, 9);
        symbols.publish(image(1, State.MALFORMED, 0));
        assertThat(symbols.publish(readable)).isEqualTo(readable);
        assertThat(symbols.find(readable.image())).contains(readable);
    }

    @Test
    void oneThatHidesFewerNamesTakesThePlaceOfOneThatHidesMore() {
        StoredSymbols symbols = emptyStoredSymbols();
        StoredImage hiding = hiding(40, "cd", 0);
        StoredImage better = hiding(3, "ef", 5);
        symbols.publish(hiding);
        assertThat(symbols.publish(hiding(40, "ee", 2))).isEqualTo(hiding);
        assertThat(symbols.publish(better)).isEqualTo(better);
        assertThat(symbols.publish(hiding)).isEqualTo(better);
        assertThat(symbols.publish(image(1, State.MALFORMED, 9))).isEqualTo(better);
        assertThat(symbols.find(better.image())).contains(better);
        assertThat(symbols.latestFirst(Optional.empty(), 10).images()).containsExactly(better);
    }

    @Test
    void eachImageIsListedOnceByTheRecordThatStands() {
        StoredSymbols symbols = emptyStoredSymbols();
        symbols.publish(image(1, State.INDEXED, 0));
        symbols.publish(image(1, State.INDEXED, 5));
        symbols.publish(image(2, State.MALFORMED, 1));
        symbols.publish(image(2, State.INDEXED, 6));
        assertThat(symbols.latestFirst(Optional.empty(), 10).images())
                .containsExactly(image(2, State.INDEXED, 6), image(1, State.INDEXED, 0));
    }

    @Test
    void theListIsReadSliceBySliceLatestFirstAndEachRecordOnce() {
        StoredSymbols symbols = emptyStoredSymbols();
        List<StoredImage> published = IntStream.range(0, 7)
                .mapToObj(number -> image(number, State.INDEXED, number))
                .toList();
        published.forEach(symbols::publish);
        List<StoredImage> read = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            Slice slice = symbols.latestFirst(next, 3);
            assertThat(slice.images()).hasSizeLessThanOrEqualTo(3);
            read.addAll(slice.images());
            next = slice.next();
        } while (next.isPresent());
        assertThat(read).containsExactlyElementsOf(published.reversed());
    }

    private static StoredImage hiding(int names, String content, int second) {
        StoredImage image = image(1, State.INDEXED, second);
        return new StoredImage(
                image.image(),
                image.name(),
                image.state(),
                image.functions(),
                names,
                image.gsymBytes(),
                image.storedBytes(),
                content.repeat(32),
                "bitcode hides " + names + " of its names",
                image.uploaded());
    }

    private static StoredImage image(int number, State state, int second) {
        boolean readable = state == State.INDEXED;
        return new StoredImage(
                new ImageId(new UUID(0x3F1C5A6E7B2D4C8EL, number), new Arch("arm64")),
                "Lighthouse.app.dSYM/Contents/Resources/DWARF/Lighthouse",
                state,
                readable ? 12 : 0,
                0,
                readable ? 4_096 : 0,
                readable ? 1_024 : 0,
                readable ? "ab".repeat(32) : "",
                readable ? "" : "byte 12: no load commands",
                UPLOADED.plusSeconds(second));
    }
}
