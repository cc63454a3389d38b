package dev.flotsam.contracts.fault;

import dev.flotsam.symbols.ImageId;
import dev.flotsam.triage.symbol.StoredImage;
import dev.flotsam.triage.symbol.StoredSymbols;
import java.util.Optional;

/** Records of symbols behind a gate. */
record GatedStoredSymbols(StoredSymbols inner, Gate gate) implements StoredSymbols {
    @Override
    public Optional<StoredImage> find(ImageId image) {
        return gate.call("symbols.find", () -> inner.find(image));
    }

    @Override
    public StoredImage publish(StoredImage image) {
        return gate.call("symbols.publish", () -> inner.publish(image));
    }

    @Override
    public Slice latestFirst(Optional<String> after, int most) {
        return gate.call("symbols.latestFirst", () -> inner.latestFirst(after, most));
    }
}
