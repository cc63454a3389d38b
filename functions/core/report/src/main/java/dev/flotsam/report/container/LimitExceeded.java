package dev.flotsam.report.container;

import java.io.IOException;

/** An upload asks for more than its limits; reading of the upload ends. */
final class LimitExceeded extends IOException {
    private static final long serialVersionUID = 1L;

    final String code;

    LimitExceeded(String code, String message) {
        super(message);
        this.code = code;
    }
}
