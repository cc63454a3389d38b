package dev.flotsam.servetriage;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.flotsam.memory.atlas.LimitEntry;
import dev.flotsam.triage.limit.Limits.Kept;
import dev.flotsam.triage.limit.Limits.Slice;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the API says about memory limits. */
final class LimitAnswers {
    private LimitAnswers() {}

    static LimitList list(Slice slice) {
        return new LimitList(
                slice.limits().stream().map(LimitAnswers::line).toList(),
                slice.next().map(Cursor::of).orElse(null));
    }

    private static LimitLine line(Kept kept) {
        LimitEntry entry = kept.votes().entry(kept.key());
        Map<String, Long> sources = new TreeMap<>();
        entry.bySource().forEach((source, count) -> sources.put(source.wireName(), count));
        return new LimitLine(
                kept.key().device(),
                kept.key().os(),
                kept.key().kind().wireName(),
                kept.key().state().name().toLowerCase(Locale.ROOT),
                entry.limit().orElse(null),
                entry.counts().isEmpty(),
                entry.samples(),
                kept.votes().installations(),
                kept.votes().isFull(),
                entry.spread(),
                sources,
                values(entry));
    }

    private static List<ValueLine> values(LimitEntry entry) {
        return new TreeMap<>(entry.counts())
                .entrySet().stream()
                        .map(value -> new ValueLine(
                                value.getKey(),
                                value.getValue().values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum()))
                        .toList();
    }

    /**
     * A page of limits.
     *
     * @param limits by device, system, kind of process, state
     * @param next cursor of the next page, null at the end
     */
    record LimitList(List<LimitLine> limits, String next) {}

    /**
     * One limit.
     *
     * @param kind app, extension, web-view or daemon
     * @param state active or inactive
     * @param bytes the limit
     * @param lowerBound only memory warnings tell: the limit is at least that
     * @param samples reports that tell
     * @param installations that they come from
     * @param sampled more installations have told than are kept: samples and installations are a fair part of all
     * @param spread largest less smallest value, in bytes
     * @param sources samples by source
     * @param values samples by value: entitled apps have a higher limit than others
     */
    record LimitLine(
            String device,
            String os,
            @JsonProperty("process_kind") String kind,
            String state,
            @JsonProperty("limit_bytes") Long bytes,
            @JsonProperty("lower_bound") boolean lowerBound,
            long samples,
            int installations,
            boolean sampled,
            @JsonProperty("spread_bytes") long spread,
            Map<String, Long> sources,
            List<ValueLine> values) {}

    /**
     * A value that was seen.
     *
     * @param bytes the limit
     * @param samples reports that tell it
     */
    record ValueLine(@JsonProperty("limit_bytes") long bytes, long samples) {}
}
