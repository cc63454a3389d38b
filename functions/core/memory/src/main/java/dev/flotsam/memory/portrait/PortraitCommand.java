package dev.flotsam.memory.portrait;

import dev.flotsam.memory.Reading;
import dev.flotsam.memory.Rejection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code flotsam portrait FILE [--json]}: 0 done, 1 the file was refused or can't be opened, 2 wrong use. */
public final class PortraitCommand {
    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int WRONG_USE = 2;

    private PortraitCommand() {}

    /**
     * Runs the command.
     *
     * @param arguments behind the command's name
     * @param out takes the report
     * @param err takes what went wrong
     * @return the exit code
     * @throws IOException if out or err can't be written
     */
    public static int run(List<String> arguments, Appendable out, Appendable err) throws IOException {
        List<String> files = new ArrayList<>(arguments);
        boolean json = files.remove("--json");
        if (files.size() != 1 || files.getFirst().startsWith("--")) {
            err.append("usage: flotsam portrait FILE [--json]\n");
            return WRONG_USE;
        }
        String file = files.getFirst();
        Reading<Portrait> reading;
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            reading = PortraitReader.read(in);
        } catch (IOException | InvalidPathException unreadable) {
            err.append(file).append(": can't be read\n");
            return REFUSED;
        }
        return switch (reading) {
            case Reading.Read(Portrait portrait) -> {
                PortraitReport report = PortraitAnalysis.of(portrait);
                out.append(json ? PortraitJson.of(report) + "\n" : PortraitText.of(report));
                yield DONE;
            }
            case Reading.Refused(Rejection rejection) -> {
                err.append(
                        "%s: %s at %s: %s%n".formatted(file, rejection.code(), rejection.where(), rejection.message()));
                yield REFUSED;
            }
        };
    }
}
