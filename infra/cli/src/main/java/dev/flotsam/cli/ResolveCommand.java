package dev.flotsam.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Marks a cluster as done. */
@Command(
        name = "resolve",
        description = "Resolves a cluster: it comes back as regressed when a newer version reports it again.")
final class ResolveCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "of the cluster")
    private String id;

    @Option(
            names = "--version",
            description = "the last version that has the bug; default: the newest that reported it")
    private Optional<String> version;

    ResolveCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        var api = new Api(Deployment.find(System.getenv()));
        String path = "/v1/clusters/" + Api.segment(id);
        long revision = api.getJson(path).path("decision").path("revision").asLong();
        ObjectNode wanted = new JsonMapper().createObjectNode().put("state", "resolved");
        version.ifPresent(named -> wanted.put("version", named));
        JsonNode decided = api.patch(path, revision, wanted);
        System.out.println(decided);
        return 0;
    }
}
