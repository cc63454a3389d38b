package dev.flotsam.signature;

import java.util.ArrayList;
import java.util.List;

/** Collects what rules changed while one stack is signed. */
final class Notes {
    private final List<Note> written = new ArrayList<>();

    void changed(Rule rule, String before, String after) {
        written.add(new Note(rule.name(), before, after));
    }

    void removed(Rule rule, String before) {
        written.add(new Note(rule.name(), before, ""));
    }

    List<Note> written() {
        return List.copyOf(written);
    }
}
