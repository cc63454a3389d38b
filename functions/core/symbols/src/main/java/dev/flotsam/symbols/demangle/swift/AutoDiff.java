package dev.flotsam.symbols.demangle.swift;

import dev.flotsam.symbols.demangle.text.UnreadableName;

/**
 * Derivatives and their thunks: {@code 'TJ' …} and {@code 'WJ' …} ("Globals" in swiftlang/swift docs/ABI/Mangling.rst).
 *
 * <pre>
 * global ::= global generic-signature? 'TJ' 'V'? [frdp] INDEX-SUBSET 'p' INDEX-SUBSET 'r'
 * global ::= type type 'TJO' [frdp]
 * global ::= global-or-type type? 'TJS' [frdp] INDEX-SUBSET 'p' INDEX-SUBSET 'r' INDEX-SUBSET 'P'
 * global ::= global generic-signature? 'WJ' [frdl] INDEX-SUBSET 'p' INDEX-SUBSET 'r'
 * INDEX-SUBSET ::= [SU]+      an 'S' for each index that is in
 * </pre>
 */
final class AutoDiff {
    private final Reading r;

    AutoDiff(Reading reading) {
        this.r = reading;
    }

    Node thunk() {
        if (r.in.nextIf('S')) {
            Node thunk = subsets(
                    everythingBefore(Node.of(Kind.AUTODIFF_SUBSET_THUNK)).add(functionKind()));
            return thunk.add(subset('P'));
        }
        if (r.in.nextIf('O')) {
            Node signature = r.popIf(Kind.GENERIC_SIGNATURE);
            Node to = r.pop(Kind.TYPE);
            Node from = r.pop(Kind.TYPE);
            return Node.of(Kind.AUTODIFF_REORDERING_THUNK)
                    .add(from)
                    .add(to)
                    .addIf(signature)
                    .add(functionKind());
        }
        Kind kind = r.in.nextIf('V') ? Kind.AUTODIFF_VTABLE_THUNK : Kind.AUTODIFF_FUNCTION;
        return subsets(everythingBefore(Node.of(kind)).add(functionKind()));
    }

    Node witness() {
        Node signature = r.popIf(Kind.GENERIC_SIGNATURE);
        Node original = everythingBefore(Node.of(Kind.GLOBAL));
        String mode =
                switch (r.in.next()) {
                    case 'f' -> "forward-mode";
                    case 'r' -> "reverse-mode";
                    case 'd' -> "normal";
                    case 'l' -> "linear";
                    default -> throw UnreadableName.malformed();
                };
        return subsets(Node.of(Kind.DIFFERENTIABILITY_WITNESS, mode).add(original))
                .addIf(signature);
    }

    private Node everythingBefore(Node node) {
        int start = node.size();
        for (Node one = r.popAnyIf(); one != null; one = r.popAnyIf()) {
            node.add(one);
        }
        return node.reverseFrom(start);
    }

    private Node subsets(Node node) {
        return node.add(subset('p')).add(subset('r'));
    }

    private Node functionKind() {
        return Node.of(
                Kind.AUTODIFF_KIND,
                switch (r.in.next()) {
                    case 'f' -> "forward-mode derivative";
                    case 'r' -> "reverse-mode derivative";
                    case 'd' -> "differential";
                    case 'p' -> "pullback";
                    default -> throw UnreadableName.malformed();
                });
    }

    private Node subset(char end) {
        StringBuilder indices = new StringBuilder("{");
        int index = 0;
        for (char c = r.in.peek(); c == 'S' || c == 'U'; c = r.in.peek()) {
            r.in.next();
            if (c == 'S') {
                indices.append(indices.length() > 1 ? ", " : "").append(index);
            }
            index++;
        }
        if (index == 0 || !r.in.nextIf(end)) {
            throw UnreadableName.malformed();
        }
        return Node.of(Kind.INDEX_SUBSET, indices.append('}').toString());
    }
}
