package dev.flotsam.servetriage;

import dev.flotsam.servetriage.LimitAnswers.LimitList;
import dev.flotsam.triage.access.Role;
import dev.flotsam.triage.limit.Limits;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;

/** The memory-limit atlas: facts about devices, the same for every app, so any key that reads may see them. */
@Path("/v1/memory/limits")
@Blocking
public class LimitsResource {
    private static final int MOST = 200;

    private final Viewer viewer;
    private final Limits limits;

    LimitsResource(Viewer viewer, Limits limits) {
        this.viewer = viewer;
        this.limits = limits;
    }

    /** What each device allows a process to use, by system and kind of process. */
    @GET
    public LimitList list(
            @QueryParam("device") @DefaultValue("") String device,
            @QueryParam("os") @DefaultValue("") String os,
            @QueryParam("cursor") @DefaultValue("") String cursor,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        viewer.as(Role.READ);
        if (device.isEmpty() && !os.isEmpty()) {
            throw Problem.badRequest("os goes with a device: limits differ by both, and are kept by device first");
        }
        Optional<String> after = Cursor.optional(cursor);
        return LimitAnswers.list(limits.list(device, os, after, Math.clamp(limit, 1, MOST)));
    }
}
