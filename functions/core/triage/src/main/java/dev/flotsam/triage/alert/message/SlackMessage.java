package dev.flotsam.triage.alert.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.alert.Alert;
import dev.flotsam.triage.alert.message.News.Corrected;
import dev.flotsam.triage.alert.message.News.ManyNewClusters;
import dev.flotsam.triage.alert.message.News.ManyNewClusters.Regression;
import dev.flotsam.triage.alert.message.News.NewCluster;
import dev.flotsam.triage.alert.message.News.Regressed;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** News as a Block Kit message for an incoming webhook of Slack: at most 50 blocks, at most 3,000 characters a text. */
public final class SlackMessage {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int FRAMES = 8;
    private static final int APPS = 10;
    private static final int TITLE = 300;

    private final Links links;

    /** Messages that lead to {@code links}. */
    public SlackMessage(Links links) {
        this.links = links;
    }

    /** The request body. */
    public String of(News news) {
        StringWriter body = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(body)) {
            json.writeStartObject();
            json.writeStringField("text", SlackText.escape(headline(news), SlackText.SECTION_LIMIT));
            json.writeBooleanField("mrkdwn", false);
            json.writeStringField("parse", "none");
            json.writeBooleanField("unfurl_links", false);
            json.writeBooleanField("unfurl_media", false);
            json.writeArrayFieldStart("blocks");
            SlackBlocks blocks = new SlackBlocks(json);
            switch (news) {
                case NewCluster one -> write(blocks, one);
                case Corrected corrected -> write(blocks, corrected);
                case Regressed regressed -> write(blocks, regressed);
                case ManyNewClusters many -> write(blocks, many);
                case News.HookWorks works -> write(blocks, works);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string takes all that is written", impossible);
        }
        return body.toString();
    }

    private static String headline(News news) {
        return switch (news) {
            case NewCluster one ->
                "New " + Words.ofKind(one.cluster().kind()) + " in " + Words.app(one.cluster()) + ": "
                        + Words.title(one.cluster());
            case Corrected corrected ->
                "Symbols arrived: " + Words.title(corrected.from()) + " is now " + Words.title(corrected.to());
            case Regressed regressed ->
                "Regressed in " + Words.app(regressed.cluster()) + ": " + Words.title(regressed.cluster());
            case ManyNewClusters many -> heading(many);
            case News.HookWorks works -> "Flotsam reaches this channel";
        };
    }

    private static String heading(ManyNewClusters many) {
        List<String> parts = new ArrayList<>();
        if (!many.ids().isEmpty()) {
            parts.add(fresh(many));
        }
        if (!many.regressed().isEmpty()) {
            parts.add(Words.count(many.regressed().size(), "regressed cluster"));
        }
        if (!many.corrected().isEmpty()) {
            parts.add("Symbols arrived for " + Words.count(many.corrected().size(), "cluster"));
        }
        return String.join(" · ", parts);
    }

    private static String fresh(ManyNewClusters many) {
        String where = many.byApp().size() == 1
                ? Redaction.of(many.byApp().keySet().iterator().next())
                : Words.count(many.byApp().size(), "app");
        return Words.count(many.ids().size(), "new cluster") + " in " + where;
    }

    private void write(SlackBlocks blocks, NewCluster news) throws IOException {
        Cluster cluster = news.cluster();
        blocks.header("New " + Words.ofKind(cluster.kind()) + " in " + Words.app(cluster));
        blocks.markup(SlackText.code(Words.title(cluster), TITLE));
        if (!cluster.exemplar().sentence().isEmpty()) {
            blocks.plain(Redaction.of(cluster.exemplar().sentence()));
        }
        List<String> frames =
                Words.frames(cluster, FRAMES).stream().map(SlackMessage::line).toList();
        if (!frames.isEmpty()) {
            blocks.markup(SlackText.block(frames, SlackText.SECTION_LIMIT));
        }
        blocks.fields(
                "Version\n" + Words.fact(cluster.firstFacts().version()),
                "Device\n" + Words.fact(cluster.firstFacts().device()),
                "OS\n" + Words.fact(cluster.firstFacts().os()),
                "Kind\n" + Words.fact(cluster.kind()));
        blocks.context(
                "First seen " + date(cluster.created()) + open(links.cluster(cluster.id()), "Open in Flotsam", " · "));
    }

