package dev.flotsam.aws.dynamodb;

import dev.flotsam.triage.ReportId;
import dev.flotsam.triage.absorb.Page;
import dev.flotsam.triage.absorb.Page.Entry;
import dev.flotsam.triage.absorb.Page.Listing;
import dev.flotsam.triage.absorb.Pages;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Report pages in the clusters table: an entry is one short line of text, about 90 bytes. */
public final class DynamoPages implements Pages {
    private final Table table;

    /** @param table the clusters table */
    public DynamoPages(Table table) {
        this.table = table;
    }

    @Override
    public void put(Page page) {
        table.put(new Item()
                .with("pk", ClusterKeys.list(page.list()))
                .with("sk", ClusterKeys.page(page))
                .with("lane", page.lane())
                .with("entries", page.entries().stream().map(DynamoPages::pack).toList())
                .with("expires", page.expires().getEpochSecond())
                .build());
    }

    @Override
    public Slice newestFirst(Listing list, Optional<String> after, int most) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":pk", Item.text(ClusterKeys.list(list)));
        values.put(":from", Item.text(ClusterKeys.PAGE));
        // '$' follows '#': every page key lies between "PAGE#" and "PAGE$".
        values.put(":to", Item.text(after.orElse("PAGE$")));
        QueryRequest.Builder query = QueryRequest.builder()
                .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
                .expressionAttributeValues(values)
                .scanIndexForward(false)
                .consistentRead(true)
                .limit(most + 1);
        QueryResponse answer = table.query(query);
        List<Fields> items = answer.items().stream()
                .map(Fields::new)
                .filter(item -> !item.text("sk").equals(after.orElse("")))
                .toList();
        List<Fields> kept = items.size() > most ? items.subList(0, most) : items;
        boolean isMore = items.size() > most || answer.hasLastEvaluatedKey();
        Optional<String> next =
                isMore && !kept.isEmpty() ? Optional.of(kept.getLast().text("sk")) : Optional.empty();
        return new Slice(kept.stream().map(item -> page(list, item)).toList(), next);
    }

    @Override
    public String cursor(Page page) {
        return ClusterKeys.page(page);
    }

    private static Page page(Listing list, Fields item) {
        return new Page(
                list,
                item.required("lane"),
                item.texts("entries").stream().map(DynamoPages::unpack).toList(),
                Instant.ofEpochSecond(item.number("expires")));
    }

    private static String pack(Entry entry) {
        return (entry.sign() > 0 ? "+ " : "- ") + entry.sequence() + " " + entry.report() + " " + entry.day() + " "
                + entry.uploaded().toEpochMilli();
    }

    private static Entry unpack(String packed) {
        List<String> parts = List.of(packed.split(" ", 5));
        return new Entry(
                parts.get(1),
                parts.get(0).equals("+") ? 1 : -1,
                new ReportId(parts.get(2)),
                LocalDate.parse(parts.get(3)),
                Instant.ofEpochMilli(Long.parseLong(parts.get(4))));
    }
}
