package dev.flotsam.aws.dynamodb;

import dev.flotsam.triage.absorb.Position;
import dev.flotsam.triage.absorb.SetAside;

/** Set-aside stream records in the clusters table: {@code SETASIDE#<lane>}, {@code <sequence>}. */
public final class DynamoSetAside implements SetAside {
    private final Table table;

    /** @param table the clusters table */
    public DynamoSetAside(Table table) {
        this.table = table;
    }

    @Override
    public void put(Position position, String reason, String raw) {
        table.putIfAbsent(new Item()
                .with("pk", "SETASIDE#" + position.lane())
                .with("sk", position.sequence())
                .with("reason", reason)
                .with("raw", raw)
                .build());
    }
}
