package dev.flotsam.triage.alert;

import java.util.Optional;

/** Secrets by name. Their values never reach an item, a log or a message. */
public interface Secrets {

    /** The value; empty if there is none of that name. May be some minutes old. */
    Optional<String> read(String name);

    /** Stores a value, replacing an older one. */
    void write(String name, String value);

    /** Drops a value; again changes nothing. */
    void delete(String name);
}
