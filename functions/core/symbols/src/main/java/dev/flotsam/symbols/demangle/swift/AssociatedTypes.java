package dev.flotsam.symbols.demangle.swift;

import dev.flotsam.symbols.demangle.text.UnreadableName;
import java.util.ArrayList;
import java.util.List;

/**
 * Generic parameters, their associated types, opaque types and packs ("Types", "Generics" in swiftlang/swift
 * docs/ABI/Mangling.rst).
 *
 * <pre>
 * GENERIC-PARAM-INDEX ::= 'z' | INDEX | 'd' INDEX INDEX | 's'
 * type ::= assoc-type-name 'Qx' | assoc-type-name 'Qy' GENERIC-PARAM-INDEX | assoc-type-name 'Qz'
 * type ::= assoc-type-list 'QX' | assoc-type-list 'QY' GENERIC-PARAM-INDEX | assoc-type-list 'QZ'
 * type ::= opaque-type-decl-name bound-generic-args 'Qo' INDEX | 'Qr' | 'QR' INDEX
 * type ::= pack-type 'Qe' INDEX | pattern-type count-type 'Qp' | type-list 'QP' | type-list 'QS' [di]
 * </pre>
 */
final class AssociatedTypes {
    private final Reading r;
    private final NominalTypes nominals;

    AssociatedTypes(Reading reading, NominalTypes nominals) {
        this.r = reading;
        this.nominals = nominals;
    }

    Node archetype() {
        return switch (r.in.next()) {
            case 'a' -> associatedTypeRef();
            case 'O' -> Node.of(Kind.OPAQUE_RETURN_OF).add(r.popContext());
            case 'o' -> opaqueType();
            case 'r' -> Node.type(Node.of(Kind.OPAQUE_RETURN));
            case 'R' -> Node.type(Node.of(Kind.OPAQUE_RETURN, r.in.index()));
            case 'x' -> r.substitutable(member(null));
            case 'X' -> r.substitutable(memberPath(null));
            case 'y' -> r.substitutable(member(genericParameter()));
            case 'Y' -> r.substitutable(memberPath(genericParameter()));
            case 'z' -> r.substitutable(member(parameter(0, 0)));
            case 'Z' -> r.substitutable(memberPath(parameter(0, 0)));
            case 'p' -> packExpansion();
            case 'e' -> packElement();
            case 'P' -> Node.type(r.popList(Kind.PACK, () -> r.pop(Kind.TYPE)));
            case 'S' -> silPack();
            default -> throw UnreadableName.malformed();
        };
    }

    private Node associatedTypeRef() {
        Node name = r.pop(Kind.IDENTIFIER);
        Node type = r.popBareType();
        return r.substitutable(
                Node.type(Node.of(Kind.ASSOCIATED_TYPE_REF).add(type).add(name)));
    }

    private Node opaqueType() {
        Node index = r.in.indexNode();
        NominalTypes.GenericArguments arguments = nominals.popArguments();
        Node opaque = Node.of(Kind.OPAQUE_TYPE).add(r.popAny()).add(index);
        Node lists = Node.of(Kind.TYPE_LIST);
        for (Node list : arguments.lists().reversed()) {
            lists.add(list);
        }
        opaque.add(lists).addIf(arguments.retroactiveConformances());
        return r.substitutable(Node.type(opaque));
    }

    private Node packExpansion() {
        r.popBareType();
        return Node.type(Node.of(Kind.LABELLED, "repeat ").add(r.popBareType()));
    }

    private Node packElement() {
        Node pack = r.popBareType();
        return Node.type(Node.of(Kind.PACK_ELEMENT, r.in.index()).add(pack));
    }

    private Node silPack() {
        String directness =
                switch (r.in.next()) {
                    case 'd' -> "@direct ";
                    case 'i' -> "@indirect ";
                    default -> throw UnreadableName.malformed();
                };
        Node types = r.popList(Kind.TYPE_LIST, () -> r.pop(Kind.TYPE));
        return Node.type(Node.of(Kind.PACK, directness).addAll(types));
    }

    /** A type's member: {@code base.Name}; a popped type if {@code base} is null. */
    Node member(Node base) {
        Node name = associatedTypeName();
        Node type = base == null ? r.pop(Kind.TYPE) : Node.type(base);
        return Node.type(Node.of(Kind.DEPENDENT_MEMBER).add(type).add(name));
    }

    /** A member's member…: {@code base.Name.Name}. */
    Node memberPath(Node base) {
        List<Node> names = new ArrayList<>(2);
        boolean first;
        do {
            first = r.took(Kind.FIRST_ELEMENT);
            names.add(associatedTypeName());
        } while (!first);
        Node type = base == null ? r.pop(Kind.TYPE) : Node.type(base);
        for (Node name : names.reversed()) {
            type = Node.type(Node.of(Kind.DEPENDENT_MEMBER).add(type).add(name));
        }
        return type;
    }

    /** assoc-type-name ::= identifier protocol? */
    Node associatedTypeName() {
        Node protocol = r.popIf(Kind.TYPE);
        if (protocol != null) {
            Reading.requireProtocol(protocol);
        }
        return Node.of(Kind.DEPENDENT_ASSOCIATED_TYPE_REF)
                .add(r.pop(Kind.IDENTIFIER))
                .addIf(protocol);
    }

    /** assoc-type-list ::= assoc-type-name '_' assoc-type-name* */
    Node associatedTypePath() {
        return r.fillList(Node.of(Kind.ASSOC_TYPE_PATH), this::associatedTypeName);
    }

    /** A generic parameter that stands where an associated type could: null if none does. */
    Node poppedParameterIf() {
        Node top = r.operands().isEmpty() ? null : r.operands().getLast();
        boolean isParameter = top != null && top.is(Kind.TYPE) && top.first().is(Kind.GENERIC_PARAM);
        return isParameter ? r.popAny() : null;
    }

    static Node parameter(int depth, int index) {
        return Node.of(Kind.GENERIC_PARAM).add(Node.of(Kind.NUMBER, depth)).add(Node.of(Kind.NUMBER, index));
    }

    Node genericParameter() {
        if (r.in.nextIf('d')) {
            int depth = r.in.index() + 1;
            return parameter(depth, r.in.index());
        }
        if (r.in.nextIf('z')) {
            return parameter(0, 0);
        }
        if (r.in.nextIf('s')) {
            return Node.of(Kind.CONSTRAINED_EXISTENTIAL_SELF);
        }
        return parameter(0, r.in.index() + 1);
    }
}
