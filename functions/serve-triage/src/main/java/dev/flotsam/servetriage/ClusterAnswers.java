package dev.flotsam.servetriage;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.flotsam.servetriage.DecisionAnswers.DecisionAnswer;
import dev.flotsam.servetriage.LinkAnswers.MemberAnswer;
import dev.flotsam.servetriage.LinkAnswers.PartAnswer;
import dev.flotsam.servetriage.ReportAnswers.ReportLine;
import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.Cluster.FrameLine;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.absorb.Dimension;
import dev.flotsam.triage.absorb.DistinctCount;
import dev.flotsam.triage.absorb.Sketch;
import dev.flotsam.triage.query.ClusterSummary;
import dev.flotsam.triage.query.ListClusters.Listed;
import dev.flotsam.triage.query.ShowCluster.Shown;
import dev.flotsam.triage.similar.SuggestMerges.Suggestion;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the API says about clusters. */
final class ClusterAnswers {
    private ClusterAnswers() {}

    static ClusterList list(Listed listed, Instant now) {
        return new ClusterList(
                listed.clusters().stream().map(summary -> line(summary, now)).toList(),
                listed.next().map(Cursor::of).orElse(null),
                listed.isComplete());
    }

    static ClusterAnswer answer(Shown shown, List<Occurrence> samples, List<Suggestion> suggestions, Instant now) {
        ClusterSummary summary = shown.summary();
        Cluster cluster = summary.cluster();
        return new ClusterAnswer(
                line(summary, now),
                cluster.signature(),
                cluster.ruleset(),
                cluster.exemplar().sentence(),
                cluster.exemplar().frames().stream().map(ClusterAnswers::frame).toList(),
                cluster.exemplar().explanation(),
                summary.by(Dimension.OS),
                summary.by(Dimension.DEVICE),
                samples.stream().map(ReportAnswers::line).toList(),
                DecisionAnswers.decision(summary.decision()),
                shown.members().stream().map(LinkAnswers::member).toList(),
                LinkAnswers.apart(shown.book(), summary.members()),
                LinkAnswers.parts(shown.book(), summary.members()),
                suggestions.stream().map(ClusterAnswers::similar).toList());
    }

    private static SimilarAnswer similar(Suggestion suggestion) {
        return new SimilarAnswer(
                suggestion.cluster().value(),
                suggestion.title(),
                suggestion.score(),
                suggestion.frames().stream()
                        .map(frame -> new AlignedAnswer(frame.function(), frame.here(), frame.there(), frame.share()))
                        .toList());
    }

    private static ClusterLine line(ClusterSummary summary, Instant now) {
        Cluster cluster = summary.cluster();
        Sketch sketch = summary.sketch();
        return new ClusterLine(
                cluster.id().value(),
                cluster.app(),
                cluster.kind(),
                cluster.title(),
                summary.state(now),
                summary.decision().standing().assignee(),
                summary.count(),
                new Devices(sketch.devices().estimate(), DistinctCount.STANDARD_ERROR),
                sketch.first().orElse(cluster.created()),
                sketch.last().orElse(cluster.created()),
                sketch.stale(),
                cluster.unstable(),
                summary.members().size(),
                summary.by(Dimension.VERSION),
                summary.days().stream()
                        .map(day -> new Day(day.day().toString(), day.count()))
                        .toList());
    }

    private static FrameAnswer frame(FrameLine frame) {
        return new FrameAnswer(
                frame.image(), frame.symbol(), frame.place().isEmpty() ? null : frame.place(), frame.inApp());
    }

    /**
     * A page of a list.
     *
     * @param clusters in the order asked for
     * @param next cursor of the next page, null at the end
     * @param complete false if there were more clusters than one list looks at: narrow the filter
     */
    record ClusterList(List<ClusterLine> clusters, String next, boolean complete) {}

    /**
     * A cluster in a list.
     *
     * @param state open, resolved, ignored, or regressed: resolved and seen again in a newer version
     * @param assignee who looks after it, empty for nobody
     * @param count reports, exact
     * @param devices distinct installations, estimated
     * @param seenIsWide a report has left since: first and last seen and devices may be too wide
     * @param unstable the signature rests on an address until symbols arrive
     * @param merged how many clusters are shown as this one, 1 for itself alone
     * @param versions reports per app version, most first
     * @param days reports a day, oldest first
     */
    record ClusterLine(
            String id,
            String app,
            String kind,
            String title,
            String state,
            String assignee,
            long count,
            Devices devices,
            @JsonProperty("first_seen") Instant firstSeen,
            @JsonProperty("last_seen") Instant lastSeen,
            @JsonProperty("seen_is_wide") boolean seenIsWide,
            boolean unstable,
            int merged,
            Map<String, Long> versions,
            List<Day> days) {}

    /**
     * Distinct installations.
     *
     * @param estimate about how many
     * @param error standard error, as a fraction
     */
    record Devices(long estimate, double error) {}

    /**
     * Reports of a day.
     *
     * @param day UTC
     */
    record Day(String day, long count) {}

    /**
     * One cluster with all that is kept of it.
     *
     * @param members what is shown as it, itself first
     * @param apart what must not be merged with it
     * @param parts rules that keep reports out of it
     * @param similar what looks like it, best first, at most 5
     */
    record ClusterAnswer(
            @com.fasterxml.jackson.annotation.JsonUnwrapped ClusterLine line,
            String signature,
            String ruleset,
            String cause,
            List<FrameAnswer> frames,
            List<String> explanation,
            Map<String, Long> os,
            @JsonProperty("device_models") Map<String, Long> deviceModels,
            List<ReportLine> samples,
            DecisionAnswer decision,
            List<MemberAnswer> members,
            List<String> apart,
            List<PartAnswer> parts,
            List<SimilarAnswer> similar) {}

    /**
     * A cluster that looks like this one: people may merge it, nobody else does.
     *
     * @param score 0 to 1
     * @param frames functions that stand in both stacks
     */
    record SimilarAnswer(String id, String title, double score, List<AlignedAnswer> frames) {}

    /**
     * A function that stands in both stacks.
     *
     * @param here its place in this cluster's stack, 0 innermost
     * @param there its place in the other's
     * @param share what it adds to the score
     */
    record AlignedAnswer(String function, int here, int there, double share) {}

    /** A frame of the cluster's stack. */
    record FrameAnswer(
            String image,
            String symbol,
            String place,
            @JsonProperty("in_app") boolean inApp) {}
}
