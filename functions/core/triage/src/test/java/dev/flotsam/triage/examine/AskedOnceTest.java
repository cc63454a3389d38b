package dev.flotsam.triage.examine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.symbols.Arch;
import dev.flotsam.symbols.Frame;
import dev.flotsam.symbols.ImageId;
import dev.flotsam.symbols.Lookup;
import dev.flotsam.symbols.SymbolSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AskedOnceTest {
    private static final ImageId MISSING = new ImageId(new UUID(0, 1), new Arch("arm64"));
    private static final ImageId STORED = new ImageId(new UUID(0, 2), new Arch("arm64"));

    private final List<ImageId> asked = new ArrayList<>();
    private final SymbolSource once = new AskedOnce((image, offset) -> {
        asked.add(image);
        return image.equals(MISSING) ? new Lookup.DsymMissing(image) : new Lookup.NoSymbol();
    });

    @Test
    void an_image_without_symbols_is_asked_for_once_and_answers_every_frame() {
        assertThat(once.lookup(MISSING, 1)).isEqualTo(new Lookup.DsymMissing(MISSING));
        assertThat(once.lookup(MISSING, 2)).isEqualTo(new Lookup.DsymMissing(MISSING));
        assertThat(asked).containsExactly(MISSING);
    }

    @Test
    void where_bitcode_hides_a_name_better_symbols_are_looked_for_once_and_waited_for_after() {
        Frame hidden = new Frame("__hidden#1_", "__hidden#1_", Optional.empty(), 1, false);
        Deque<Integer> better = new ArrayDeque<>(List.of(7));
        AtomicInteger looks = new AtomicInteger();
        AtomicInteger left = new AtomicInteger(40);
        AskedOnce hiding = new AskedOnce(new SymbolSource() {
            @Override
            public Lookup lookup(ImageId image, long offset) {
                return new Lookup.Resolved(List.of(hidden), left.get());
            }

            @Override
            public boolean refresh(ImageId image) {
                looks.incrementAndGet();
                left.set(better.isEmpty() ? left.get() : better.pop());
                return true;
            }
        });

        assertThat(hiding.lookup(STORED, 1)).isEqualTo(new Lookup.Resolved(List.of(hidden), 7));
        hiding.lookup(STORED, 2);
        assertThat(looks).hasValue(1);
        assertThat(hiding.awaited()).containsExactly(Map.entry(STORED, 7));
    }

    @Test
    void an_image_with_symbols_is_asked_for_every_address() {
        once.lookup(STORED, 1);
        once.lookup(STORED, 2);
        assertThat(asked).containsExactly(STORED, STORED);
    }
}
