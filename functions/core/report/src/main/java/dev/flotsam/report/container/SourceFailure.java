package dev.flotsam.report.container;

import java.io.IOException;

/** The upload's own stream failed: infrastructure, not content. */
final class SourceFailure extends IOException {
    private static final long serialVersionUID = 1L;

    private final IOException failure;

    SourceFailure(IOException failure) {
        super(failure);
        this.failure = failure;
    }

    IOException failure() {
        return failure;
    }
}
