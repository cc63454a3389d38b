package dev.flotsam.symbols;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What ties a binary image in a report to its dSYM: the linker's LC_UUID and the architecture of the slice.
 *
 * @param uuid LC_UUID; the same in the app's binary and in its dSYM
 * @param arch the slice's architecture
 */
public record ImageId(UUID uuid, Arch arch) {

    /** Reads a UUID as reports print it: with or without dashes, either case; empty if it is no UUID. */
    public static Optional<UUID> parseUuid(String text) {
        String hex = text.strip().replace("-", "");
        if (!hex.matches("[0-9a-fA-F]{32}")) {
            return Optional.empty();
        }
        return Optional.of(new UUID(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16)));
    }

    /** The UUID as Apple's tools and reports print it: upper case, with dashes. */
    public String uuidText() {
        return uuidText(uuid);
    }

    /** The same of any image's UUID. */
    public static String uuidText(UUID uuid) {
        return uuid.toString().toUpperCase(Locale.ROOT);
    }

    /** {@code UPPER-CASE-UUID/arch}: unique, and safe as an object key. */
    public String key() {
        return uuidText() + "/" + arch.name();
    }

    /** {@code UPPER-CASE-UUID-arch.gsym}: the name of this image's file in a directory of GSYMs. */
    public String fileName() {
        return uuidText() + "-" + arch.name() + ".gsym";
    }
}
