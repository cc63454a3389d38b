package dev.flotsam.local;

import dev.flotsam.local.template.TemplateException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** {@code flotsam up}: starts the stack, says where everything is, runs until it is told to stop. */
public final class Up {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private Up() {}

    public static void main(String[] arguments) throws InterruptedException {
        UpArguments options;
        try {
            options = UpArguments.parse(
                    List.of(arguments), Path.of(System.getenv().getOrDefault("FLOTSAM_ROOT", "")));
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(WRONG_USE);
            return;
        }
        if (options.help()) {
            System.out.print(UpArguments.HELP);
            return;
        }
        try {
            run(options);
        } catch (IOException | TemplateException failure) {
            System.err.println("flotsam up: " + failure.getMessage());
            System.exit(FAILED);
        }
    }

    private static void run(UpArguments options) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        ServerLogs.into(options.data());
        var stopping = new CountDownLatch(1);
        System.out.println("Starting");
        LocalStack stack = LocalStack.start(new StackOptions(
                options.root().resolve("template.yaml"),
                options.data(),
                options.port(),
                options.fresh(),
                true,
                Map.of(),
                line -> {
                    if (stopping.getCount() > 0) {
                        System.out.println(line);
                    }
                }));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            stopping.countDown();
            System.out.println("\nStopping; the data stays in " + options.data());
            stack.close();
        }));
        if (stack.isFirstStart()) {
            InboxHooks.create(stack.endpoints());
        }
        if (stack.isFirstStart() && !options.empty()) {
            Map<String, byte[]> samples =
                    Samples.of(stack.template(), options.root().resolve("events"));
            samples.forEach(stack::put);
            System.out.println("  " + samples.size() + " sample uploads of events/ are on their way");
        }
        System.out.print(welcome(stack.endpoints(), options.data(), (System.nanoTime() - begin) / 1e9));
        stopping.await();
    }

    private static String welcome(Endpoints endpoints, Path data, double seconds) {
        return """

                Ready after %.1f s

                  page and API  %s
                  key           %s
                  chat inbox    %s
                  S3            %s  bucket %s
                  DynamoDB      %s
                  logs          %s

                Upload a report:
                  ./flotsam send FILE…
                  AWS_ACCESS_KEY_ID=%s AWS_SECRET_ACCESS_KEY=%s AWS_REGION=us-east-1 \\
                    aws s3 cp --endpoint-url %s FILE s3://%s/crashes/
                See the clusters:
                  ./flotsam clusters
                  curl -H "Authorization: Bearer %s" %s/v1/clusters

                Ctrl-C stops it; the next start goes on where this one ended.
                """.formatted(
                        seconds,
                        endpoints.url(),
                        endpoints.key(),
                        endpoints.inbox(),
                        endpoints.s3(),
                        endpoints.bucket(),
                        endpoints.dynamodb(),
                        data.resolve("logs"),
                        endpoints.credentials().accessKey(),
                        endpoints.credentials().secretKey(),
                        endpoints.s3(),
                        endpoints.bucket(),
                        endpoints.key(),
                        endpoints.url());
    }
}
