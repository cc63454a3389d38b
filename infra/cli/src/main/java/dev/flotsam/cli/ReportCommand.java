package dev.flotsam.cli;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One report. */
@Command(name = "report", description = "Shows one report.")
final class ReportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "of the report")
    private String id;

    @Option(names = "--text", description = "as Apple crash text, symbolicated, instead of JSON")
    private boolean text;

    ReportCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        var api = new Api(Deployment.find(System.getenv()));
        System.out.println(
                api.get("/v1/reports/" + URLEncoder.encode(id, StandardCharsets.UTF_8) + (text ? "/text" : "")));
        return 0;
    }
}
