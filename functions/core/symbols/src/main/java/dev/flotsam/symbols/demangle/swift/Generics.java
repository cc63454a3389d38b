package dev.flotsam.symbols.demangle.swift;

import dev.flotsam.symbols.demangle.text.UnreadableName;

/**
 * Generic signatures and their requirements ("Generics" in swiftlang/swift docs/ABI/Mangling.rst).
 *
 * <pre>
 * generic-signature ::= requirement* 'l' | requirement* 'r' GENERIC-PARAM-COUNT* 'l'
 * GENERIC-PARAM-COUNT ::= 'z' (0) | INDEX (INDEX + 1)
 * requirement ::= … 'R' KIND SUBJECT, where KIND also says what the subject is
 * </pre>
 */
final class Generics {
    private final Reading r;
    private final AssociatedTypes associated;

    Generics(Reading reading, AssociatedTypes associated) {
        this.r = reading;
        this.associated = associated;
    }

    /** How a requirement names what it constrains. */
    private enum Subject {
        PARAMETER,
        MEMBER,
        MEMBER_PATH,
        POPPED
    }

    /** What a requirement asks. */
    private enum Asks {
        CONFORMANCE,
        BASE_CLASS,
        SAME_TYPE,
        SAME_SHAPE,
        LAYOUT,
        PACK,
        VALUE,
        INVERSE
    }

    Node signature(boolean withCounts) {
        Node signature = Node.of(Kind.GENERIC_SIGNATURE);
        if (withCounts) {
            while (!r.in.nextIf('l')) {
                int count = r.in.nextIf('z') ? 0 : r.in.index() + 1;
                signature.add(Node.of(Kind.GENERIC_PARAM_COUNT, count));
            }
        } else {
            signature.add(Node.of(Kind.GENERIC_PARAM_COUNT, 1));
        }
        int counts = signature.size();
        for (Node one = r.popIf(Kind::isRequirement); one != null; one = r.popIf(Kind::isRequirement)) {
            signature.add(one);
        }
        return signature.reverseFrom(counts);
    }

    /** type ::= type generic-signature 'u' */
    Node genericType() {
        Node signature = r.pop(Kind.GENERIC_SIGNATURE);
        Node type = r.pop(Kind.TYPE);
        return Node.type(Node.of(Kind.DEPENDENT_GENERIC_TYPE).add(signature).add(type));
    }

    Node requirement() {
        return switch (r.in.next()) {
            case 'V' -> requirement(Asks.VALUE, Subject.PARAMETER);
            case 'v' -> requirement(Asks.PACK, Subject.PARAMETER);
            case 'c' -> requirement(Asks.BASE_CLASS, Subject.MEMBER);
            case 'C' -> requirement(Asks.BASE_CLASS, Subject.MEMBER_PATH);
            case 'b' -> requirement(Asks.BASE_CLASS, Subject.PARAMETER);
            case 'B' -> requirement(Asks.BASE_CLASS, Subject.POPPED);
            case 't' -> requirement(Asks.SAME_TYPE, Subject.MEMBER);
            case 'T' -> requirement(Asks.SAME_TYPE, Subject.MEMBER_PATH);
            case 's' -> requirement(Asks.SAME_TYPE, Subject.PARAMETER);
            case 'S' -> requirement(Asks.SAME_TYPE, Subject.POPPED);
            case 'm' -> requirement(Asks.LAYOUT, Subject.MEMBER);
            case 'M' -> requirement(Asks.LAYOUT, Subject.MEMBER_PATH);
            case 'l' -> requirement(Asks.LAYOUT, Subject.PARAMETER);
            case 'L' -> requirement(Asks.LAYOUT, Subject.POPPED);
            case 'p' -> requirement(Asks.CONFORMANCE, Subject.MEMBER);
            case 'P' -> requirement(Asks.CONFORMANCE, Subject.MEMBER_PATH);
            case 'Q' -> requirement(Asks.CONFORMANCE, Subject.POPPED);
            case 'h' -> requirement(Asks.SAME_SHAPE, Subject.PARAMETER);
            case 'i' -> requirement(Asks.INVERSE, Subject.PARAMETER);
            case 'I' -> requirement(Asks.INVERSE, Subject.POPPED);
            case 'j' -> requirement(Asks.INVERSE, Subject.MEMBER);
            case 'J' -> requirement(Asks.INVERSE, Subject.MEMBER_PATH);
            default -> {
                r.in.back();
                yield requirement(Asks.CONFORMANCE, Subject.PARAMETER);
            }
        };
    }

    private Node requirement(Asks asks, Subject subject) {
        Node inverted = asks == Asks.INVERSE ? r.in.indexNode() : null;
        Node constrained =
                switch (subject) {
                    case PARAMETER -> Node.type(associated.genericParameter());
                    case MEMBER -> r.substitutable(associated.member(associated.genericParameter()));
                    case MEMBER_PATH -> r.substitutable(associated.memberPath(associated.genericParameter()));
                    case POPPED -> r.pop(Kind.TYPE);
                };
        return switch (asks) {
            case CONFORMANCE ->
                Node.of(Kind.CONFORMANCE_REQUIREMENT).add(constrained).add(r.popProtocol());
            case BASE_CLASS ->
                Node.of(Kind.CONFORMANCE_REQUIREMENT).add(constrained).add(r.pop(Kind.TYPE));
            case SAME_TYPE ->
                Node.of(Kind.SAME_TYPE_REQUIREMENT).add(constrained).add(r.pop(Kind.TYPE));
            case SAME_SHAPE ->
                Node.of(Kind.SAME_SHAPE_REQUIREMENT).add(constrained).add(r.pop(Kind.TYPE));
            case PACK -> Node.of(Kind.GENERIC_PARAM_PACK).add(constrained);
            case VALUE -> Node.of(Kind.GENERIC_PARAM_VALUE).add(constrained).add(r.pop(Kind.TYPE));
            case INVERSE -> Node.of(Kind.INVERSE_REQUIREMENT).add(constrained).add(inverted);
            case LAYOUT -> layout(constrained);
        };
    }

    /** LAYOUT-CONSTRAINT ::= [NRTUCDB] | [EM] size alignment | [emS] size */
    private Node layout(Node constrained) {
        char letter = r.in.next();
        Node layout = Node.of(Kind.LAYOUT_REQUIREMENT, layoutName(letter)).add(constrained);
        if ("EMemS".indexOf(letter) >= 0) {
            layout.add(r.in.indexNode());
        }
        if (letter == 'E' || letter == 'M') {
            layout.add(r.in.indexNode());
        }
        return layout;
    }

    static String layoutName(char letter) {
        return switch (letter) {
            case 'U' -> "_UnknownLayout";
            case 'R' -> "_RefCountedObject";
            case 'N' -> "_NativeRefCountedObject";
            case 'C' -> "AnyObject";
            case 'D' -> "_NativeClass";
            case 'T', 'E', 'e' -> "_Trivial";
            case 'M', 'm' -> "_TrivialAtMost";
            case 'B' -> "_BridgeObject";
            case 'S' -> "_TrivialStride";
            default -> throw UnreadableName.malformed();
        };
    }
}
