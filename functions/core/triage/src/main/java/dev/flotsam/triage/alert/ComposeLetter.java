package dev.flotsam.triage.alert;

import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.Cluster.Exemplar;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Clusters;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.ReportId;
import dev.flotsam.triage.alert.Messenger.Request;
import dev.flotsam.triage.alert.message.Links;
import dev.flotsam.triage.alert.message.News;
import dev.flotsam.triage.alert.message.News.Corrected;
import dev.flotsam.triage.alert.message.News.ManyNewClusters;
import dev.flotsam.triage.alert.message.News.ManyNewClusters.Correction;
import dev.flotsam.triage.alert.message.News.ManyNewClusters.Regression;
import dev.flotsam.triage.alert.message.News.NewCluster;
import dev.flotsam.triage.alert.message.News.Regressed;
import dev.flotsam.triage.alert.message.SlackMessage;
import dev.flotsam.triage.alert.message.WebhookMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A letter becomes a request: what it tells is looked up, written in the hook's style, and signed. */
public final class ComposeLetter {
    private final Clusters clusters;
    private final Reports reports;
    private final Secrets secrets;
    private final SlackMessage slack;
    private final WebhookMessage webhook;

    /** Composes letters that lead to {@code links}. */
    public ComposeLetter(Clusters clusters, Reports reports, Secrets secrets, Links links) {
        this.clusters = clusters;
        this.reports = reports;
        this.secrets = secrets;
        this.slack = new SlackMessage(links);
        this.webhook = new WebhookMessage(links);
    }

    /** The request; empty if the hook's address or a signing secret is stored nowhere. */
    Optional<Request> compose(Hook hook, Letter letter, Instant now) {
        Optional<String> url = secrets.read(hook.url());
        List<String> signing = hook.secrets().stream()
                .map(secrets::read)
                .flatMap(Optional::stream)
                .toList();
        if (url.isEmpty() || signing.size() < hook.secrets().size()) {
            return Optional.empty();
        }
        News news = news(hook, letter);
        return switch (hook.style()) {
            case SLACK -> Optional.of(new Request(url.get(), Map.of(), slack.of(news)));
            case WEBHOOK -> {
                Instant happened = letter.alerts().getLast().raised();
                String body = webhook.of(news, happened);
                yield Optional.of(
                        new Request(url.get(), WebhookSignature.headers(letter.messageId(), now, body, signing), body));
            }
        };
    }

    private News news(Hook hook, Letter letter) {
        Alert first = letter.alerts().getFirst();
        if (letter.alerts().size() > 1) {
            return many(letter.alerts());
        }
        return switch (first.kind()) {
            case NEW_CLUSTER -> newCluster(first, clusters.find(first.cluster()));
            case CORRECTION -> correction(first);
            case REGRESSION -> regressed(first);
            case HOOK_TEST -> new News.HookWorks(hook.label());
        };
    }

    private ManyNewClusters many(List<Alert> alerts) {
        List<Alert> fresh = of(Alert.Kind.NEW_CLUSTER, alerts);
        List<Alert> back = of(Alert.Kind.REGRESSION, alerts);
        List<Correction> corrected = of(Alert.Kind.CORRECTION, alerts).stream()
                .map(alert -> new Correction(alert.cluster(), target(alert)))
                .toList();
        List<ClusterId> ids = fresh.stream().map(Alert::cluster).toList();
        Map<String, Integer> byApp = new TreeMap<>();
        fresh.forEach(alert -> byApp.merge(alert.app(), 1, Integer::sum));
        List<Alert> told = first(fresh);
        Map<ClusterId, Cluster> found = clusters.findAll(Stream.concat(told.stream(), first(back).stream())
                .map(Alert::cluster)
                .distinct()
                .toList());
        List<NewCluster> named = told.stream()
                .map(alert -> newCluster(alert, Optional.ofNullable(found.get(alert.cluster()))))
                .toList();
        List<Regression> regressed = back.stream()
                .map(alert -> new Regression(
                        alert.cluster(),
                        alert.app(),
                        Optional.ofNullable(found.get(alert.cluster())).map(Cluster::title),
                        versions(alert)))
                .toList();
        return new ManyNewClusters(ids, byApp, named, regressed, corrected);
    }

    private static List<Alert> of(Alert.Kind kind, List<Alert> alerts) {
        return alerts.stream().filter(alert -> alert.kind() == kind).toList();
    }

    private static List<Alert> first(List<Alert> alerts) {
        return alerts.subList(0, Math.min(alerts.size(), ManyNewClusters.MOST_NAMED));
    }

    private Regressed regressed(Alert alert) {
        return new Regressed(cluster(alert.cluster(), alert), reports.of(alert.cluster()), versions(alert));
    }

    private static Alert.Versions versions(Alert alert) {
        return alert.versions().orElse(new Alert.Versions("", ""));
    }

    /** The target's first report may not be absorbed yet: it is told by its id then. */
    private Corrected correction(Alert alert) {
        ClusterId target = target(alert);
        return new Corrected(cluster(alert.cluster(), alert), cluster(target, alert), reports.of(target));
    }

    private Cluster cluster(ClusterId id, Alert alert) {
        return clusters.find(id).orElseGet(() -> bare(id, alert));
    }

    private static ClusterId target(Alert alert) {
        return alert.target().orElse(alert.cluster());
    }

    /** A cluster precedes its alert, so it is there; if a restore lost it, people still hear of it by its id. */
    private NewCluster newCluster(Alert alert, Optional<Cluster> found) {
        Cluster cluster = found.orElseGet(() -> bare(alert.cluster(), alert));
        return new NewCluster(cluster, reports.of(alert.cluster()));
    }

    private static Cluster bare(ClusterId id, Alert alert) {
        return new Cluster(
                id,
                alert.app(),
                "unknown",
                "",
                "",
                "",
                false,
                "",
                Occurrence.Cause.INGEST,
                alert.raised(),
                ReportId.ofContent(new byte[0]),
                new Occurrence.Facts("", "", "", "", Optional.empty()),
                Exemplar.NONE);
    }

    /** How many reports a cluster has. */
    @FunctionalInterface
    public interface Reports {
        /** As counted so far. */
        long of(ClusterId cluster);
    }
}
