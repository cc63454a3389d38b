package dev.flotsam.memory.portrait;

import java.util.Arrays;
import java.util.function.Supplier;

/** What one object of a portrait said, until it is known whether it is a node, a reference, a region or a root. */
final class PortraitItem {
    String className;
    String tag;
    boolean hasAddress;
    boolean hasFrom;
    boolean hasTo;
    boolean hasStart;
    boolean hasRoot;
    long address;
    long from;
    long to;
    long root;
    long size;
    long dirty;
    long swapped;
    long[] references = new long[16];
    int referenceCount;

    void clear() {
        className = "";
        tag = "";
        hasAddress = hasFrom = hasTo = hasStart = hasRoot = false;
        address = from = to = root = size = dirty = swapped = 0;
        referenceCount = 0;
    }

    void refersTo(long target) {
        if (referenceCount == references.length) {
            references = Arrays.copyOf(references, referenceCount * 2);
        }
        references[referenceCount++] = target;
    }

    /** Adds what the object turned out to be; false if it is nothing. */
    boolean addTo(PortraitDraft draft, Supplier<String> place) {
        if (hasAddress) {
            draft.node(address, className.isEmpty() ? "(no class)" : className, size, place);
            for (int i = 0; i < referenceCount; i++) {
                draft.edge(address, references[i], place);
            }
            if (hasRoot) {
                draft.root(address, place);
            }
            return true;
        }
        if (hasFrom && (hasTo || referenceCount > 0)) {
            if (hasTo) {
                draft.edge(from, to, place);
            }
            for (int i = 0; i < referenceCount; i++) {
                draft.edge(from, references[i], place);
            }
            return true;
        }
        if (hasStart) {
            draft.region(tag.isEmpty() ? "(no tag)" : tag, size, dirty, swapped, place);
            return true;
        }
        if (hasRoot) {
            draft.root(root, place);
            return true;
        }
        return false;
    }
}
