package dev.flotsam.servetriage;

import dev.flotsam.servetriage.LinkAnswers.Linked;
import dev.flotsam.servetriage.LinkAnswers.Parted;
import dev.flotsam.servetriage.LinkAnswers.WantedMerge;
import dev.flotsam.servetriage.LinkAnswers.WantedSplit;
import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.access.ApiKey;
import dev.flotsam.triage.access.Role;
import dev.flotsam.triage.decide.LinkBook;
import dev.flotsam.triage.decide.LinkClusters;
import dev.flotsam.triage.decide.MoveParts;
import dev.flotsam.triage.decide.Part;
import dev.flotsam.triage.decide.PartRule;
import dev.flotsam.triage.query.ShowCluster;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;

/** What belongs together and what does not. */
@Path("/v1/clusters/{id}")
@Blocking
@Consumes(MediaType.APPLICATION_JSON)
public class LinksResource {
    private final Viewer viewer;
    private final ShowCluster showCluster;
    private final LinkClusters linkClusters;
    private final MoveParts moveParts;

    LinksResource(Viewer viewer, ShowCluster showCluster, LinkClusters linkClusters, MoveParts moveParts) {
        this.viewer = viewer;
        this.showCluster = showCluster;
        this.linkClusters = linkClusters;
        this.moveParts = moveParts;
    }

    /** Merges clusters: they are shown as one from then on, and no report is rewritten. */
    @POST
    @Path("/merge")
    public Linked merge(@PathParam("id") String id, WantedMerge wanted) {
        ApiKey key = viewer.as(Role.TRIAGE);
        Cluster cluster = find(key, id);
        boolean isHead = wanted.into().isEmpty();
        ClusterId into = isHead ? cluster.id() : ofApp(key, wanted.into(), cluster.app());
        List<ClusterId> members = isHead
                ? wanted.with().stream()
                        .map(other -> ofApp(key, other, cluster.app()))
                        .toList()
                : List.of(cluster.id());
        return LinkAnswers.linked(
                into,
                wanted.undo()
                        ? linkClusters.reunite(cluster.app(), into, members, key.label())
                        : linkClusters.merge(cluster.app(), into, members, key.label()));
    }

    /** Takes clusters out of a merge, or sets a part of a cluster apart and moves its reports step by step. */
    @POST
    @Path("/split")
    public Parted split(@PathParam("id") String id, WantedSplit wanted) {
        ApiKey key = viewer.as(Role.TRIAGE);
        Cluster cluster = find(key, id);
        Optional<PartRule> rule = wanted.rule();
        if (rule.isEmpty()) {
            List<ClusterId> members = wanted.members().stream()
                    .map(member -> ofApp(key, member, cluster.app()))
                    .toList();
            return LinkAnswers.separated(members, linkClusters.separate(cluster.app(), members, !wanted.undo()));
        }
        LinkBook book = LinkAnswers.book(linkClusters.part(cluster.app(), cluster.id(), rule.get(), key.label()));
        return LinkAnswers.parted(
                Part.target(cluster.app(), book.head(cluster.id()), rule.get()),
                moveParts.step(cluster.app(), book.group(cluster.id()), Cursor.optional(wanted.cursor())));
    }

    private Cluster find(ApiKey key, String id) {
        return ClusterIds.parse(id)
                .flatMap(it -> showCluster.find(key, it))
                .orElseThrow(() -> Problem.notFound("cluster"));
    }

    private ClusterId ofApp(ApiKey key, String id, String app) {
        Cluster other = find(key, id);
        if (!other.app().equals(app)) {
            throw Problem.badRequest("cluster " + id + " is another app's: only clusters of one app belong together");
        }
        return other.id();
    }
}
