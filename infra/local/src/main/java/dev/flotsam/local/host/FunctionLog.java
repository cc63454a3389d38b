package dev.flotsam.local.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.Consumer;

/** The log file of a function, with the lines Lambda itself writes, and a one-line summary of each failure elsewhere. */
final class FunctionLog {
    private final String function;
    private final Path file;
    private final Consumer<String> console;

    FunctionLog(String function, Path file, Consumer<String> console) {
        this.function = function;
        this.file = file;
        this.console = console;
    }

    Path file() {
        return file;
    }

    void started(String id) {
        append("START RequestId: " + id + " Version: $LATEST");
    }

    /** @param pid of the process, whose greatest size is told where the system says it */
    void ended(String id, Duration took, int memory, long pid, InvocationResult result) {
        append("END RequestId: " + id);
        append("REPORT RequestId: " + id + "\tDuration: " + took.toMillis() + " ms\tMemory Size: " + memory
                + " MB\tMax Memory Used: " + greatestSize(pid));
        if (result instanceof InvocationResult.Failed failed) {
            append("ERROR RequestId: " + id + "\t" + failed.payload());
            console.accept(function + ": " + failed.type() + ": " + failed.message() + " (" + file + ")");
        }
    }

    void note(String line) {
        append(line);
        console.accept(function + ": " + line);
    }

    private synchronized void append(String line) {
        try {
            Files.writeString(
                    file, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Linux keeps it as VmHWM in /proc. */
    private static String greatestSize(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB";
                }
            }
        } catch (IOException gone) {
            // not Linux, or the process has ended
        }
        return "unknown";
    }
}
