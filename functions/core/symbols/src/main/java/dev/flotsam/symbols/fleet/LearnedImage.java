package dev.flotsam.symbols.fleet;

import dev.flotsam.symbols.Frame;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** What the fleet knows about one system image. Immutable; learning and merging make a new one. */
public final class LearnedImage {
    /** Installations that must agree. */
    public static final int AGREEMENT = 3;

    /** Functions remembered of one image; the shared cache's largest images have about as many. */
    static final int FUNCTIONS_MOST = 200_000;

    /** Names remembered of one function: aliases are few, inventions can be many. */
    static final int NAMES_MOST = 4;

    /** Bytes of a function an observation can claim; none of Apple's is larger. */
    static final long FUNCTION_BYTES_MOST = 1 << 22;

    /** Characters of a name. */
    static final int NAME_CHARACTERS_MOST = 4096;

    private final UUID image;
    private final NavigableMap<Long, NavigableMap<String, Witnesses>> functions;

    LearnedImage(UUID image, NavigableMap<Long, NavigableMap<String, Witnesses>> functions) {
        this.image = image;
        this.functions = functions;
    }

    /** Nothing known yet. */
    public static LearnedImage nothing(UUID image) {
        return new LearnedImage(image, new TreeMap<>());
    }

    /** Reads what {@link #encode} wrote. */
    public static LearnedImage decode(UUID image, byte[] bytes) {
        return new LearnedImage(image, LearnedCodec.decode(bytes));
    }

    /** Compact bytes: about the names' length plus 20 bytes per function. */
    public byte[] encode() {
        return LearnedCodec.encode(functions);
    }

    public UUID image() {
        return image;
    }

    /** This and what observations of this image add; observations that can't be true or name nothing are left out. */
    public LearnedImage learn(Collection<Observation> observations) {
        NavigableMap<Long, NavigableMap<String, Witnesses>> more = copy();
        for (Observation seen : observations) {
            if (seen.image().equals(image) && isUsable(seen)) {
                add(
                        more,
                        seen.offset() - seen.symbolOffset(),
                        seen.symbol(),
                        Witnesses.of(hash(seen.installation()), seen.symbolOffset()));
            }
        }
        return new LearnedImage(image, more);
    }

    /** This and what another knows of the same image. */
    public LearnedImage merge(LearnedImage other) {
        NavigableMap<Long, NavigableMap<String, Witnesses>> more = copy();
        other.functions.forEach((start, names) -> names.forEach((name, who) -> add(more, start, name, who)));
        return new LearnedImage(image, more);
    }

    /** The name of the function at an offset, if enough installations agree on it that far in. */
    public Optional<LearnedName> name(long offset) {
        Map.Entry<Long, NavigableMap<String, Witnesses>> function = functions.floorEntry(offset);
        if (function == null) {
            return Optional.empty();
        }
        Optional<LearnedName> found = Optional.empty();
        for (Map.Entry<String, Witnesses> candidate : function.getValue().entrySet()) {
            if (candidate.getValue().agree()) {
                if (found.isPresent()) {
                    return Optional.empty();
                }
                long reach = function.getKey() + candidate.getValue().reach();
                if (offset > reach) {
                    return Optional.empty();
                }
                found = Optional.of(new LearnedName(candidate.getKey(), function.getKey()));
            }
        }
        return found;
    }

    private static boolean isUsable(Observation seen) {
        String name = seen.symbol();
        return seen.symbolOffset() >= 0
                && seen.symbolOffset() <= FUNCTION_BYTES_MOST
                && seen.offset() >= seen.symbolOffset()
                && !seen.installation().isBlank()
                && !name.isBlank()
                && name.length() <= NAME_CHARACTERS_MOST
                && !name.startsWith("<")
                && !name.startsWith("0x")
                && !name.startsWith("?")
                && !Frame.isPlaceholder(name);
    }

    private static void add(
            NavigableMap<Long, NavigableMap<String, Witnesses>> to, long start, String name, Witnesses who) {
        if (!to.containsKey(start) && to.size() >= FUNCTIONS_MOST) {
            return;
        }
        NavigableMap<String, Witnesses> names = to.computeIfAbsent(start, ignored -> new TreeMap<>());
        names.merge(name, who, Witnesses::and);
        if (names.size() > NAMES_MOST) {
            names.entrySet().stream()
                    .min(Map.Entry.<String, Witnesses>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .ifPresent(weakest -> names.remove(weakest.getKey()));
        }
    }

    private NavigableMap<Long, NavigableMap<String, Witnesses>> copy() {
        NavigableMap<Long, NavigableMap<String, Witnesses>> copy = new TreeMap<>();
        functions.forEach((start, names) -> copy.put(start, new TreeMap<>(names)));
        return copy;
    }

    private int hash(String installation) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(image.toString().getBytes(StandardCharsets.UTF_8));
            byte[] hash = digest.digest(installation.getBytes(StandardCharsets.UTF_8));
            return (hash[0] & 0xff) << 24 | (hash[1] & 0xff) << 16 | (hash[2] & 0xff) << 8 | (hash[3] & 0xff);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
