package dev.flotsam.symbols.demangle.swift;

import dev.flotsam.symbols.demangle.text.UnreadableName;

/**
 * Generic signatures, parameters and associated types of the old grammar (behaviour of swiftlang/swift
 * lib/Demangling/OldDemangler.cpp).
 *
 * <pre>
 * generic-signature ::= ('z' | INDEX)* ('r' | 'R' requirement* 'r')
 * requirement ::= constrained-type ('z' type | 'l' LAYOUT | class-type | protocol)
 * constrained-type ::= 'w' member | 'W' member-path | GENERIC-PARAM-INDEX
 * GENERIC-PARAM-INDEX ::= 'x' | 'd' INDEX INDEX | INDEX
 * </pre>
 */
final class OldGenerics {
    private final OldReading r;

    OldGenerics(OldReading reading) {
        this.r = reading;
    }

    Node signature() {
        Node signature = Node.of(Kind.GENERIC_SIGNATURE);
        while (r.in.peek() != 'R' && r.in.peek() != 'r') {
            int count = r.in.nextIf('z') ? 0 : r.in.index() + 1;
            signature.add(Node.of(Kind.GENERIC_PARAM_COUNT, count));
        }
        if (signature.isEmpty()) {
            signature.add(Node.of(Kind.GENERIC_PARAM_COUNT, 1));
        }
        if (r.in.next() == 'R') {
            while (!r.in.nextIf('r')) {
                signature.add(requirement());
            }
        }
        return signature;
    }

    private Node requirement() {
        Node constrained = Node.type(constrainedType());
        if (r.in.nextIf('z')) {
            return Node.of(Kind.SAME_TYPE_REQUIREMENT).add(constrained).add(r.types.type());
        }
        if (r.in.nextIf('l')) {
            return layout(constrained);
        }
        return Node.of(Kind.CONFORMANCE_REQUIREMENT).add(constrained).add(constraint());
    }

    private Node constrainedType() {
        if (r.in.nextIf('w')) {
            return member();
        }
        return r.in.nextIf('W') ? memberPath() : parameter();
    }

    /** A base class starts with 'C'; a substitution may be a class, a protocol, or a protocol's module. */
    private Node constraint() {
        if (r.in.peek() == 'C') {
            return r.types.type();
        }
        if (!r.in.nextIf('S')) {
            return r.names.protocol();
        }
        Node substituted = r.names.substitution();
        return switch (substituted.kind) {
            case PROTOCOL, CLASS -> Node.type(substituted);
            case MODULE -> Node.type(r.names.protocolIn(substituted));
            default -> throw UnreadableName.malformed();
        };
    }

    private Node layout(Node constrained) {
        char letter = r.in.next();
        if ("URNTEeMm".indexOf(letter) < 0) {
            throw UnreadableName.malformed();
        }
        Node layout =
                Node.of(Kind.LAYOUT_REQUIREMENT, Generics.layoutName(letter)).add(constrained);
        if ("EeMm".indexOf(letter) >= 0) {
            layout.add(Node.of(Kind.NUMBER, r.in.natural()));
        }
        if (letter == 'E' || letter == 'M') {
            if (!r.in.nextIf('_')) {
                throw UnreadableName.malformed();
            }
            layout.add(Node.of(Kind.NUMBER, r.in.natural()));
        }
        return layout;
    }

    private Node parameter() {
        if (r.in.nextIf('d')) {
            int depth = r.in.index() + 1;
            return AssociatedTypes.parameter(depth, r.in.index());
        }
        return r.in.nextIf('x') ? AssociatedTypes.parameter(0, 0) : AssociatedTypes.parameter(0, r.in.index() + 1);
    }

    /** A generic parameter, or a member of the type that follows. */
    Node dependentType() {
        char next = r.in.peek();
        if (next == 'd' || next == '_' || Cursor.isDigit(next)) {
            return parameter();
        }
        return memberOf(r.types.type());
    }

    Node member() {
        return memberOf(Node.type(parameter()));
    }

    Node memberPath() {
        Node base = parameter();
        while (!r.in.nextIf('_')) {
            base = memberOf(Node.type(base));
        }
        return base;
    }

    private Node memberOf(Node base) {
        Node name;
        if (r.in.nextIf('S')) {
            name = r.names.substitution();
            if (!name.is(Kind.DEPENDENT_ASSOCIATED_TYPE_REF)) {
                throw UnreadableName.malformed();
            }
        } else {
            Node protocol = r.in.nextIf('P') ? r.names.protocol() : null;
            name = r.substitutable(Node.of(Kind.DEPENDENT_ASSOCIATED_TYPE_REF)
                    .add(r.names.identifier())
                    .addIf(protocol));
        }
        return Node.of(Kind.DEPENDENT_MEMBER).add(base).add(name);
    }
}
