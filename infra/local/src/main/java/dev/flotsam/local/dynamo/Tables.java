package dev.flotsam.local.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
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

    /** The ARN under which a table's stream is read. */
    public String streamArn(String table) throws InterruptedException {
        JsonNode description =
                dynamo.call("DescribeTable", Map.of("TableName", table)).path("Table");
        String arn = description.path("LatestStreamArn").asText("");
        if (arn.isEmpty()) {
            throw new IllegalStateException("table " + table + " has no stream");
        }
        return arn;
    }
}
