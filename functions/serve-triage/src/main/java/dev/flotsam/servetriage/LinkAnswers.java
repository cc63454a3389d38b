package dev.flotsam.servetriage;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.decide.LinkBook;
import dev.flotsam.triage.decide.LinkBook.Apart;
import dev.flotsam.triage.decide.LinkClusters.Outcome;
import dev.flotsam.triage.decide.MoveParts.Moved;
import dev.flotsam.triage.decide.PartRule;
import dev.flotsam.triage.query.ShowCluster.Member;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What the API takes and says about links. */
final class LinkAnswers {
    private LinkAnswers() {}

    static Linked linked(ClusterId cluster, Outcome outcome) {
        LinkBook book = book(outcome);
        return new Linked(book.head(cluster).value(), values(book.group(cluster)));
    }

    static Parted separated(List<ClusterId> members, Outcome outcome) {
        book(outcome);
        return new Parted(values(members), 0, null);
    }

    static Parted parted(ClusterId part, Moved moved) {
        return new Parted(
                List.of(part.value()),
                moved.reports(),
                moved.next().map(Cursor::of).orElse(null));
    }

    /** What stands now. */
    static LinkBook book(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Linked(LinkBook book) -> book;
            case Outcome.Contradiction(Apart between) ->
                throw Problem.conflict(
                        "These clusters were set apart",
                        between.first() + " and " + between.second()
                                + " must not be merged; send \"undo\": true to take the split back");
            case Outcome.Full ignored ->
                throw Problem.conflict(
                        "There are too many links", "an app has at most " + LinkBook.MOST_LINKS + " of them");
        };
    }

    static MemberAnswer member(Member member) {
        return new MemberAnswer(
                member.id().value(),
                member.title(),
                member.total().reports(),
                member.merge().map(LinkBook.Merge::at).orElse(null),
                member.merge().map(LinkBook.Merge::by).orElse(null));
    }

    /** What must not be merged with the cluster or its members. */
    static List<String> apart(LinkBook book, Collection<ClusterId> members) {
        return values(members.stream()
                .flatMap(member -> book.apartFrom(member).stream())
                .distinct()
                .sorted()
                .toList());
    }

    static List<PartAnswer> parts(LinkBook book, Collection<ClusterId> members) {
        return book.parts().stream()
                .filter(part -> members.contains(part.source()))
                .map(part -> new PartAnswer(
                        part.target().value(), part.rule().key(), part.rule().words(), part.at(), part.by()))
                .distinct()
                .toList();
    }

    private static List<String> values(Collection<ClusterId> ids) {
        return ids.stream().map(ClusterId::value).toList();
    }

    /**
     * What to merge: {@code into} another, or others {@code with} this one.
     *
     * @param undo take a split of them back first
     */
    record WantedMerge(String into, List<String> with, boolean undo) {
        WantedMerge {
            into = into == null ? "" : into;
            with = with == null ? List.of() : List.copyOf(with);
            if (into.isEmpty() == with.isEmpty()) {
                throw Problem.badRequest("name the cluster to merge it into, or those to merge with it");
            }
            if (with.size() > MOST_NAMED) {
                throw Problem.badRequest("with: at most " + MOST_NAMED + " clusters");
            }
        }
    }

    /** Most clusters one request names. */
    static final int MOST_NAMED = 100;

    /**
     * What to split off: members of a merge, or the reports that one of the others tells.
     *
     * @param members clusters that were merged
     * @param undo take the merge back as if it had not been: they may be merged again
     * @param frame a function of the blamed stack, as {@code similar} and the explanation name it
     * @param reports ids of chosen reports
     * @param cursor where the answer before ended
     */
    record WantedSplit(
            List<String> members,
            boolean undo,
            String version,
            String os,
            String device,
            String frame,
            List<String> reports,
            String cursor) {
        WantedSplit {
            members = members == null ? List.of() : List.copyOf(members);
            reports = reports == null ? List.of() : List.copyOf(reports);
            cursor = cursor == null ? "" : cursor;
            if (members.size() > MOST_NAMED) {
                throw Problem.badRequest("members: at most " + MOST_NAMED + " clusters");
            }
        }

        /** The rule it names; empty if it names members. */
        Optional<PartRule> rule() {
            List<PartRule> rules = new ArrayList<>();
            add(rules, "version", version);
            add(rules, "os", os);
            add(rules, "device", device);
            add(rules, "frame", frame);
            add(rules, "reports", reports.isEmpty() ? null : String.join(",", reports));
            if (rules.size() + (members.isEmpty() ? 0 : 1) != 1) {
                throw Problem.badRequest("name one of members, version, os, device, frame, reports");
            }
            if (undo && members.isEmpty()) {
                throw Problem.badRequest("undo goes with members; a part is taken back by merging it with undo");
            }
            return rules.stream().findFirst();
        }

        private static void add(List<PartRule> rules, String key, String value) {
            if (value != null) {
                rules.add(PartRule.of(key, value));
            }
        }
    }

    /**
     * Clusters that are shown as one.
     *
     * @param cluster stands for them
     * @param members all of them, itself first
     */
    record Linked(String cluster, List<String> members) {}

    /**
     * What was split off.
     *
     * @param clusters it
     * @param moved reports that went there in this step
     * @param next cursor of the next step, null when all are there
     */
    record Parted(List<String> clusters, int moved, String next) {}

    /**
     * A cluster that is shown as another.
     *
     * @param count its own reports
     * @param mergedAt when people merged it; null for the first, and for one whose signature changed
     */
    record MemberAnswer(
            String id,
            String title,
            long count,
            @JsonProperty("merged_at") Instant mergedAt,
            @JsonProperty("merged_by") String mergedBy) {}

    /**
     * A part that was set apart.
     *
     * @param cluster where its reports are
     * @param by version, os, device, frame or reports
     * @param words the rule in words
     */
    record PartAnswer(
            String cluster,
            String by,
            String words,
            Instant at,
            @JsonProperty("set_by") String setBy) {}
}
