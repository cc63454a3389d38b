package dev.flotsam.aws.dynamodb;

import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrences;
import dev.flotsam.triage.ReportId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Occurrences in DynamoDB: one conditional put claims a report. */
public final class DynamoOccurrences implements Occurrences {
    private final Table table;

    /** @param table the occurrences table */
    public DynamoOccurrences(Table table) {
        this.table = table;
    }

    @Override
    public Claim claim(Occurrence occurrence) {
        Optional<Map<String, AttributeValue>> standing = table.putIfAbsent(OccurrenceItems.item(occurrence));
        if (standing.isEmpty()) {
            return new Claim.Recorded();
        }
        if (new Fields(standing.get()).text("content").equals(occurrence.content())) {
            return new Claim.AlreadySeen();
        }
        if (variants(occurrence.id()).size() < MOST_VARIANTS) {
            table.putIfAbsent(OccurrenceItems.item(occurrence, OccurrenceItems.VARIANT + occurrence.content()));
        }
        return new Claim.Variant();
    }

    @Override
    public Optional<Occurrence> find(ReportId id) {
        return table.get(id.value(), OccurrenceItems.MAIN).map(OccurrenceItems::report);
    }

    @Override
    public Map<ReportId, Occurrence> findAll(Collection<ReportId> ids) {
        Map<ReportId, Occurrence> found = new HashMap<>();
        List<Map<String, AttributeValue>> keys = ids.stream()
                .map(id -> table.key(id.value(), OccurrenceItems.MAIN))
                .toList();
        for (Map<String, AttributeValue> item : table.getAll(keys, true)) {
            Occurrence report = OccurrenceItems.report(item);
            found.put(report.id(), report);
        }
        return found;
    }

    @Override
    public List<Occurrence> variants(ReportId id) {
        QueryRequest.Builder query = QueryRequest.builder()
                .keyConditionExpression("id = :id AND begins_with(part, :variant)")
                .expressionAttributeValues(
                        Map.of(":id", Item.text(id.value()), ":variant", Item.text(OccurrenceItems.VARIANT)))
                .limit(MOST_VARIANTS)
                .consistentRead(true);
        return table.query(query).items().stream()
                .map(OccurrenceItems::report)
                .sorted(Comparator.comparing(
                                (Occurrence report) -> report.source().uploaded())
                        .thenComparing(Occurrence::content))
                .toList();
    }

    @Override
    public boolean revise(Occurrence revised) {
        return table.replaceIf(OccurrenceItems.item(revised), "rev", Item.number(revised.revision() - 1));
    }
}
