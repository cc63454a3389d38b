package dev.flotsam.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Expected results as files beside the tests; {@code -Dgoldens=update} writes them anew. */
final class Goldens {
    private Goldens() {}

    static Path folder() {
        return Corpus.root().resolve("functions/core/report/src/test/resources");
    }

    static void compare(String name, String actual) throws IOException {
        Path golden = folder().resolve(name);
        if ("update".equals(System.getProperty("goldens"))) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, actual);
        }
        assertThat(golden).as("run with -Dgoldens=update to take over a change").exists();
        assertThat(actual).as(name).isEqualTo(Files.readString(golden));
    }
}
