package dev.flotsam.local;

import dev.flotsam.local.dynamo.DynamoCalls;
import dev.flotsam.local.dynamo.DynamoServer;
import dev.flotsam.local.dynamo.StreamPoller;
import dev.flotsam.local.dynamo.Tables;
import dev.flotsam.local.host.FailureQueue;
import dev.flotsam.local.host.FunctionHost;
import dev.flotsam.local.host.FunctionPool;
import dev.flotsam.local.host.InvocationResult;
import dev.flotsam.local.host.Timetable;
import dev.flotsam.local.http.HttpFront;
import dev.flotsam.local.http.Routes;
import dev.flotsam.local.inbox.Inbox;
import dev.flotsam.local.s3.Arrivals;
import dev.flotsam.local.s3.S3Server;
import dev.flotsam.local.ssm.ParameterServer;
import dev.flotsam.local.template.LambdaFunction;
import dev.flotsam.local.template.Template;
import dev.flotsam.local.template.TemplateReader;
import dev.flotsam.local.template.Trigger;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that {@code template.yaml} deploys, running here. */
public final class LocalStack implements AutoCloseable {
    private static final int PORT_ATTEMPTS = 5;

    private final StackOptions options;
    private final DataFolder data;
    private final Template template;
    private final ClosingOrder closing;
    private final InstantSource clock = InstantSource.system();
    private final Uploads uploads = new Uploads();
    private Endpoints endpoints;
    private FunctionHost functions;
    private S3Server objects;
    private DynamoCalls dynamo;
    private boolean firstStart;

    private LocalStack(StackOptions options, DataFolder data, Template template, ClosingOrder closing) {
        this.options = options;
        this.data = data;
        this.template = template;
        this.closing = closing;
    }

