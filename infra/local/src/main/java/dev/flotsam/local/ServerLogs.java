package dev.flotsam.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends what the servers of other people log to a file, warnings and worse, and nothing to the terminal. */
final class ServerLogs {
    private static final int MAXIMUM_BYTES = 10_000_000;

    private ServerLogs() {}

    static void into(Path data) throws IOException {
        LogManager.getLogManager().reset();
        Path folder = Files.createDirectories(data.resolve("logs"));
        Handler file = new FileHandler(folder.resolve("servers.log").toString(), MAXIMUM_BYTES, 1, true);
        file.setFormatter(new SimpleFormatter());
        file.setLevel(Level.WARNING);
        Logger root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        root.addHandler(file);
    }
}
