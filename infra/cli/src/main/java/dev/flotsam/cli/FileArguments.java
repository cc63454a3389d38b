package dev.flotsam.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Files that a command was given, those of folders included, hidden ones not. */
final class FileArguments {
    private FileArguments() {}

    static List<Path> expand(List<Path> arguments) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path argument : existing(arguments)) {
            if (Files.isDirectory(argument)) {
                try (Stream<Path> inside = Files.walk(argument)) {
                    inside.filter(Files::isRegularFile)
                            .filter(file -> !file.getFileName().toString().startsWith("."))
                            .sorted()
                            .forEach(files::add);
                }
            } else {
                files.add(argument);
            }
        }
        return files;
    }

    /** The arguments themselves, if all of them are there. */
    static List<Path> existing(List<Path> arguments) throws NoSuchFileException {
        for (Path argument : arguments) {
            if (!Files.exists(argument)) {
                throw new NoSuchFileException(argument + ": no such file");
            }
        }
        return arguments;
    }
}
