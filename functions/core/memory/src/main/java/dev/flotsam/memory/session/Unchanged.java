package dev.flotsam.memory.session;

import java.util.Optional;

/**
 * What the next launch found to be as before. Only these truth values are kept: a raw boot time would identify the
 * device, so records that carry one lose it at the door.
 *
 * @param sameApp same version, build and main image
 * @param sameOs same operating system build
 * @param sameBoot the device wasn't restarted in between
 * @param sameVendor same vendor identifier: not reinstalled, not restored to another device
 */
public record Unchanged(
        Optional<Boolean> sameApp, Optional<Boolean> sameOs, Optional<Boolean> sameBoot, Optional<Boolean> sameVendor) {

    /** Nothing is known. */
    public static final Unchanged UNKNOWN =
            new Unchanged(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** These facts, and the other's where these are silent. */
    public Unchanged or(Unchanged other) {
        return new Unchanged(
                sameApp.or(other::sameApp),
                sameOs.or(other::sameOs),
                sameBoot.or(other::sameBoot),
                sameVendor.or(other::sameVendor));
    }
}
