package dev.flotsam.local.dynamo;

import dev.flotsam.local.template.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Creates the template's tables where they are missing. */
public final class Tables {
    private final DynamoCalls dynamo;

    public Tables(DynamoCalls dynamo) {
        this.dynamo = dynamo;
    }

    public void create(List<Table> tables) throws InterruptedException {
        Set<String> present = new HashSet<>();
        dynamo.call("ListTables", Map.of()).path("TableNames").forEach(name -> present.add(name.asText()));
        for (Table table : tables) {
            if (present.contains(table.name())) {
                startStream(table);
                continue;
            }
            dynamo.call("CreateTable", table.definition());
            if (table.expiryAttribute().isPresent()) {
                dynamo.call(
                        "UpdateTimeToLive",
                        Map.of(
                                "TableName",
                                table.name(),
                                "TimeToLiveSpecification",
                                Map.of(
                                        "Enabled",
                                        true,
                                        "AttributeName",
                                        table.expiryAttribute().get())));
            }
        }
    }

    /** A data folder of an earlier version may hold the table without a stream. */
    private void startStream(Table table) throws InterruptedException {
        Object stream = table.definition().get("StreamSpecification");
        if (stream != null && latestStream(table.name()).isEmpty()) {
            dynamo.call("UpdateTable", Map.of("TableName", table.name(), "StreamSpecification", stream));
        }
    }

    private String latestStream(String table) throws InterruptedException {
        return dynamo.call("DescribeTable", Map.of("TableName", table))
                .path("Table")
                .path("LatestStreamArn")
                .asText("");
    }

    /** The ARN under which a table's stream is read. */
    public String streamArn(String table) throws InterruptedException {
        String arn = latestStream(table);
        if (arn.isEmpty()) {
            throw new IllegalStateException("table " + table + " has no stream");
        }
        return arn;
    }
}
