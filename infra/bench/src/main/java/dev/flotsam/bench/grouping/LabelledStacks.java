package dev.flotsam.bench.grouping;

import dev.flotsam.report.ParsedReport;
import dev.flotsam.report.json.JsonDamage;
import dev.flotsam.report.json.JsonDocument;
import dev.flotsam.report.json.JsonLimits;
import dev.flotsam.report.json.JsonReader;
import dev.flotsam.report.json.JsonValue;
import dev.flotsam.signature.SignableFrame;
import dev.flotsam.signature.SignableStack;
import dev.flotsam.signature.SignableStack.AppCode;
import dev.flotsam.signature.SignableStack.Cause;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads labelled stacks, one JSON object a line: {@code {"id","group","kind"?,"frames":[{"function","image"?}]}}, frames
 * innermost first. {@code kind} is a signal ("SIGSEGV"), a Mach exception ("EXC_BAD_ACCESS") or a language exception's
 * name.
 */
final class LabelledStacks {
    private static final JsonLimits LIMITS = new JsonLimits(16, 100_000, 1 << 20, 1_024, 64);

    private LabelledStacks() {}

    /**
     * All stacks of a file, in its order, which counts as the order of arrival.
     *
     * @throws IllegalArgumentException naming file, line and what is wrong there
     */
    static List<LabelledStack> read(Path file) throws IOException {
        JsonReader reader = new JsonReader(LIMITS);
        List<LabelledStack> stacks = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    stacks.add(parse(reader, file + ":" + number, line));
                }
            }
        }
        return stacks;
    }

    private static LabelledStack parse(JsonReader reader, String where, String line) {
        JsonDocument document = reader.read(line.getBytes(StandardCharsets.UTF_8));
        if (document.damage().isPresent()) {
            throw new IllegalArgumentException(
                    where + ": " + document.damage().map(JsonDamage::message).orElse(""));
        }
        JsonValue root = document.root();
        String group = root.text("group");
        if (group.isEmpty() || !root.has("frames")) {
            throw new IllegalArgumentException(where + ": \"group\" and \"frames\" are needed");
        }
        List<SignableFrame> frames = new ArrayList<>();
        for (JsonValue frame : root.get("frames").elements()) {
            frames.add(SignableFrame.named(frame.text("image"), frame.text("function")));
        }
        String id = root.text("id").isEmpty() ? where : root.text("id");
        return new LabelledStack(
                id, group, new SignableStack(causeOf(root.text("kind")), new AppCode("", "", ""), frames));
    }

    private static Cause causeOf(String kind) {
        String exception = kind.startsWith("EXC_") ? kind : "";
        String signal = kind.startsWith("SIG") ? kind : "";
        String name = exception.isEmpty() && signal.isEmpty() ? kind : "";
        return new Cause(ParsedReport.Kind.CRASH, exception, "", signal, name, "", false, "", Optional.empty());
    }
}
