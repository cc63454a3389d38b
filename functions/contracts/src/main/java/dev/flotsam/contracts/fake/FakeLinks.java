package dev.flotsam.contracts.fake;

import dev.flotsam.triage.decide.LinkBook;
import dev.flotsam.triage.decide.Links;
import java.util.HashMap;
import java.util.Map;

/** Links in memory. */
public final class FakeLinks implements Links {
    private final Map<String, LinkBook> books = new HashMap<>();

    @Override
    public synchronized LinkBook find(String app) {
        return books.getOrDefault(app, LinkBook.empty(app));
    }

    @Override
    public synchronized boolean replace(LinkBook book) {
        if (find(book.app()).revision() != book.revision() - 1) {
            return false;
        }
        books.put(book.app(), book);
        return true;
    }
}
