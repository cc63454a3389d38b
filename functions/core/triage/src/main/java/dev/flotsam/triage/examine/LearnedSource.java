package dev.flotsam.triage.examine;

import dev.flotsam.symbols.fleet.LearnedName;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Names of system functions that other reports brought. They are shown and never signed on: they come and go. */
@FunctionalInterface
public interface LearnedSource {

    /** A source that knows none. */
    LearnedSource NONE = places -> Map.of();

    /** Names of those of the places that are known. */
    Map<Place, LearnedName> names(Collection<Place> places);

    /**
     * An address in a system image.
     *
     * @param image LC_UUID
     * @param offset from its load address, as the report has it
     */
    record Place(UUID image, long offset) {}
}
