package dev.flotsam.contracts.fault;

import dev.flotsam.triage.decide.LinkBook;
import dev.flotsam.triage.decide.Links;

/** Links behind a gate. */
record GatedLinks(Links inner, Gate gate) implements Links {
    @Override
    public LinkBook find(String app) {
        return gate.call("links.find", () -> inner.find(app));
    }

    @Override
    public boolean replace(LinkBook book) {
        return gate.call("links.replace", () -> inner.replace(book));
    }
}
