package dev.flotsam.contracts.fake;

import dev.flotsam.contracts.port.StoredSymbolsContract;
import dev.flotsam.triage.symbol.StoredSymbols;

final class FakeStoredSymbolsTest extends StoredSymbolsContract {
    @Override
    protected StoredSymbols emptyStoredSymbols() {
        return new FakeStoredSymbols();
    }
}
