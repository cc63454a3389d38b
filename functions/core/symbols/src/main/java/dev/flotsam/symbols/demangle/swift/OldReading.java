package dev.flotsam.symbols.demangle.swift;

import dev.flotsam.symbols.demangle.text.Limits;
import dev.flotsam.symbols.demangle.text.UnreadableName;
import dev.flotsam.symbols.demangle.text.WorkBudget;
import java.util.ArrayList;
import java.util.List;

/** The state of reading one name of the grammar before Swift 4, and the parts that read it, which need each other. */
final class OldReading {
    final Cursor in;
    final WorkBudget budget = new WorkBudget(Limits.SWIFT_DEPTH);
    final OldNames names = new OldNames(this);
    final OldEntities entities = new OldEntities(this);
    final OldTypes types = new OldTypes(this);
    final OldGenerics generics = new OldGenerics(this);
    final OldImplTypes implTypes = new OldImplTypes(this);

    private final List<Node> substitutions = new ArrayList<>();

    OldReading(Cursor in) {
        this.in = in;
    }

    Node substitutable(Node node) {
        substitutions.add(node);
        return node;
    }

    Node substitution(int index) {
        if (index >= substitutions.size()) {
            throw UnreadableName.malformed();
        }
        return substitutions.get(index);
    }

    /** Each specialization starts to count anew. */
    void forgetSubstitutions() {
        substitutions.clear();
    }
}
