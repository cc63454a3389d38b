package dev.flotsam.aws.dynamodb;

import dev.flotsam.contracts.port.SetAsideContract;
import dev.flotsam.triage.absorb.Position;
import dev.flotsam.triage.absorb.SetAside;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoSetAsideTest extends SetAsideContract {
    @RegisterExtension
    static final LocalDynamo DYNAMO = new LocalDynamo();

    private Table table;

    @Override
    protected SetAside emptySetAside() {
        table = DYNAMO.emptyTable("Clusters");
        return new DynamoSetAside(table);
    }

    @Override
    protected Optional<String> reasonAt(Position position) {
        return table.get("SETASIDE#" + position.lane(), position.sequence())
                .map(item -> new Fields(item).required("reason"));
    }
}
