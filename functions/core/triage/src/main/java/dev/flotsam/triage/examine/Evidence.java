package dev.flotsam.triage.examine;

import dev.flotsam.memory.foom.FoomKey;
import dev.flotsam.memory.portrait.PortraitReport;
import dev.flotsam.triage.Occurrence.MissingImage;
import dev.flotsam.triage.Text;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an end without a stack of its own can be grouped by: frames or classes that a witness of the run names.
 *
 * @param witness which witness, such as "allocation-stack"
 * @param names what is grouped by, innermost or most important first
 * @param bytes held by what is named; 0 where nobody counts them
 * @param unstable a name stands for a place whose symbols are missing, and changes when they come
 * @param missing images whose symbols nobody uploaded
 */
public record Evidence(String witness, List<String> names, long bytes, boolean unstable, List<MissingImage> missing) {
    /** The blocked main thread's stack; groups deadlocks. */
    public static final String HANG_STACK = "hang-stack";

    /** The stack whose allocations hold most; groups ends for memory. */
    public static final String ALLOCATION_STACK = "allocation-stack";

    /** Classes on the way to what keeps most memory; groups ends for memory. */
    public static final String DOMINATOR_PATH = "dominator-path";

    /** Most names kept. */
    public static final int MOST_NAMES = 12;

    /** Longest name kept, UTF-8 bytes. */
    public static final int NAME_BYTES = 200;

    public Evidence {
        Objects.requireNonNull(witness, "witness");
        names = names.stream()
                .limit(MOST_NAMES)
                .map(name -> Text.bound(name, NAME_BYTES))
                .toList();
        missing = List.copyOf(missing);
    }

    /** What a portrait tells: classes on the way to what keeps most; empty if nothing keeps much. */
    public static Optional<Evidence> dominatorPath(PortraitReport portrait) {
        return FoomKey.of(portrait)
                .map(path -> new Evidence(
                        DOMINATOR_PATH,
                        path.classes(),
                        portrait.dominatorPath().getLast().retained()));
    }

    /** Evidence by names that are sure. */
    public Evidence(String witness, List<String> names, long bytes) {
        this(witness, names, bytes, false, List.of());
    }
}
