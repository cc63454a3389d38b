package dev.flotsam.servetriage;

import dev.flotsam.servetriage.HealthAnswers.AppLine;
import dev.flotsam.servetriage.HealthAnswers.AppList;
import dev.flotsam.servetriage.HealthAnswers.HealthList;
import dev.flotsam.triage.access.ApiKey;
import dev.flotsam.triage.access.Role;
import dev.flotsam.triage.health.ShowHealth;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** Apps, and how each of their versions does. */
@Path("/v1/apps")
@Blocking
public class AppsResource {
    private static final int MOST = 50;
    private static final int MOST_APPS = 500;

    private final Viewer viewer;
    private final ShowHealth showHealth;

    AppsResource(Viewer viewer, ShowHealth showHealth) {
        this.viewer = viewer;
        this.showHealth = showHealth;
    }

    /** Apps that the key sees. */
    @GET
    public AppList list(
            @QueryParam("cursor") @DefaultValue("") String cursor,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        ApiKey key = viewer.as(Role.READ);
        List<String> apps = showHealth.apps(key);
        int from = Math.min(Cursor.offset(cursor), apps.size());
        int to = Math.min(from + Math.clamp(limit, 1, MOST_APPS), apps.size());
        return new AppList(
                apps.subList(from, to).stream().map(AppLine::new).toList(), to < apps.size() ? Cursor.of(to) : null);
    }

    /** Crash-free and FOOM-free sessions and devices, headroom, and MetricKit's counts beside ours, by version. */
    @GET
    @Path("/{app}/health")
    public HealthList health(
            @PathParam("app") String app,
            @QueryParam("cursor") @DefaultValue("") String cursor,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        ApiKey key = viewer.as(Role.READ);
        return showHealth
                .show(key, app, Cursor.offset(cursor), Math.clamp(limit, 1, MOST))
                .map(shown -> HealthAnswers.list(app, shown))
                .orElseThrow(() -> Problem.notFound("app"));
    }
}
