package dev.flotsam.servetriage;

import dev.flotsam.servetriage.HookAnswers.HookList;
import dev.flotsam.servetriage.HookAnswers.NewHook;
import dev.flotsam.servetriage.HookAnswers.WantedHook;
import dev.flotsam.triage.access.ApiKey;
import dev.flotsam.triage.access.Role;
import dev.flotsam.triage.alert.Hook;
import dev.flotsam.triage.alert.Hook.Route;
import dev.flotsam.triage.alert.HookId;
import dev.flotsam.triage.alert.ManageHooks;
import dev.flotsam.triage.alert.ManageHooks.Standing;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.CacheControl;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Where messages go. Nothing here sends: tests and retries wake notify-chat. */
@Path("/v1/hooks")
@Blocking
public class HooksResource {
    private final Viewer viewer;
    private final ManageHooks manageHooks;

    HooksResource(Viewer viewer, ManageHooks manageHooks) {
        this.viewer = viewer;
        this.manageHooks = manageHooks;
    }

    /** Hooks, all of whose apps the key sees, and how they fare. */
    @GET
    public HookList list() {
        ApiKey key = viewer.as(Role.ADMIN);
        return HookAnswers.list(manageHooks.list().stream()
                .filter(standing -> sees(key, standing.hook()))
                .toList());
    }

    /** Creates a hook. Its signing secret is in this answer only. */
    @POST
    public RestResponse<NewHook> create(WantedHook wanted) {
        ApiKey key = viewer.as(Role.ADMIN);
        List<Route> routes = wanted.asRoutes();
        if (!routes.stream().allMatch(route -> key.sees(route.app()))) {
            throw Problem.badRequest("routes: name only apps that this key sees");
        }
        NewHook created = HookAnswers.created(
                manageHooks.create(wanted.label(), Hook.Style.parse(wanted.style()), wanted.url(), routes));
        CacheControl secret = new CacheControl();
        secret.setNoStore(true);
        return ResponseBuilder.<NewHook>created(URI.create("/v1/hooks/" + created.id()))
                .entity(created)
                .cacheControl(secret)
                .build();
    }

    /** Drops a hook, its secrets and what waits for it. */
    @DELETE
    @Path("/{id}")
    public void delete(@PathParam("id") String id) {
        manageHooks.delete(find(id));
    }

    /** Has a test message sent; the list tells what came of it. */
    @POST
    @Path("/{id}/test")
    public RestResponse<Void> test(@PathParam("id") String id) {
        manageHooks.test(find(id));
        return RestResponse.accepted();
    }

    /** Has everything sent again that failed or was refused. */
    @POST
    @Path("/{id}/retry")
    public RestResponse<Void> retry(@PathParam("id") String id) {
        manageHooks.retry(find(id));
        return RestResponse.accepted();
    }

    private HookId find(String id) {
        ApiKey key = viewer.as(Role.ADMIN);
        return manageHooks.list().stream()
                .map(Standing::hook)
                .filter(hook -> hook.id().value().equals(id))
                .filter(hook -> sees(key, hook))
                .map(Hook::id)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("hook"));
    }

    private static boolean sees(ApiKey key, Hook hook) {
        return hook.routes().stream().allMatch(route -> key.sees(route.app()));
    }
}
