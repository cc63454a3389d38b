package dev.flotsam.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Splits a cluster; prints what was split off and how many reports went there. */
@Command(
        name = "split",
        description = "Takes clusters out of a merge, or sets a part of a cluster apart: the reports that one of the"
                + " options tells, and later ones too, whatever they are signed as then. Nobody is alerted."
                + " merge --undo takes it back.")
final class SplitCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "of the cluster")
    private String id;

    @ArgGroup(multiplicity = "1")
    private What what;

    @Option(names = "--undo", description = "with --member: as if they had never been merged; they may be again")
    private boolean undo;

    SplitCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        System.out.println(split(new Api(Deployment.find(System.getenv())), id, what.body(undo)));
        return 0;
    }

    /** Posts step by step until all reports have moved. */
    static JsonNode split(Api api, String id, ObjectNode wanted) throws IOException, InterruptedException {
        String path = "/v1/clusters/" + Api.segment(id) + "/split";
        List<JsonNode> steps = new ArrayList<>();
        Steps.follow(cursor -> api.post(path, wanted.deepCopy().setAll(Steps.from(cursor))), steps::add);
        int moved = steps.stream().mapToInt(step -> step.path("moved").asInt()).sum();
        JsonNode clusters = steps.getLast().path("clusters");
        return new JsonMapper().createObjectNode().put("moved", moved).set("clusters", clusters);
    }

    /** What is split off: one of these. */
    static final class What {
        @Option(names = "--member", paramLabel = "ID", description = "a cluster that was merged; may be repeated")
        private List<String> members = List.of();

        @Option(names = "--report", paramLabel = "ID", description = "a report; may be repeated, at most 100")
        private List<String> reports = List.of();

        @Option(names = "--version", description = "reports of an app version, such as 5.2")
        private Optional<String> version = Optional.empty();

        @Option(names = "--os", description = "reports of a system, such as \"iOS 17\"")
        private Optional<String> os = Optional.empty();

        @Option(names = "--device", description = "reports of a device model, such as iPhone15,4")
        private Optional<String> device = Optional.empty();

        @Option(names = "--frame", description = "reports whose blamed stack has this function")
        private Optional<String> frame = Optional.empty();

        ObjectNode body(boolean undo) {
            JsonMapper json = new JsonMapper();
            ObjectNode body = json.createObjectNode().put("undo", undo);
            if (!members.isEmpty()) {
                body.set("members", json.valueToTree(members));
            }
            if (!reports.isEmpty()) {
                body.set("reports", json.valueToTree(reports));
            }
            version.ifPresent(value -> body.put("version", value));
            os.ifPresent(value -> body.put("os", value));
            device.ifPresent(value -> body.put("device", value));
            frame.ifPresent(value -> body.put("frame", value));
            return body;
        }
    }
}
