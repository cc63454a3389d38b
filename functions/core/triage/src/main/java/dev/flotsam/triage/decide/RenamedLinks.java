package dev.flotsam.triage.decide;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.decide.LinkBook.Merge;
import java.util.ArrayList;
import java.util.List;

/** Links follow reports from one cluster to another; a link that contradicts what the target has is left behind. */
final class RenamedLinks {
    private RenamedLinks() {}

    /** The book once all reports of {@code from} are in {@code to}. */
    static LinkBook of(LinkBook book, ClusterId from, ClusterId to) {
        if (!book.mentions(from)) {
            return book;
        }
        return merges(apart(parts(book, from, to), from, to), from, to);
    }

    /** The old source keeps its rules: a late report may still be signed as it was. */
    private static LinkBook parts(LinkBook book, ClusterId from, ClusterId to) {
        LinkBook renamed = book;
        for (Part part : book.parts()) {
            if (part.source().equals(from) && !part.target().equals(to)) {
                renamed = renamed.with(part.from(to));
            }
        }
        List<Part> parts = new ArrayList<>();
        for (Part part : renamed.parts()) {
            boolean moves = part.target().equals(from) && !part.source().equals(to);
            parts.add(moves ? part.into(to) : part);
        }
        return new LinkBook(book.app(), book.revision(), book.merges(), book.apart(), parts);
    }

    private static LinkBook apart(LinkBook book, ClusterId from, ClusterId to) {
        List<ClusterId> together = book.group(to);
        List<ClusterId> others = book.apartFrom(from).stream()
                .filter(other -> !together.contains(other))
                .toList();
        return book.apart(to, others);
    }

    private static LinkBook merges(LinkBook book, ClusterId from, ClusterId to) {
        List<ClusterId> others = new ArrayList<>(book.group(from));
        others.remove(from);
        if (others.isEmpty()) {
            return book;
        }
        ClusterId head = book.head(from);
        Merge said = book.merge(from).or(() -> book.merge(others.getFirst())).orElseThrow();
        LinkBook without = book.without(from);
        if (without.between(others.getFirst(), to).isPresent()) {
            return without;
        }
        boolean led = head.equals(from);
        return led
                ? without.merged(to, others.getFirst(), said.at(), said.by())
                : without.merged(head, to, said.at(), said.by());
    }
}
