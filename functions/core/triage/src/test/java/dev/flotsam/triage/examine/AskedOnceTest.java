package dev.flotsam.triage.examine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.symbols.Arch;
import dev.flotsam.symbols.ImageId;
import dev.flotsam.symbols.Lookup;
import dev.flotsam.symbols.SymbolSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
    void an_image_with_symbols_is_asked_for_every_address() {
        once.lookup(STORED, 1);
        once.lookup(STORED, 2);
        assertThat(asked).containsExactly(STORED, STORED);
    }
}