    private static String line(Words.Numbered frame) {
        String place = frame.place().isEmpty() ? frame.image() : frame.image() + " " + frame.place();
        return (frame.line().inApp() ? "▸ " : "  ") + frame.index() + " " + frame.symbol() + "  " + place;
    }

    private void write(SlackBlocks blocks, Corrected news) throws IOException {
        blocks.header("Symbols arrived for " + Words.app(news.to()));
        blocks.markup(SlackText.code(Words.title(news.from()), TITLE) + "\nis now\n"
                + SlackText.code(Words.title(news.to()), TITLE));
        blocks.context(Words.count(news.reports(), "report")
                + open(links.cluster(news.to().id()), "Open in Flotsam", " · "));
    }

    private void write(SlackBlocks blocks, Regressed news) throws IOException {
        blocks.header("Regressed in " + Words.app(news.cluster()));
        blocks.markup(SlackText.code(Words.title(news.cluster()), TITLE));
        blocks.markup("It was " + back(news.versions()) + ".");
        blocks.context(Words.count(news.reports(), "report")
                + open(links.cluster(news.cluster().id()), "Open in Flotsam", " · "));
    }

    private static String back(Alert.Versions versions) {
        return "resolved in " + SlackText.code(Words.fact(versions.resolved()), TITLE) + " and is seen again in "
                + SlackText.code(Words.fact(versions.seen()), TITLE);
    }

    private void write(SlackBlocks blocks, ManyNewClusters news) throws IOException {
        blocks.header(heading(news));
        if (news.byApp().size() > 1) {
            blocks.plain(byApp(news.byApp()));
        }
        for (NewCluster one : news.named()) {
            Cluster cluster = one.cluster();
            blocks.markup(SlackText.code(Words.title(cluster), TITLE) + "\n"
                    + Words.ofKind(cluster.kind()) + " in " + SlackText.code(Words.app(cluster), TITLE) + " · "
                    + Words.count(one.reports(), "report") + open(links.cluster(cluster.id()), "Open", " · "));
        }
        int named = news.named().size();
        for (Regression one : news.regressed()) {
            if (one.title().isPresent()) {
                named++;
                blocks.markup(SlackText.code(Redaction.of(one.title().get()), TITLE) + "\nIn "
                        + SlackText.code(Words.app(one.app()), TITLE) + ", " + back(one.versions())
                        + open(links.cluster(one.id()), "Open", " · "));
            }
        }
        int more = news.ids().size() + news.regressed().size() - named;
        String rest = more > 0 ? "and " + more + " more" : "That is all of them";
        blocks.context(rest + open(links.newest(), "See all in Flotsam", " · "));
    }

    private static String byApp(Map<String, Integer> byApp) {
        StringBuilder lines = new StringBuilder();
        byApp.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(APPS)
                .forEach(app -> lines.append(app.getValue())
                        .append(" in ")
                        .append(Redaction.of(app.getKey()))
                        .append('\n'));
        if (byApp.size() > APPS) {
            lines.append("and ").append(byApp.size() - APPS).append(" more apps");
        }
        return lines.toString().strip();
    }

    private static void write(SlackBlocks blocks, News.HookWorks news) throws IOException {
        blocks.header("Flotsam reaches this channel");
        blocks.plain("The hook \"" + news.label() + "\" works. New crashes will show up here.");
    }

    /** Shown in the reader's own zone, with UTC where that can't be. */
    private static String date(Instant when) {
        return "<!date^" + when.getEpochSecond() + "^{date_short_pretty} {time}|" + when + ">";
    }

    private static String open(Optional<String> link, String label, String before) {
        return link.map(url -> before + "<" + url + "|" + label + ">").orElse("");
    }
}
