package dev.flotsam.contracts.fault;

import dev.flotsam.triage.absorb.Page;
import dev.flotsam.triage.absorb.Page.Listing;
import dev.flotsam.triage.absorb.Pages;
import java.util.Optional;

/** Pages behind a gate. */
record GatedPages(Pages inner, Gate gate) implements Pages {
    @Override
    public void put(Page page) {
        gate.run("pages.put", () -> inner.put(page));
    }

    @Override
    public String cursor(Page page) {
        return inner.cursor(page);
    }

    @Override
    public Slice newestFirst(Listing list, Optional<String> after, int most) {
        return gate.call("pages.newestFirst", () -> inner.newestFirst(list, after, most));
    }
}
