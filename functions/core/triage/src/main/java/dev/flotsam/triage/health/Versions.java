package dev.flotsam.triage.health;

import java.time.Instant;
import java.util.List;

/** Which versions of which apps have a health. Noting one again changes nothing but its expiry. */
public interface Versions {
    /** Versions of one app that are listed; text of reports is hostile, and real apps have fewer. */
    int MOST = 1_000;

    /** Keeps app and version. */
    void note(String app, String version, Instant expires);

    /** Apps that have a health, sorted. */
    List<String> apps();

    /** Versions of an app, in no order that means anything, at most {@link #MOST}. */
    List<String> of(String app);
}
