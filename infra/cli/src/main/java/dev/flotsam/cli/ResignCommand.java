package dev.flotsam.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.flotsam.signature.Regrouping;
import dev.flotsam.signature.Regrouping.Resigned;
import dev.flotsam.signature.Ruleset;
import dev.flotsam.symbols.SymbolSource;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.examine.Examined;
import dev.flotsam.triage.examine.Examiner;
import dev.flotsam.triage.examine.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What changed rules would do to clusters, and adopting them. */
@Command(
        name = "resign",
        description = "Signs reports by changed rules and prints what would move. Changes nothing without --adopt.")
final class ResignCommand implements Callable<Integer> {
    private static final Duration PAUSE = Duration.ofSeconds(10);

    @Option(names = "--rules", paramLabel = "DIR", description = "frame lists to replace, NAME.txt each")
    private Optional<Path> rules;

    @Option(names = "--app-overrides", paramLabel = "FILE", description = "JSON by bundle identifier")
    private Optional<Path> overrides;

    @Option(names = "--app", description = "whose stored reports; default: those that the overrides name")
    private List<String> apps = List.of();

    @Option(names = "--symbols", paramLabel = "DIR", description = "where `symbols index` put its results")
    private Optional<Path> symbols;

    @Option(names = "--adopt", description = "puts the rules in force at the deployment; states and links are kept")
    private boolean adopt;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "reports or folders; default: what is stored")
    private List<Path> files = List.of();

    @Spec
    private CommandSpec spec;

    ResignCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (rules.isEmpty() && overrides.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "name --rules, --app-overrides, or both");
        }
        if (adopt && !files.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--adopt is about stored reports, not about files");
        }
        ChangedRules changed = ChangedRules.read(rules, overrides);
        if (!files.isEmpty()) {
            print(Regrouping.of(local(changed.ruleset())));
            return 0;
        }
        List<String> named = apps.isEmpty() ? changed.apps() : apps;
        if (named.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "name --app, or files to sign");
        }
        var api = new Api(Deployment.find(System.getenv()));
        for (String app : named) {
            if (adopt) {
                adopt(api, app, changed.of(app));
            } else {
                print(Regrouping.of(stored(api, app, changed.of(app))));
            }
        }
        return 0;
    }

    private List<Resigned> local(Ruleset changed) throws IOException {
        SymbolSource source = symbols.<SymbolSource>map(GsymDirectory::new).orElse(SymbolSource.EMPTY);
        Examiner before = Examiner.withBuiltInRules(source);
        Examiner after = before.by(app -> changed);
        List<Resigned> reports = new ArrayList<>();
        for (Path file : FileArguments.expand(files)) {
            Map<String, String> old = clusters(before, file);
            clusters(after, file)
                    .forEach((report, cluster) ->
                            reports.add(new Resigned(report, old.getOrDefault(report, cluster), cluster)));
        }
        return reports;
    }

    private static Map<String, String> clusters(Examiner examiner, Path file) throws IOException {
        Map<String, String> clusters = new HashMap<>();
        try (InputStream upload = Files.newInputStream(file)) {
            examiner.examine(
                    upload,
                    examined -> cluster(examined)
                            .ifPresent(cluster -> clusters.put((file + " " + examined.where()).strip(), cluster)));
        }
        return clusters;
    }

    private static Optional<String> cluster(Examined examined) {
        if (!(examined.finding() instanceof Finding.Stack stack)) {
            return Optional.empty();
        }
        String app = stack.report().app().idOrName();
        return Optional.of(ClusterId.of(app, stack.signed().signature().id()).value());
    }

    private static List<Resigned> stored(Api api, String app, JsonNode body) throws IOException, InterruptedException {
        List<Resigned> reports = new ArrayList<>();
        String path = "/v1/apps/" + Api.segment(app) + "/resign?cursor=";
        Steps.follow(cursor -> api.post(path + cursor, body), step -> {
            for (JsonNode report : step.path("reports")) {
                reports.add(new Resigned(
                        report.path("report").asText(),
                        report.path("before").asText(),
                        report.path("after").asText()));
            }
        });
        return reports;
    }

    private static void adopt(Api api, String app, JsonNode wanted) throws IOException, InterruptedException {
        String path = "/v1/apps/" + Api.segment(app) + "/overrides";
        api.put(path, api.getJson(path).path("revision").asLong(), wanted);
        Steps.follow(cursor -> api.post(path + "/adopt", Steps.from(cursor)), step -> {
            System.out.println(step);
            if (step.path("waiting").asBoolean()) {
                Thread.sleep(PAUSE);
            }
        });
    }

    /** One line of JSON for each report that moves, each cluster that is renamed, split or merged, and one that sums up. */
    private static void print(Regrouping regrouping) {
        JsonMapper json = new JsonMapper();
        for (String report : regrouping.moved()) {
            System.out.println(json.createObjectNode().put("moved", report));
        }
        for (String renamed : new TreeSet<>(regrouping.renamed().keySet())) {
            System.out.println(json.createObjectNode()
                    .put("renamed", renamed)
                    .put("to", regrouping.renamed().get(renamed)));
        }
        for (String split : new TreeSet<>(regrouping.splits().keySet())) {
            System.out.println(json.createObjectNode()
                    .put("split", split)
                    .set("into", json.valueToTree(regrouping.splits().get(split))));
        }
        for (String merge : new TreeSet<>(regrouping.merges().keySet())) {
            System.out.println(json.createObjectNode()
                    .put("merge", merge)
                    .set("of", json.valueToTree(regrouping.merges().get(merge))));
        }
        System.out.println(json.createObjectNode()
                .put("reports_moved", regrouping.moved().size())
                .put("clusters_renamed", regrouping.renamed().size())
                .put("splits", regrouping.splits().size())
                .put("merges", regrouping.merges().size()));
    }
}
