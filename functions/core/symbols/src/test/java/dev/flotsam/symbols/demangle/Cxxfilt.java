package dev.flotsam.symbols.demangle;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** LLVM's tools as oracles. Tests that need them are skipped where they are not installed (Debian: clang-19, llvm-19). */
final class Cxxfilt {
    private static final String FILTER = "llvm-cxxfilt-19";

    private Cxxfilt() {}

    /** What llvm-cxxfilt makes of each name, with these options. */
    static List<String> demangle(List<String> names, String... options) {
        List<String> command = new ArrayList<>(List.of(FILTER));
        command.addAll(List.of(options));
        List<String> answers =
                run(command, String.join("\n", names) + "\n").lines().toList();
        if (answers.size() != names.size()) {
            throw new IllegalStateException(answers.size() + " answers for " + names.size() + " names");
        }
        return answers;
    }

    /** C++ names of what {@code source} defines and uses, compiled for this machine. */
    static List<String> namesOf(Path source, Path workspace) {
        Path object = workspace.resolve(source.getFileName() + ".o");
        run(List.of("clang++-19", "-std=c++23", "-O0", "-w", "-c", source.toString(), "-o", object.toString()), "");
        String symbols = run(List.of("llvm-nm-19", "--format=just-symbols", object.toString()), "");
        return symbols.lines().filter(name -> name.matches("_{1,4}Z.*")).toList();
    }

    /** C++ names that a shared library exports; skips the test if it is not installed. */
    static List<String> exportsOf(String library) {
        Optional<Path> installed = Stream.of("x86_64", "aarch64")
                .map(machine -> Path.of("/usr/lib", machine + "-linux-gnu", library))
                .filter(Files::exists)
                .findFirst();
        assumeTrue(installed.isPresent(), library + " is not installed");
        return run(
                        List.of(
                                "llvm-nm-19",
                                "-D",
                                "--format=just-symbols",
                                installed.orElseThrow().toString()),
                        "")
                .lines()
                .map(name -> name.contains("@") ? name.substring(0, name.indexOf('@')) : name)
                .filter(name -> name.startsWith("_Z"))
                .distinct()
                .toList();
    }

    /** Runs a command; skips the test if it is not installed. */
    private static String run(List<String> command, String input) {
        try {
            Path in = Files.createTempFile("names", ".txt");
            Path out = Files.createTempFile("answers", ".txt");
            Files.writeString(in, input);
            int exit = start(command, in, out).waitFor();
            String answer = Files.readString(out, StandardCharsets.UTF_8);
            Files.delete(in);
            Files.delete(out);
            if (exit != 0) {
                throw new IllegalStateException(command + " ended with " + exit + ": " + answer);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Process start(List<String> command, Path in, Path out) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .start();
        } catch (IOException e) {
            assumeTrue(false, command.getFirst() + " is not installed");
            throw new UncheckedIOException(e);
        }
    }
}
