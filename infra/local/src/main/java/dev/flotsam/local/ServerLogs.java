package dev.flotsam.local;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.LogManager;

/** Sends what the servers of other people log to a file, warnings and worse, and nothing to the terminal. */
final class ServerLogs {
    private ServerLogs() {}

    static void into(Path data) throws IOException {
        Path file = Files.createDirectories(data.resolve("logs")).resolve("servers.log");
        // In a pattern a per cent sign, in properties a backslash has a meaning of its own.
        String pattern = file.toString().replace("%", "%%").replace("\\", "\\\\");
        LogManager.getLogManager()
                .readConfiguration(new ByteArrayInputStream(settings(pattern).getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** DynamoDB Local warns, with a stack trace, of every condition that does not hold; for us these are answers. */
    private static String settings(String pattern) {
        return """
                handlers=java.util.logging.FileHandler
                .level=WARNING
                software.amazon.dynamodb.level=SEVERE
                java.util.logging.FileHandler.pattern=%s
                java.util.logging.FileHandler.limit=10000000
                java.util.logging.FileHandler.count=1
                java.util.logging.FileHandler.append=true
                java.util.logging.FileHandler.formatter=java.util.logging.SimpleFormatter
                """.formatted(pattern);
    }
}
