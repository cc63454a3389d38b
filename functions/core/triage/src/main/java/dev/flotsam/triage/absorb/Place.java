package dev.flotsam.triage.absorb;

import java.util.Optional;

/**
 * Where reading the reports of several clusters one after the other goes on.
 *
 * @param index of the cluster
 * @param within the cursor in its pages
 */
public record Place(int index, Optional<String> within) {
    private static final int LONGEST_INDEX = 5;

    /**
     * Reads {@link #toString}'s form; nothing is the start.
     *
     * @throws IllegalArgumentException if it is no such cursor
     */
    public static Place parse(Optional<String> cursor) {
        if (cursor.isEmpty()) {
            return new Place(0, Optional.empty());
        }
        String text = cursor.get();
        int at = text.indexOf('~');
        String index = text.substring(0, Math.max(0, at));
        if (index.isEmpty()
                || index.length() > LONGEST_INDEX
                || !index.chars().allMatch(letter -> letter >= '0' && letter <= '9')) {
            throw new IllegalArgumentException("not a cursor of this list: " + text);
        }
        String within = text.substring(at + 1);
        return new Place(Integer.parseInt(index), within.isEmpty() ? Optional.empty() : Optional.of(within));
    }

    /** The start of the next cluster. */
    public Place nextCluster() {
        return new Place(index + 1, Optional.empty());
    }

    @Override
    public String toString() {
        return index + "~" + within.orElse("");
    }
}
