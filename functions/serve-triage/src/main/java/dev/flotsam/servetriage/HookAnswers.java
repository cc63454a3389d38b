package dev.flotsam.servetriage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.flotsam.triage.alert.Alert;
import dev.flotsam.triage.alert.Hook;
import dev.flotsam.triage.alert.Hook.Route;
import dev.flotsam.triage.alert.ManageHooks.Created;
import dev.flotsam.triage.alert.ManageHooks.Standing;
import dev.flotsam.triage.alert.Outbox.Waiting;
import java.time.Instant;
import java.util.List;

/** What the API takes and says about hooks. */
final class HookAnswers {
    private HookAnswers() {}

    static HookList list(List<Standing> standings) {
        return new HookList(standings.stream().map(HookAnswers::line).toList());
    }

    static NewHook created(Created created) {
        Hook hook = created.hook();
        return new NewHook(
                hook.id().value(),
                hook.label(),
                hook.style().word(),
                routes(hook),
                hook.created(),
                created.secret().orElse(null));
    }

    private static HookLine line(Standing standing) {
        Hook hook = standing.hook();
        return new HookLine(
                hook.id().value(),
                hook.label(),
                hook.style().word(),
                routes(hook),
                hook.created(),
                standing.ledger().delivered().orElse(null),
                standing.ledger().failures(),
                standing.ledger().reason(),
                standing.ledger().notBefore().orElse(null),
                standing.waiting().stream().map(HookAnswers::undelivered).toList());
    }

    private static Undelivered undelivered(Waiting waiting) {
        Alert alert = waiting.alert();
        return new Undelivered(
                alert.messageId(),
                alert.kind().word(),
                alert.app(),
                alert.cluster().value(),
                alert.raised(),
                waiting.reason());
    }

    private static List<RouteLine> routes(Hook hook) {
        return hook.routes().stream()
                .map(route -> new RouteLine(route.app(), route.kind()))
                .toList();
    }

    /**
     * A hook to create.
     *
     * @param label what people call it
     * @param style slack or webhook
     * @param url where messages go
     * @param routes which alerts; absent for all
     */
    record WantedHook(String label, String style, String url, List<RouteLine> routes) {
        WantedHook {
            label = label == null ? "" : label;
            style = style == null ? "" : style;
            url = url == null ? "" : url;
            routes = routes == null ? List.of() : List.copyOf(routes);
        }

        List<Route> asRoutes() {
            return routes.isEmpty()
                    ? List.of(Route.EVERYTHING)
                    : routes.stream()
                            .map(line -> new Route(line.app(), line.kind()))
                            .toList();
        }
    }

    /**
     * Which alerts a hook gets.
     *
     * @param app name of an app, or *
     * @param kind of clusters, or a family such as foom-*, or *
     */
    record RouteLine(String app, String kind) {
        RouteLine {
            app = app == null ? Route.ANY : app;
            kind = kind == null ? Route.ANY : kind;
        }
    }

    /**
     * A hook that was just created.
     *
     * @param secret signs its messages; absent for Slack
     */
    record NewHook(
            String id,
            String label,
            String style,
            List<RouteLine> routes,
            Instant created,
            @JsonInclude(JsonInclude.Include.NON_NULL) String secret) {}

    /** All hooks. */
    record HookList(List<HookLine> hooks) {}

    /**
     * A hook and how it fares.
     *
     * @param lastDelivered when something last went out, null before
     * @param failures since then
     * @param reason why the last attempt failed, empty if it didn't
     * @param retryAt until when it is left alone, null if it isn't
     * @param undelivered what waits or was refused, oldest first, at most 100
     */
    record HookLine(
            String id,
            String label,
            String style,
            List<RouteLine> routes,
            Instant created,
            @JsonProperty("last_delivered") Instant lastDelivered,
            int failures,
            String reason,
            @JsonProperty("retry_at") Instant retryAt,
            List<Undelivered> undelivered) {}

    /**
     * An alert that a hook was not told of yet.
     *
     * @param reason why it was refused, empty while it waits
     */
    record Undelivered(
            @JsonProperty("message_id") String messageId,
            String kind,
            String app,
            String cluster,
            Instant raised,
            String reason) {}
}
