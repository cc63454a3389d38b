package dev.flotsam.symbols;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Asks Debian's LLVM 19 about addresses. An answer is one line: frames innermost first, each {@code name|file:line;}, with
 * {@code ??} for what is unknown.
 */
public final class LlvmTools {
    private static final Pattern GSYM_FRAME =
            Pattern.compile("(.*?)(?: \\+ \\d+)?(?: @ (.*):(\\d+))?(?: \\[inlined\\])?");
    private static final int GSYM_INDENT = 20;

    private LlvmTools() {}

    /** Whether the tools are here; if not, a test says so and skips. */
    public static boolean installed() {
        return found("llvm-symbolizer-19") && found("llvm-gsymutil-19");
    }

    private static boolean found(String tool) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    /** What llvm-symbolizer says of each address as linked. */
    public static List<String> symbolize(Path dsym, Arch arch, List<Long> addresses, Path scratch) throws IOException {
        Path input = scratch.resolve("addresses");
        StringBuilder lines = new StringBuilder();
        for (long address : addresses) {
            lines.append("0x").append(Long.toHexString(address)).append('\n');
        }
        Files.writeString(input, lines);
        List<String> answers = new ArrayList<>();
        try (Running tool = new Running(
                input,
                "llvm-symbolizer-19",
                "--obj=" + dsym,
                "--default-arch=" + arch,
                "--functions=linkage",
                "--no-demangle",
                "--inlines")) {
            for (int i = 0; i < addresses.size(); i++) {
                StringBuilder answer = new StringBuilder();
                for (String name = tool.line(); !name.isEmpty(); name = tool.line()) {
                    String place = tool.line();
                    answer.append(name)
                            .append('|')
                            .append(place, 0, place.lastIndexOf(':'))
                            .append(';');
                }
                answers.add(answer.toString());
            }
        }
        return answers;
    }

    /** Converts with llvm-gsymutil. */
    public static void convert(Path dsym, Arch arch, Path gsym, Path scratch) throws IOException {
        Path input = Files.writeString(scratch.resolve("nothing"), "");
        try (Running tool = new Running(
                input,
                "llvm-gsymutil-19",
                "--quiet",
                // With one thread version 19 crashes on units without entries.
                "--num-threads=2",
                "--arch=" + arch,
                "--convert=" + dsym,
                "--out-file=" + gsym)) {
            tool.drain();
        }
    }

    /** What llvm-gsymutil finds in a GSYM for each address as linked. */
    public static List<String> lookUp(Path gsym, List<Long> addresses, Path scratch) throws IOException {
        Path input = scratch.resolve("gsym-addresses");
        StringBuilder lines = new StringBuilder();
        for (long address : addresses) {
            lines.append("0x")
                    .append(Long.toHexString(address))
                    .append(' ')
                    .append(gsym)
                    .append('\n');
        }
        Files.writeString(input, lines);
        List<String> answers = new ArrayList<>();
        try (Running tool = new Running(input, "llvm-gsymutil-19", "--addresses-from-stdin")) {
            for (int i = 0; i < addresses.size(); i++) {
                StringBuilder answer = new StringBuilder();
                for (String line = tool.line(); !line.isEmpty(); line = tool.line()) {
                    answer.append(gsymFrame(line.substring(GSYM_INDENT)));
                }
                answers.add(answer.toString());
            }
        }
        return answers;
    }

    private static String gsymFrame(String text) {
        if (text.startsWith("error:")) {
            return "";
        }
        Matcher frame = GSYM_FRAME.matcher(text);
        if (!frame.matches()) {
            throw new IllegalStateException("unexpected answer: " + text);
        }
        String name = frame.group(1).isEmpty() ? "??" : frame.group(1);
        return name + "|" + (frame.group(2) == null ? "??" : frame.group(2) + ":" + frame.group(3)) + ";";
    }

    /** Our answer as {@link #symbolize} has it. */
    public static String show(Lookup lookup) {
        return switch (lookup) {
            case Lookup.Resolved found -> show(found.frames(), true);
            case Lookup.SymbolOnly found -> show(found.frames(), true);
            case Lookup.NoSymbol ignored -> "??|??:0;";
            case Lookup.NoFunctions ignored -> "??|??:0;";
            default -> lookup.toString();
        };
    }

    /** Our answer as {@link #lookUp} has it: no line without a file, nothing where nothing is found. */
    public static String showAsGsym(Lookup lookup) {
        return lookup instanceof Lookup.Malformed ? lookup.toString() : show(lookup.frames(), false);
    }

    private static String show(List<Frame> frames, boolean lineWithoutFile) {
        StringBuilder shown = new StringBuilder();
        for (Frame frame : frames) {
            shown.append(frame.linkageName().isEmpty() ? "??" : frame.linkageName())
                    .append('|');
            shown.append(frame.file().orElse("??"));
            if (frame.file().isPresent() || lineWithoutFile) {
                shown.append(':').append(frame.line());
            }
            shown.append(';');
        }
        return shown.toString();
    }

    private static final class Running implements AutoCloseable {
        private final Process process;
        private final BufferedReader output;

        Running(Path input, String... command) throws IOException {
            process = new ProcessBuilder(command)
                    .redirectInput(input.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            output = process.inputReader(StandardCharsets.UTF_8);
        }

        String line() throws IOException {
            String line = output.readLine();
            if (line == null) {
                throw new IOException(process.info().command().orElse("the tool") + " ended early");
            }
            return line;
        }

        void drain() throws IOException {
            while (output.readLine() != null) {
                // Its report doesn't matter.
            }
        }

        @Override
        public void close() throws IOException {
            output.close();
            process.destroy();
        }
    }
}