    /**
     * Starts everything; returns when the API answers.
     *
     * @throws IOException in words for people: a taken port, a folder in use, a function that is not built
     */
    public static LocalStack start(StackOptions options) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return startOnce(options);
            } catch (BindException taken) {
                // A port that was free a moment ago and that nobody asked for by number: another will do.
                if (options.port() != 0 || attempt == PORT_ATTEMPTS) {
                    throw taken;
                }
            }
        }
    }

    private static LocalStack startOnce(StackOptions options) throws IOException, InterruptedException {
        DataFolder data = DataFolder.open(options.data());
        var closing = new ClosingOrder();
        closing.add(StackLock.take(data.root()));
        try {
            Ports ports = Ports.choose(options.port());
            var stack = new LocalStack(options, data, template(options, ports), closing);
            stack.startAll(ports);
            return stack;
        } catch (IOException | InterruptedException | RuntimeException failure) {
            closing.close();
            throw failure;
        }
    }

    /** What a template needs to know about running here, if it asks for it by these parameters. */
    private static Template template(StackOptions options, Ports ports) throws IOException {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("PublicUrl", loopback(ports.front()).toString());
        parameters.put("AllowLoopbackHooks", "true");
        parameters.putAll(options.parameters());
        return new TemplateReader(parameters).read(options.template());
    }

    private void startAll(Ports ports) throws IOException, InterruptedException {
        template.notes().forEach(options.progress());
        if (options.fresh()) {
            data.clear();
        }
        firstStart = data.isNew();
        Secrets secrets = Endpoints.secrets(data.root()).orElseGet(() -> Secrets.random(new SecureRandom()));
        ParameterServer parameters = closing.add(ParameterServer.start(data.parameters(), template.parameters()));
        closing.add(Inbox.start(data.inbox(), ports.inbox(), clock));
        endpoints = new Endpoints(
                loopback(ports.front()),
                secrets.key(),
                loopback(ports.inbox()),
                loopback(ports.s3()),
                template.buckets().getFirst(),
                secrets.credentials(),
                loopback(ports.dynamo()),
                parameters.endpoint());
        functions = closing.add(new FunctionHost(
                template.functions(), data.root(), FunctionVariables.of(endpoints), clock, options.progress()));
        var failures = new FailureQueue(data.failed(), clock);
        var arrivals = new Arrivals(data.arrivals(), clock, uploads);

        var together = new StartTogether(options.progress());
        template.functions().stream()
                .filter(LambdaFunction::servesHttp)
                .forEach(function -> together.add(function.name(), () -> warm(function.name())));
        together.add("DynamoDB", () -> startTables(ports));
        together.add("S3", () -> startObjects(ports, arrivals));
        together.await();

        closing.add(functions);
        closing.add(uploads.open(template.functions(), functions, failures, data));
        objects.announceInterrupted();
        startTriggers(failures);
        var pools = template.functions().stream()
                .map(each -> functions.function(each.name()))
                .toList();
        closing.add(HttpFront.start(ports.front(), new Routes(pools), clock));
        endpoints.write(data.root());
        if (options.trainsStarts()) {
            closing.add(BackgroundTraining.start(functions));
        }
    }

    private static URI loopback(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private void warm(String function) throws IOException, InterruptedException {
        if (functions.function(function).warm() instanceof InvocationResult.Failed failed) {
            throw new IOException(function + " does not start: " + failed.type() + ": " + failed.message());
        }
    }

    private void startTables(Ports ports) throws IOException, InterruptedException {
        closing.add(DynamoServer.start(data.tables(), ports.dynamo()));
        dynamo = closing.add(
                new DynamoCalls(endpoints.dynamodb(), endpoints.credentials().accessKey()));
        new Tables(dynamo).create(template.tables());
        Optional<String> settings = template.functions().stream()
                .flatMap(function -> Optional.ofNullable(function.environment().get("SETTINGS_TABLE")).stream())
                .findFirst();
        if (settings.isPresent()) {
            new SeedKey(dynamo, settings.get()).put(endpoints.key(), clock.instant());
        }
    }

    private void startObjects(Ports ports, Arrivals arrivals) throws IOException {
        objects = closing.add(
                S3Server.start(data.objects(), ports.s3(), endpoints.credentials(), template.buckets(), arrivals));
    }

    private void startTriggers(FailureQueue failures) throws InterruptedException {
        for (LambdaFunction function : template.functions()) {
            FunctionPool pool = functions.function(function.name());
            for (Trigger trigger : function.triggers()) {
                switch (trigger) {
                    case Trigger.TableStream stream ->
                        closing.add(StreamPoller.start(
                                stream, dynamo, pool, data.streams(), failures, clock, options.progress()));
                    case Trigger.Schedule schedule -> closing.add(Timetable.start(schedule, pool, clock));
                    case Trigger.Upload ignored -> {}
                    case Trigger.Route ignored -> {}
                }
            }
        }
    }

    public Endpoints endpoints() {
        return endpoints;
    }

    public Template template() {
        return template;
    }

    /** Whether the data folder was new, or made new. */
    public boolean isFirstStart() {
        return firstStart;
    }

    /** Events of uploads that no function has done with yet. */
    public int pendingUploads() {
        return uploads.pending();
    }

    /** Process ids of a function's environments. */
    public List<Long> pids(String function) {
        return functions.function(function).pids();
    }

    /** SIGKILL to all of a function's environments. */
    public void kill(String function) throws InterruptedException {
        functions.function(function).kill();
    }

    /** Invokes every function that has a schedule, as if it were time, and waits for each. */
    public void ringSchedules() throws InterruptedException {
        for (LambdaFunction function : template.functions()) {
            for (Trigger trigger : function.triggers()) {
                if (trigger instanceof Trigger.Schedule schedule) {
                    Timetable.ring(schedule, functions.function(function.name()), clock);
                }
            }
        }
    }

    /** Puts an object into the bucket, as an upload would. */
    public void put(String key, byte[] content) {
        objects.put(endpoints.bucket(), key, content);
    }

    /** Stops everything and keeps the data. */
    @Override
    public void close() {
        closing.close();
    }
}
