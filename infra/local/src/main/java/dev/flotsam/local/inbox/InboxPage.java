package dev.flotsam.local.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** The page for people: what Slack and a webhook receiver would show, each message as it was sent beside it. */
final class InboxPage {
    /** Only files of this page, and nothing inline: what a message says can't run or load anything. */
    static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

    private static final Map<String, File> FILES = Map.of(
            "/", new File("index.html", "text/html; charset=utf-8"),
            "/inbox.css", new File("inbox.css", "text/css; charset=utf-8"),
            "/inbox.js", new File("inbox.js", "text/javascript; charset=utf-8"),
            "/slack.js", new File("slack.js", "text/javascript; charset=utf-8"));

    private InboxPage() {}

    /** The file at a path. */
    static Optional<File> at(String path) {
        return Optional.ofNullable(FILES.get(path));
    }

    /**
     * A file of the page.
     *
     * @param name beside this class
     * @param type content type
     */
    record File(String name, String type) {
        byte[] bytes() throws IOException {
            try (InputStream stream = InboxPage.class.getResourceAsStream(name)) {
                if (stream == null) {
                    throw new IOException("the jar lacks " + name);
                }
                return stream.readAllBytes();
            }
        }
    }
}
