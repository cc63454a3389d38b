package dev.flotsam.triage.alert;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Where messages go. The address and the signing secrets are kept as names of stored parameters, never as values.
 *
 * @param id which
 * @param label what people call it
 * @param style how messages look
 * @param url name of the parameter that holds the address
 * @param secrets names of the parameters that hold signing secrets, newest first; several while one is rotated out
 * @param routes which alerts it gets; any one that fits is enough
 * @param created when
 */
public record Hook(
        HookId id, String label, Style style, String url, List<String> secrets, List<Route> routes, Instant created) {

    public Hook {
        secrets = List.copyOf(secrets);
        routes = List.copyOf(routes);
    }

    /** Whether it gets this alert. A test goes to its hook and to no other. */
    boolean wants(Alert alert, String clusterKind) {
        return switch (alert.kind()) {
            case HOOK_TEST -> alert.app().equals(id.value());
            case NEW_CLUSTER, CORRECTION, REGRESSION ->
                routes.stream().anyMatch(route -> route.fits(alert.app(), clusterKind));
        };
    }

    /** How messages look. */
    public enum Style {
        /** Block Kit for an incoming webhook of Slack. */
        SLACK,
        /** Signed JSON by the Standard Webhooks convention. */
        WEBHOOK;

        /** As documents and items write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads {@link #word}. */
        public static Style parse(String word) {
            for (Style style : values()) {
                if (style.word().equals(word)) {
                    return style;
                }
            }
            throw new IllegalArgumentException("a hook's style is slack or webhook, not \"" + word + "\"");
        }
    }

    /**
     * What a hook listens to.
     *
     * @param app an app's name, or {@link #ANY}
     * @param kind a cluster's kind such as "bad-access", or a family such as "foom-*", or {@link #ANY}
     */
    public record Route(String app, String kind) {
        /** Stands for everything. */
        public static final String ANY = "*";

        /** Every alert. */
        public static final Route EVERYTHING = new Route(ANY, ANY);

        boolean fits(String ofApp, String ofKind) {
            return (app.equals(ANY) || app.equals(ofApp)) && fitsKind(ofKind);
        }

        private boolean fitsKind(String ofKind) {
            return kind.endsWith(ANY)
                    ? ofKind.startsWith(kind.substring(0, kind.length() - ANY.length()))
                    : kind.equals(ofKind);
        }
    }
}
