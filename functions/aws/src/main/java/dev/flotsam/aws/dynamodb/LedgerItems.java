package dev.flotsam.aws.dynamodb;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.alert.Alert;
import dev.flotsam.triage.alert.Ledger;
import dev.flotsam.triage.alert.Letter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How a ledger is written into an item; each alert of its letter takes one text of tab-separated parts. */
final class LedgerItems {
    private LedgerItems() {}

    static Item item(String partition, String sort, Ledger ledger) {
        return new Item()
                .with("pk", partition)
                .with("sk", sort)
                .with("letter", ledger.letter().map(LedgerItems::alerts).orElse(List.of()))
                .with("digest", ledger.letter().map(Letter::digest).orElse(false))
                .with(
                        "singles",
                        ledger.singles().stream()
                                .map(when -> Long.toString(when.toEpochMilli()))
                                .toList())
                .with("digested", ledger.digested())
                .with("delivered", ledger.delivered())
                .with("notbefore", ledger.notBefore())
                .with("failures", ledger.failures())
                .with("reason", ledger.reason());
    }

    static Ledger ledger(Map<String, AttributeValue> item) {
        Fields fields = new Fields(item);
        List<String> packed = fields.texts("letter");
        Optional<Letter> letter = packed.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Letter(packed.stream().map(LedgerItems::unpack).toList(), fields.flag("digest")));
        return new Ledger(
                letter,
                fields.texts("singles").stream()
                        .map(when -> Instant.ofEpochMilli(Long.parseLong(when)))
                        .toList(),
                fields.time("digested"),
                fields.time("delivered"),
                fields.time("notbefore"),
                (int) fields.numberOrZero("failures"),
                fields.text("reason"));
    }

    private static List<String> alerts(Letter letter) {
        return letter.alerts().stream().map(LedgerItems::pack).toList();
    }

    private static String pack(Alert alert) {
        return String.join(
                "\t",
                alert.kind().word(),
                alert.cluster().value(),
                alert.episode(),
                Long.toString(alert.raised().toEpochMilli()),
                alert.target().map(ClusterId::value).orElse(""),
                alert.versions()
                        .map(Alert.Versions::resolved)
                        .map(LedgerItems::oneField)
                        .orElse(""),
                alert.versions()
                        .map(Alert.Versions::seen)
                        .map(LedgerItems::oneField)
                        .orElse(""),
                alert.app());
    }

    /** Versions come from reports and from people, and may hold anything. */
    private static String oneField(String text) {
        return text.replace('\t', ' ');
    }

    private static Alert unpack(String packed) {
        String[] parts = packed.split("\t", 8);
        return new Alert(
                Alert.Kind.parse(parts[0]),
                new ClusterId(parts[1]),
                parts[7],
                parts[2],
                Instant.ofEpochMilli(Long.parseLong(parts[3])),
                parts[4].isEmpty() ? Optional.empty() : Optional.of(new ClusterId(parts[4])),
                parts[6].isEmpty() ? Optional.empty() : Optional.of(new Alert.Versions(parts[5], parts[6])));
    }
}
