package dev.flotsam.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Uploads reports. What a file is decides its content, not its name. */
@Command(name = "send", description = "Uploads reports; prints the object key of each.")
final class SendCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "report files, or folders of them")
    private List<Path> files;

    SendCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        var uploader = new Uploader(Deployment.find(System.getenv()), InstantSource.system());
        List<Path> all = FileArguments.expand(files);
        for (Path file : all) {
            System.out.println(uploader.upload("crashes", file));
        }
        System.err.println("sent " + all.size() + (all.size() == 1 ? " file" : " files"));
        return 0;
    }
}
