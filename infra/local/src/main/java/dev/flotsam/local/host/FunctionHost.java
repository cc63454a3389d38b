package dev.flotsam.local.host;

import dev.flotsam.local.template.LambdaFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** All functions of a template, each in its processes. */
public final class FunctionHost implements AutoCloseable {
    /** Processes that may be starting at once: more would only take the two cores from each other. */
    private static final int STARTING_AT_ONCE = 2;
    /** Environments a function may have at once where the template reserves no fewer. */
    private static final int ENVIRONMENTS = 2;

    private final Map<String, FunctionPool> pools = new LinkedHashMap<>();
    private final Map<String, FunctionProcess> processes = new LinkedHashMap<>();

    /**
     * @param data the folder whose {@code cache}, {@code logs} and {@code tmp} are used
     * @param endpoints environment variables for every function: region, credentials, addresses
     * @param console takes a line for each failure
     * @throws NoSuchFileException naming a function.zip that has not been built
     */
    public FunctionHost(
            List<LambdaFunction> functions,
            Path data,
            Map<String, String> endpoints,
            InstantSource clock,
            Consumer<String> console)
            throws IOException {
        Path logs = Files.createDirectories(data.resolve("logs"));
        var starting = new Semaphore(STARTING_AT_ONCE, true);
        for (LambdaFunction function : functions) {
            var code = FunctionCode.unpack(existing(function), data.resolve("cache"));
            Path file = logs.resolve(function.name() + ".log").toAbsolutePath();
            Path disk = Files.createDirectories(data.resolve("tmp").resolve(function.name()));
            var process = new FunctionProcess(function, code, file, disk.toAbsolutePath(), endpoints);
            var log = new FunctionLog(function.name(), file, console);
            int limit = Math.min(function.concurrency().orElse(ENVIRONMENTS), ENVIRONMENTS);
            processes.put(function.name(), process);
            pools.put(function.name(), new FunctionPool(function, process, log, clock, starting, limit));
        }
        FunctionCode.forgetOthers(
                data.resolve("cache"),
                processes.values().stream()
                        .map(process -> process.code().folder())
                        .toList());
    }

    private static Path existing(LambdaFunction function) throws NoSuchFileException {
        if (!Files.isRegularFile(function.zip())) {
            throw new NoSuchFileException(
                    function.zip().toString(),
                    null,
                    "function " + function.name() + " has not been built: ./mvnw -Dquick package");
        }
        return function.zip();
    }

    /**
     * The environments of one function.
     *
     * @throws IllegalArgumentException if there is no such function
     */
    public FunctionPool function(String name) {
        return Optional.ofNullable(pools.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no function " + name + ", only " + pools.keySet()));
    }

    /**
     * Starts each function once more for the sole purpose of writing the JVM's cache of what it loads, where there is
     * none yet. Takes seconds a function; meant for the time after everything is up.
     */
    public void trainStarts() throws InterruptedException {
        for (String name : pools.keySet()) {
            FunctionProcess process = processes.get(name);
            boolean java = !pools.get(name).function().runtime().startsWith("provided");
            if (java && !Files.exists(process.code().startCache())) {
                new StartTraining(process).run();
            }
        }
    }

    @Override
    public void close() {
        pools.values().forEach(FunctionPool::close);
    }
}
