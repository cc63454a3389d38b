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

/** What the fleet knows about a system image, or about a part of it. Immutable; learning and merging make a new one. */
public final class LearnedImage {
    /** Installations that must agree. */
    public static final int AGREEMENT = 3;

    /** Functions remembered of one part; 16 KB of Apple's code have about 200. */
    static final int FUNCTIONS_MOST = 1_024;

    /** Bytes of one part, encoded: a part with long Swift names has a tenth. */
    static final int BYTES_MOST = 200_000;

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
        return bounded(more);
    }

    /** This and what another knows of the same image. */
    public LearnedImage merge(LearnedImage other) {
        NavigableMap<Long, NavigableMap<String, Witnesses>> more = copy();
        other.functions.forEach((start, names) -> names.forEach((name, who) -> add(more, start, name, who)));
        return bounded(more);
    }

    /** Names that fewer installations gave make room; what three agree on goes last. */
    private LearnedImage bounded(NavigableMap<Long, NavigableMap<String, Witnesses>> more) {
        long bytes = more.values().stream().mapToLong(LearnedImage::bytes).sum();
        while (bytes > BYTES_MOST) {
            long weakest = weakest(more);
            bytes -= bytes(more.remove(weakest));
        }
        return new LearnedImage(image, more);
    }

    /** Encoded, at most. */
    private static long bytes(NavigableMap<String, Witnesses> names) {
        long bytes = 8;
        for (Map.Entry<String, Witnesses> name : names.entrySet()) {
            bytes += 5L
                    + 3L * name.getKey().length()
                    + 9L * name.getValue().seen().size();
        }
        return bytes;
    }

    /** Start of the function that fewest installations agree on; of several, the one furthest in. */
    private static long weakest(NavigableMap<Long, NavigableMap<String, Witnesses>> functions) {
        long weakest = -1;
        int fewest = Integer.MAX_VALUE;
        for (Map.Entry<Long, NavigableMap<String, Witnesses>> function : functions.entrySet()) {
            int witnesses = witnesses(function.getValue());
            if (witnesses <= fewest) {
                fewest = witnesses;
                weakest = function.getKey();
            }
        }
        return weakest;
    }

    private static int witnesses(NavigableMap<String, Witnesses> names) {
        return names.values().stream().mapToInt(who -> who.seen().size()).max().orElse(0);
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
            long weakest = weakest(to);
            if (witnesses(to.get(weakest)) > who.seen().size()) {
                return;
            }
            to.remove(weakest);
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
