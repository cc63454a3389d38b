package dev.flotsam.triage.alert.message;

import dev.flotsam.triage.ClusterId;
import java.util.Optional;

/**
 * Where people go from a message.
 *
 * @param page address of the triage page without a slash at its end; empty if there is none
 */
public record Links(String page) {
    public Links {
        page = page.endsWith("/") ? page.substring(0, page.length() - 1) : page;
    }

    /** The page of one cluster. */
    Optional<String> cluster(ClusterId id) {
        return page.isEmpty() ? Optional.empty() : Optional.of(page + "/clusters/" + id.value());
    }

    /** The list of clusters, newest first. */
    Optional<String> newest() {
        return page.isEmpty() ? Optional.empty() : Optional.of(page + "/?sort=first_seen");
    }
}
