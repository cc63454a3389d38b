package dev.flotsam.servetriage;

import dev.flotsam.triage.access.ApiKey;
import dev.flotsam.triage.access.Authenticate;
import dev.flotsam.triage.access.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;

/**
 * Whoever asks. Each resource method starts with {@link #as}, so a route without a role does not compile into an answer:
 * the use cases want the key.
 */
@RequestScoped
class Viewer {
    private static final String BEARER = "bearer ";

    private final Authenticate authenticate;
    private final HttpHeaders headers;

    Viewer(Authenticate authenticate, HttpHeaders headers) {
        this.authenticate = authenticate;
        this.headers = headers;
    }

    /** The key behind the request, if it may act as {@code role}. */
    ApiKey as(Role role) {
        ApiKey key = authenticate.key(presented()).orElseThrow(Problem::unauthorized);
        if (!key.may(role)) {
            throw Problem.forbidden(role);
        }
        return key;
    }

    private String presented() {
        String authorization = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return authorization.substring(BEARER.length()).strip();
        }
        String key = headers.getHeaderString("X-Api-Key");
        return key == null ? "" : key.strip();
    }
}
