package dev.flotsam.triage.alert.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.alert.Alert;
import dev.flotsam.triage.alert.message.News.Corrected;
import dev.flotsam.triage.alert.message.News.ManyNewClusters;
import dev.flotsam.triage.alert.message.News.ManyNewClusters.Correction;
import dev.flotsam.triage.alert.message.News.ManyNewClusters.Regression;
import dev.flotsam.triage.alert.message.News.NewCluster;
import dev.flotsam.triage.alert.message.News.Regressed;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * News as the JSON body of a webhook: {@code {"type","timestamp","data"}} as the Standard Webhooks specification
 * recommends. docs/messages.md describes it for receivers.
 */
public final class WebhookMessage {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int FRAMES = 16;

    private final Links links;

    /** Messages that lead to {@code links}. */
    public WebhookMessage(Links links) {
        this.links = links;
    }

    /**
     * The request body.
     *
     * @param happened when what it tells happened: the same in every attempt
     */
    public String of(News news, Instant happened) {
        StringWriter body = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(body)) {
            json.writeStartObject();
            json.writeStringField("type", type(news));
            json.writeStringField("timestamp", happened.toString());
            json.writeObjectFieldStart("data");
            switch (news) {
                case NewCluster one -> write(json, one);
                case Corrected corrected -> write(json, corrected);
                case Regressed regressed -> write(json, regressed);
                case ManyNewClusters many -> write(json, many);
                case News.HookWorks works -> json.writeStringField("hook", works.label());
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string takes all that is written", impossible);
        }
        return body.toString();
    }

    private static String type(News news) {
        return switch (news) {
            case NewCluster one -> "cluster.new";
            case Corrected corrected -> "cluster.corrected";
            case Regressed regressed -> "cluster.regressed";
            case ManyNewClusters many when !many.ids().isEmpty() -> "clusters.new";
            case ManyNewClusters many -> many.regressed().isEmpty() ? "clusters.corrected" : "clusters.regressed";
            case News.HookWorks works -> "hook.test";
        };
    }

    private void write(JsonGenerator json, NewCluster news) throws IOException {
        Cluster cluster = news.cluster();
        writeCluster(json, "cluster", news);
        json.writeStringField("cause", Redaction.of(cluster.exemplar().sentence()));
        json.writeObjectFieldStart("report");
        json.writeStringField("id", cluster.firstReport().toString());
        json.writeStringField("version", Redaction.ofFact(cluster.firstFacts().version()));
        json.writeStringField("os", Redaction.ofFact(cluster.firstFacts().os()));
        json.writeStringField("device", Redaction.ofFact(cluster.firstFacts().device()));
        json.writeEndObject();
        json.writeArrayFieldStart("frames");
        for (Words.Numbered frame : Words.frames(cluster, FRAMES)) {
            json.writeStartObject();
            json.writeNumberField("index", frame.index());
            json.writeStringField("image", frame.image());
            json.writeStringField("symbol", frame.symbol());
            json.writeStringField("place", frame.place());
            json.writeBooleanField("in_app", frame.line().inApp());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void write(JsonGenerator json, Corrected news) throws IOException {
        writeCluster(json, "cluster", new NewCluster(news.to(), news.reports()));
        json.writeObjectFieldStart("before");
        json.writeStringField("id", news.from().id().value());
        json.writeStringField("title", Redaction.of(news.from().title()));
        writeLink(json, links.cluster(news.from().id()));
        json.writeEndObject();
    }

    private void write(JsonGenerator json, Regressed news) throws IOException {
        writeCluster(json, "cluster", new NewCluster(news.cluster(), news.reports()));
        write(json, news.versions());
    }

    private static void write(JsonGenerator json, Alert.Versions versions) throws IOException {
        json.writeStringField("resolved_in", Redaction.ofFact(versions.resolved()));
        json.writeStringField("seen_in", Redaction.ofFact(versions.seen()));
    }

    private void write(JsonGenerator json, ManyNewClusters news) throws IOException {
        json.writeNumberField("total", news.ids().size());
        json.writeObjectFieldStart("by_app");
        Map<String, Integer> byApp = new TreeMap<>();
        news.byApp().forEach((app, count) -> byApp.merge(Redaction.of(app), count, Integer::sum));
        for (Map.Entry<String, Integer> app : byApp.entrySet()) {
            json.writeNumberField(app.getKey(), app.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("clusters");
        for (NewCluster one : news.named()) {
            json.writeStartObject();
            writeFields(json, one);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("cluster_ids");
        for (ClusterId id : news.ids()) {
            json.writeString(id.value());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("regressed");
        for (Regression regression : news.regressed()) {
            json.writeStartObject();
            json.writeStringField("id", regression.id().value());
            json.writeStringField("app", Redaction.of(regression.app()));
            write(json, regression.versions());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("corrected");
        for (Correction correction : news.corrected()) {
            json.writeStartObject();
            json.writeStringField("before", correction.from().value());
            json.writeStringField("id", correction.to().value());
            json.writeEndObject();
        }
        json.writeEndArray();
        writeLink(json, links.newest());
    }

    private void writeCluster(JsonGenerator json, String name, NewCluster news) throws IOException {
        json.writeObjectFieldStart(name);
        writeFields(json, news);
        json.writeEndObject();
    }

    private void writeFields(JsonGenerator json, NewCluster news) throws IOException {
        Cluster cluster = news.cluster();
        json.writeStringField("id", cluster.id().value());
        json.writeStringField("app", Redaction.of(cluster.app()));
        json.writeStringField("kind", cluster.kind());
        json.writeStringField("title", Redaction.of(cluster.title()));
        json.writeStringField("first_seen", cluster.created().toString());
        json.writeNumberField("reports", news.reports());
        writeLink(json, links.cluster(cluster.id()));
    }

    private static void writeLink(JsonGenerator json, Optional<String> link) throws IOException {
        if (link.isPresent()) {
            json.writeStringField("url", link.get());
        }
    }
}
