package dev.flotsam.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows clusters as one; prints which are one now. */
@Command(
        name = "merge",
        description = "Shows clusters of one app as one from now on. No report is rewritten; split takes it back.")
final class MergeCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "ID", description = "the cluster that they are shown as")
    private String id;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "OTHER", description = "what is merged with it")
    private List<String> others = List.of();

    @Option(names = "--undo", description = "takes an earlier split of them back first")
    private boolean undo;

    MergeCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        JsonMapper json = new JsonMapper();
        ObjectNode wanted = json.createObjectNode().put("undo", undo).set("with", json.valueToTree(others));
        System.out.println(
                new Api(Deployment.find(System.getenv())).post("/v1/clusters/" + Api.segment(id) + "/merge", wanted));
        return 0;
    }
}
