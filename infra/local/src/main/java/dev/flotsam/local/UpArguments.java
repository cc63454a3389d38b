package dev.flotsam.local;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The options of {@code flotsam up}.
 *
 * @param root of the repository, where template.yaml and events are
 */
record UpArguments(Path root, Path data, boolean fresh, boolean empty, int port, boolean help) {
    static final String HELP = """
            flotsam up [--data DIR] [--fresh] [--empty] [--port N]

            Starts the whole system on this machine: S3, DynamoDB, the packaged functions, the API with
            its page, and an inbox for webhooks. Everything listens on 127.0.0.1 only.

              --data DIR   where it keeps everything (default .flotsam beside template.yaml)
              --fresh      forget what DIR holds
              --empty      do not load the sample reports of events/ at the first start
              --port N     port of the API; S3, the inbox and DynamoDB take the next three (default 7070;
                           0 for any free ones)

            Addresses, key and credentials are written to DIR/endpoints.json. Ctrl-C stops it.
            """;

    private static final int DEFAULT_PORT = 7070;

    /** Reads them; wrong ones are an {@link IllegalArgumentException} in words for people. */
    static UpArguments parse(List<String> arguments, Path root) {
        Deque<String> left = new ArrayDeque<>(arguments);
        Path data = root.resolve(".flotsam");
        boolean fresh = false;
        boolean empty = false;
        boolean help = false;
        int port = DEFAULT_PORT;
        while (!left.isEmpty()) {
            String option = left.pop();
            switch (option) {
                case "--data" -> data = Path.of(value(option, left));
                case "--port" -> port = port(value(option, left));
                case "--fresh" -> fresh = true;
                case "--empty" -> empty = true;
                case "--help", "-h" -> help = true;
                default -> throw new IllegalArgumentException("flotsam up: unknown option " + option);
            }
        }
        return new UpArguments(root, data, fresh, empty, port, help);
    }

    private static String value(String option, Deque<String> left) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException("flotsam up: " + option + " wants a value");
        }
        return left.pop();
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_532) {
                return port;
            }
        } catch (NumberFormatException noNumber) {
            // said below
        }
        throw new IllegalArgumentException("flotsam up: --port wants a number from 0 to 65532, not " + text);
    }
}
