package dev.flotsam.servetriage;

import dev.flotsam.servetriage.ClusterAnswers.ClusterAnswer;
import dev.flotsam.servetriage.ClusterAnswers.ClusterList;
import dev.flotsam.servetriage.DecisionAnswers.DecisionAnswer;
import dev.flotsam.servetriage.DecisionAnswers.WantedDecision;
import dev.flotsam.servetriage.ReportAnswers.ReportList;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.absorb.Dimension;
import dev.flotsam.triage.access.ApiKey;
import dev.flotsam.triage.access.Role;
import dev.flotsam.triage.decide.DecideCluster;
import dev.flotsam.triage.query.ClusterFilter;
import dev.flotsam.triage.query.ClusterSummary;
import dev.flotsam.triage.query.ListClusters;
import dev.flotsam.triage.query.ListReports;
import dev.flotsam.triage.query.ShowCluster;
import dev.flotsam.triage.query.ShowCluster.Shown;
import dev.flotsam.triage.query.Sort;
import dev.flotsam.triage.similar.SuggestMerges;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;

/** Clusters: lists, one, its reports, and what people decide about it. */
@Path("/v1/clusters")
@Blocking
public class ClustersResource {
    private static final int MOST = 100;
    private static final int SAMPLES = 10;

    private final Viewer viewer;
    private final ListClusters listClusters;
    private final ShowCluster showCluster;
    private final ListReports listReports;
    private final SuggestMerges suggestMerges;
    private final DecideCluster decideCluster;
    private final Clock clock;

    ClustersResource(
            Viewer viewer,
            ListClusters listClusters,
            ShowCluster showCluster,
            ListReports listReports,
            SuggestMerges suggestMerges,
            DecideCluster decideCluster,
            Clock clock) {
        this.viewer = viewer;
        this.listClusters = listClusters;
        this.showCluster = showCluster;
        this.listReports = listReports;
        this.suggestMerges = suggestMerges;
        this.decideCluster = decideCluster;
        this.clock = clock;
    }

    @GET
    public ClusterList list(
            @BeanParam FilterParameters filter,
            @QueryParam("sort") @DefaultValue("last_seen") String sort,
            @QueryParam("cursor") @DefaultValue("") String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        ApiKey key = viewer.as(Role.READ);
        int most = Math.clamp(limit, 1, MOST);
        return ClusterAnswers.list(
                listClusters.list(key, filter.filter(), Sort.parse(sort), Cursor.offset(cursor), most),
                clock.instant());
    }

    @GET
    @Path("/{id}")
    public ClusterAnswer show(@PathParam("id") String id) {
        ApiKey key = viewer.as(Role.READ);
        Shown shown = find(key, id);
        List<ClusterId> members = shown.summary().members();
        return ClusterAnswers.answer(
                shown,
                listReports.newest(members, SAMPLES),
                suggestMerges.suggest(shown.summary().cluster().app(), members, shown.book()),
                clock.instant());
    }

    /** Changes how the cluster stands with people; {@code If-Match} names the revision that was looked at. */
    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public DecisionAnswer decide(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @DefaultValue("") String revision,
            WantedDecision wanted) {
        ApiKey key = viewer.as(Role.TRIAGE);
        ClusterSummary shown = find(key, id).summary();
        return DecisionAnswers.of(decideCluster.decide(
                shown.decision().app(),
                shown.decision().cluster(),
                DecisionAnswers.revision(revision),
                wanted.change(),
                shown.by(Dimension.VERSION).keySet(),
                key.label()));
    }

    @GET
    @Path("/{id}/reports")
    public ReportList reports(
            @PathParam("id") String id,
            @QueryParam("cursor") @DefaultValue("") String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        ApiKey key = viewer.as(Role.READ);
        return ReportAnswers.list(listReports.ofClusters(
                find(key, id).summary().members(), Cursor.optional(cursor), Math.clamp(limit, 1, MOST)));
    }

    private Shown find(ApiKey key, String id) {
        return ClusterIds.parse(id)
                .flatMap(it -> showCluster.show(key, it))
                .orElseThrow(() -> Problem.notFound("cluster"));
    }

    /** The filter of a list, as query parameters. */
    static class FilterParameters {
        @QueryParam("app")
        @DefaultValue("")
        String app;

        @QueryParam("kind")
        @DefaultValue("")
        String kind;

        @QueryParam("state")
        @DefaultValue("")
        String state;

        @QueryParam("version")
        @DefaultValue("")
        String version;

        @QueryParam("os")
        @DefaultValue("")
        String os;

        @QueryParam("device")
        @DefaultValue("")
        String device;

        @QueryParam("q")
        @DefaultValue("")
        String words;

        @QueryParam("from")
        @DefaultValue("")
        String from;

        @QueryParam("to")
        @DefaultValue("")
        String to;

        ClusterFilter filter() {
            return new ClusterFilter(
                    app,
                    kind,
                    Cursor.words(state),
                    version,
                    os,
                    device,
                    words,
                    Cursor.instant("from", from),
                    Cursor.instant("to", to));
        }
    }
}
