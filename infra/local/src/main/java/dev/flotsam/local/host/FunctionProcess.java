package dev.flotsam.local.host;

import dev.flotsam.local.template.LambdaFunction;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How the process of a function is started: command line, environment variables, log. */
final class FunctionProcess {
    private final LambdaFunction function;
    private final FunctionCode code;
    private final Path log;
    private final Path disk;
    private final Map<String, String> endpoints;

    /**
     * @param disk stands for the function's {@code /tmp}: what it caches there is no other function's, nor another stack's
     * @param endpoints region, credentials and {@code AWS_ENDPOINT_URL_*}
     */
    FunctionProcess(LambdaFunction function, FunctionCode code, Path log, Path disk, Map<String, String> endpoints) {
        this.function = function;
        this.code = code;
        this.log = log;
        this.disk = disk;
        this.endpoints = Map.copyOf(endpoints);
    }

    FunctionCode code() {
        return code;
    }

    String arn() {
        return function.arn();
    }

    Process launch(String runtimeApi, LaunchMode mode) throws IOException {
        var builder = new ProcessBuilder(command(mode))
                .directory(code.folder().toFile())
                .redirectErrorStream(true);
        builder.redirectOutput(
                mode == LaunchMode.TRAIN
                        ? ProcessBuilder.Redirect.DISCARD
                        : ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment().putAll(variables(runtimeApi));
        if (mode == LaunchMode.TRAIN) {
            builder.environment().put("FLOTSAM_TRAINING", "1");
        }
        return builder.start();
    }

    private List<String> command(LaunchMode mode) {
        if (function.runtime().startsWith("provided")) {
            return List.of(code.folder().resolve("bootstrap").toString());
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heapMegabytes(function.memory()) + "m");
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError"));
        command.add("--enable-native-access=ALL-UNNAMED");
        if (mode == LaunchMode.TRAIN) {
            command.add("-XX:AOTCacheOutput=" + code.unfinishedStartCache());
        } else if (Files.exists(code.startCache())) {
            command.add("-XX:AOTCache=" + code.startCache());
        }
        command.add("-cp");
        command.add(code.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add("dev.flotsam.local.runtime.RuntimeClient");
        return command;
    }

    /** Three quarters of the function's memory. */
    static int heapMegabytes(int memory) {
        return memory * 3 / 4;
    }

    private Map<String, String> variables(String runtimeApi) {
        var variables = new java.util.HashMap<>(endpoints);
        variables.putAll(function.environment());
        variables.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
        variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(function.memory()));
        variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
        variables.put("AWS_LAMBDA_LOG_STREAM_NAME", "local");
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_" + function.runtime());
        variables.put("TMPDIR", disk.toString());
        variables.put("_HANDLER", function.handler());
        variables.put("LAMBDA_TASK_ROOT", code.folder().toString());
        variables.put("LAMBDA_RUNTIME_DIR", code.folder().toString());
        variables.put("TZ", ":UTC");
        variables.put("LANG", "en_US.UTF-8");
        variables.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        return variables;
    }
}
