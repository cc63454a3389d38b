package dev.flotsam.symbols.demangle.swift;

import dev.flotsam.symbols.demangle.text.UnreadableName;

/**
 * Functions, variables, accessors and closures of the old grammar (behaviour of swiftlang/swift
 * lib/Demangling/OldDemangler.cpp).
 *
 * <pre>
 * entity ::= 'Z'? [FvIi] context entity-name type? | nominal-type
 * entity-name ::= [DdZeECc] | [gGsmwWrM] decl-name | [al] ADDRESSOR-KIND decl-name | [Uu] INDEX | 'A' INDEX | 'i' | decl-name
 * </pre>
 */
final class OldEntities {
    private static final String SUBSCRIPT = "subscript";

    private final OldReading r;

    OldEntities(OldReading reading) {
        this.r = reading;
    }

    Node entity() {
        r.budget.enter();
        boolean isStatic = r.in.nextIf('Z');
        Node entity = entityOfKind(isStatic);
        r.budget.leave();
        return entity;
    }

    private Node entityOfKind(boolean isStatic) {
        char kind = r.in.peek();
        if ("FvIi".indexOf(kind) < 0 || kind == '\0') {
            return r.names.nominalType();
        }
        r.in.next();
        Node context = r.names.context();
        Node entity = kind == 'I' ? initializer(context) : member(kind, context);
        return isStatic ? Node.of(Kind.STATIC).add(entity) : entity;
    }

    private Node initializer(Node context) {
        char letter = r.in.peek();
        if (letter == 'A') {
            r.in.next();
            return Node.of(Kind.DEFAULT_ARGUMENT).add(context).add(r.in.indexNode());
        }
        if (letter == 'i') {
            r.in.next();
            return Node.of(Kind.INITIALIZER, "variable initialization expression")
                    .add(context);
        }
        return specialMember(context);
    }

    private Node member(char kind, Node context) {
        if ("DdZeECcalgGsmwWrMUu".indexOf(r.in.peek()) >= 0) {
            return specialMember(context);
        }
        Node name = r.names.declName();
        Kind memberKind =
                switch (kind) {
                    case 'F' -> Kind.FUNCTION;
                    case 'v' -> Kind.VARIABLE;
                    default -> Kind.SUBSCRIPT;
                };
        return memberKind == Kind.SUBSCRIPT
                ? Node.of(memberKind).add(context).add(r.types.type())
                : Node.of(memberKind).add(context).add(name).add(r.types.type());
    }

    private Node specialMember(Node context) {
        return switch (r.in.next()) {
            case 'D' -> Node.of(Kind.DEALLOCATOR, "__deallocating_deinit").add(context);
            case 'Z' ->
                Node.of(Kind.DEALLOCATOR, "__isolated_deallocating_deinit").add(context);
            case 'd' -> Node.of(Kind.LIFECYCLE, "deinit").add(context);
            case 'e' -> Node.of(Kind.LIFECYCLE, "__ivar_initializer").add(context);
            case 'E' -> Node.of(Kind.LIFECYCLE, "__ivar_destroyer").add(context);
            case 'C' -> Node.of(Kind.ALLOCATOR).add(context).add(r.types.type());
            case 'c' -> Node.of(Kind.CONSTRUCTOR).add(context).add(r.types.type());
            case 'U' -> closure(Kind.EXPLICIT_CLOSURE, context);
            case 'u' -> closure(Kind.IMPLICIT_CLOSURE, context);
            case 'a' -> accessor(Entities.addressor(r.in.next(), true), context);
            case 'l' -> accessor(Entities.addressor(r.in.next(), false), context);
            case 'g', 'G' -> accessor("getter", context);
            case 's' -> accessor("setter", context);
            case 'm' -> accessor("materializeForSet", context);
            case 'w' -> accessor("willset", context);
            case 'W' -> accessor("didset", context);
            case 'r' -> accessor("read", context);
            case 'M' -> accessor("modify", context);
            default -> throw UnreadableName.malformed();
        };
    }

    private Node closure(Kind kind, Node context) {
        Node index = r.in.indexNode();
        return Node.of(kind).add(context).add(index).add(r.types.type());
    }

    /** A getter and the like of a variable, or of a subscript, which old names call "subscript". */
    private Node accessor(String accessor, Node context) {
        Node name = r.names.declName();
        boolean isPrivate = name.is(Kind.PRIVATE_DECL_NAME);
        String text = isPrivate ? name.child(1).text : name.text;
        Node storage;
        if (!text.equals(SUBSCRIPT)) {
            storage = Node.of(Kind.VARIABLE).add(context).add(name).add(r.types.type());
        } else {
            storage = Node.of(Kind.SUBSCRIPT).add(context).add(r.types.type());
            if (isPrivate) {
                storage.add(Node.of(Kind.PRIVATE_DECL_NAME).add(name.first()));
            }
        }
        return Node.of(Kind.ACCESSOR, accessor).add(storage);
    }
}
