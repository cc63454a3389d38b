package dev.flotsam.triage.examine;

import dev.flotsam.triage.Text;
import java.util.List;
import java.util.Objects;

/**
 * What an end without a stack of its own can be grouped by: frames or classes that a witness of the run names.
 *
 * @param witness which witness, such as "allocation-stack"
 * @param names what is grouped by, innermost or most important first
 */
public record Evidence(String witness, List<String> names) {
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
    }
}
