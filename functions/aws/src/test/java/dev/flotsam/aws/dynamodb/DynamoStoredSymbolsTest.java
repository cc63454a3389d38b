package dev.flotsam.aws.dynamodb;

import dev.flotsam.contracts.port.StoredSymbolsContract;
import dev.flotsam.triage.symbol.StoredSymbols;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoStoredSymbolsTest extends StoredSymbolsContract {
    @RegisterExtension
    static final LocalDynamo DYNAMO = new LocalDynamo();

    @Override
    protected StoredSymbols emptyStoredSymbols() {
        return new DynamoStoredSymbols(DYNAMO.emptyTable("Symbols"));
    }
}
