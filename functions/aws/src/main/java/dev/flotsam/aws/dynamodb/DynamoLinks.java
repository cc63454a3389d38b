package dev.flotsam.aws.dynamodb;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.decide.LinkBook;
import dev.flotsam.triage.decide.LinkBook.Apart;
import dev.flotsam.triage.decide.LinkBook.Merge;
import dev.flotsam.triage.decide.Links;
import dev.flotsam.triage.decide.Part;
import dev.flotsam.triage.decide.PartRule;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Links in the settings table: {@code LINKS#<app>}, {@value #SORT}; a link is a row of texts. */
public final class DynamoLinks implements Links {
    private static final String PARTITION = "LINKS#";
    private static final String SORT = "BOOK";

    private final Table table;

    /** @param table the settings table */
    public DynamoLinks(Table table) {
        this.table = table;
    }

    @Override
    public LinkBook find(String app) {
        Optional<Map<String, AttributeValue>> item = table.get(PARTITION + app, SORT);
        return item.map(it -> book(app, new Fields(it))).orElseGet(() -> LinkBook.empty(app));
    }

    @Override
    public boolean replace(LinkBook book) {
        return book.revision() == 1
                ? table.putIfAbsent(item(book)).isEmpty()
                : table.replaceIf(item(book), "rev", Item.number(book.revision() - 1));
    }

    private static Map<String, AttributeValue> item(LinkBook book) {
        return new Item()
                .with("pk", PARTITION + book.app())
                .with("sk", SORT)
                .with("rev", book.revision())
                .with(
                        "merges",
                        rows(book.merges().stream()
                                .map(merge -> row(
                                        merge.member().value(),
                                        merge.head().value(),
                                        Long.toString(merge.at().toEpochMilli()),
                                        merge.by()))))
                .with(
                        "apart",
                        rows(book.apart().stream()
                                .map(pair ->
                                        row(pair.first().value(), pair.second().value()))))
                .with(
                        "parts",
                        rows(book.parts().stream()
                                .map(part -> row(
                                        part.source().value(),
                                        part.rule().key(),
                                        part.rule().value(),
                                        part.target().value(),
                                        Long.toString(part.at().toEpochMilli()),
                                        part.by()))))
                .build();
    }

    private static LinkBook book(String app, Fields fields) {
        return new LinkBook(
                app,
                fields.number("rev"),
                fields.rows("merges").stream()
                        .map(row -> new Merge(id(row, 0), id(row, 1), time(row, 2), row.get(3)))
                        .toList(),
                fields.rows("apart").stream()
                        .map(row -> Apart.of(id(row, 0), id(row, 1)))
                        .collect(Collectors.toSet()),
                fields.rows("parts").stream()
                        .map(row -> new Part(
                                id(row, 0), PartRule.of(row.get(1), row.get(2)), id(row, 3), time(row, 4), row.get(5)))
                        .toList());
    }

    private static ClusterId id(List<String> row, int at) {
        return new ClusterId(row.get(at));
    }

    private static Instant time(List<String> row, int at) {
        return Instant.ofEpochMilli(Long.parseLong(row.get(at)));
    }

    private static AttributeValue rows(Stream<AttributeValue> rows) {
        return AttributeValue.fromL(rows.toList());
    }

    private static AttributeValue row(String... texts) {
        return AttributeValue.fromL(Arrays.stream(texts).map(Item::text).toList());
    }
}
