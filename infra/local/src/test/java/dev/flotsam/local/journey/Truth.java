package dev.flotsam.local.journey;

import dev.flotsam.symbols.SymbolSource;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.examine.Examined;
import dev.flotsam.triage.examine.Examiner;
import dev.flotsam.triage.examine.Finding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the counts must be, from the uploads alone: each event once, the first content of an incident wins. */
final class Truth {
    private final Examiner examiner;
    private final Set<String> events = new HashSet<>();
    private final Set<String> refused = new HashSet<>();
    private final Map<String, Long> counts = new TreeMap<>();

    private Truth(Examiner examiner) {
        this.examiner = examiner;
    }

    /** With the symbols of {@code symbols}. */
    static Truth with(SymbolSource symbols) {
        return new Truth(Examiner.withBuiltInRules(symbols));
    }

    /** Takes an upload; answers whether it told of nothing that an earlier one told of in other words. */
    boolean isFirstOfItsEvents(byte[] content) throws IOException {
        List<Examined> found = new ArrayList<>();
        examiner.examine(new ByteArrayInputStream(content), found::add);
        return found.stream().map(this::take).reduce(true, Boolean::logicalAnd);
    }

    private boolean take(Examined examined) {
        return switch (examined.finding()) {
            case Finding.Stack stack -> {
                boolean isFirst = events.add(event(stack, examined));
                if (isFirst) {
                    String signature = stack.signed().signature().id();
                    counts.merge(
                            ClusterId.of(stack.report().app().idOrName(), signature)
                                    .value(),
                            1L,
                            Long::sum);
                }
                yield isFirst;
            }
            case Finding.Rejected ignored -> refused.add(examined.content());
            case Finding.Jetsam ignored -> true;
            case Finding.Session ignored -> true;
            case Finding.Warning ignored -> true;
            case Finding.Exits ignored -> true;
            case Finding.Portrait ignored -> true;
            case Finding.Allocations ignored -> true;
            case Finding.Recognised ignored -> true;
            case Finding.Symbols ignored -> true;
        };
    }

    private static String event(Finding.Stack stack, Examined examined) {
        var incident = stack.report().incident();
        boolean isNamed = !incident.id().isEmpty() && incident.captured().isPresent();
        return isNamed
                ? stack.report().app().idOrName() + " " + incident.id() + " "
                        + incident.captured().get().getEpochSecond()
                : examined.content();
    }

    /** Reports per cluster id. */
    Map<String, Long> counts() {
        return counts;
    }

    long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    int rejected() {
        return refused.size();
    }
}
