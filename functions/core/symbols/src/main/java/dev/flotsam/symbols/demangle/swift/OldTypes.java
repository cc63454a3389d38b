package dev.flotsam.symbols.demangle.swift;

import dev.flotsam.symbols.demangle.text.UnreadableName;

/**
 * Types of the old grammar: {@code type ::= letter …} (behaviour of swiftlang/swift lib/Demangling/OldDemangler.cpp).
 */
final class OldTypes {
    private final OldReading r;

    OldTypes(OldReading reading) {
        this.r = reading;
    }

    Node type() {
        return Node.type(bareType());
    }

    private Node bareType() {
        r.budget.enter();
        Node type = typeOfKind();
        r.budget.leave();
        return type;
    }

    private Node typeOfKind() {
        return switch (r.in.next()) {
            case 'B' -> builtin();
            case 'a' -> r.names.declaration(Kind.TYPE_ALIAS);
            case 'b' -> function(Kind.OBJC_BLOCK);
            case 'c' -> function(Kind.C_FUNCTION_POINTER);
            case 'D' -> Node.of(Kind.DYNAMIC_SELF).add(type());
            case 'E' -> error();
            case 'F' -> function(Kind.FUNCTION_TYPE);
            case 'f' -> function(Kind.UNCURRIED_FUNCTION_TYPE);
            case 'G' -> boundGeneric();
            case 'K' -> function(Kind.AUTO_CLOSURE_TYPE);
            case 'M' -> Node.of(Kind.METATYPE).add(type());
            case 'P' -> r.in.nextIf('M') ? Node.of(Kind.EXISTENTIAL_METATYPE).add(type()) : protocols();
            case 'Q' -> archetype();
            case 'q' -> r.generics.dependentType();
            case 'x' -> AssociatedTypes.parameter(0, 0);
            case 'w' -> r.generics.member();
            case 'W' -> r.generics.memberPath();
            case 'R' -> Node.of(Kind.INOUT).add(bareType());
            case 'k' -> Node.of(Kind.LABELLED, "@noDerivative ").add(bareType());
            case 'S' -> r.names.substitution();
            case 'T' -> tuple(false);
            case 't' -> tuple(true);
            case 'u' -> {
                Node signature = r.generics.signature();
                yield Node.of(Kind.DEPENDENT_GENERIC_TYPE).add(signature).add(type());
            }
            case 'X' -> special();
            case 'C' -> r.names.declaration(Kind.CLASS);
            case 'V' -> r.names.declaration(Kind.STRUCTURE);
            case 'O' -> r.names.declaration(Kind.ENUM);
            default -> throw UnreadableName.malformed();
        };
    }

    private Node special() {
        return switch (r.in.next()) {
            case 'b' -> Node.of(Kind.BOX).add(type());
            case 'B' -> box();
            case 'M' -> metatype(Kind.METATYPE);
            case 'P' -> r.in.nextIf('M') ? metatype(Kind.EXISTENTIAL_METATYPE) : protocols();
            case 'f' -> function(Kind.THIN_FUNCTION_TYPE);
            case 'o' -> Node.of(Kind.LABELLED, "unowned ").add(type());
            case 'u' -> Node.of(Kind.LABELLED, "unowned(unsafe) ").add(type());
            case 'w' -> Node.of(Kind.LABELLED, "weak ").add(type());
            case 'F' -> r.implTypes.function();
            default -> throw UnreadableName.malformed();
        };
    }

    private Node metatype(Kind kind) {
        Node representation = SpecialTypes.metatypeRepresentation(r.in.next());
        return Node.of(kind).add(representation).add(type());
    }

    private Node error() {
        if (!r.in.nextIf("RR")) {
            throw UnreadableName.malformed();
        }
        return Node.of(Kind.ERROR_TYPE);
    }

    private Node protocols() {
        Node types = Node.of(Kind.TYPE_LIST);
        while (!r.in.nextIf('_')) {
            types.add(r.names.protocol());
        }
        return Node.of(Kind.PROTOCOL_LIST).add(types);
    }

    private Node builtin() {
        char letter = r.in.next();
        String name =
                switch (letter) {
                    case 'b' -> "BridgeObject";
                    case 'B' -> "UnsafeValueBuffer";
                    case 'f' -> "FPIEEE" + size();
                    case 'i' -> "Int" + size();
                    case 'v' -> "Vec" + r.in.natural() + "x" + vectorElement();
                    case 'O' -> "UnknownObject";
                    case 'o' -> "NativeObject";
                    case 'p' -> "RawPointer";
                    case 't' -> "SILToken";
                    case 'w' -> "Word";
                    default -> throw UnreadableName.malformed();
                };
        return Node.of(Kind.BUILTIN, "Builtin." + name);
    }

    private String vectorElement() {
        if (r.in.nextIf("Bi")) {
            return "Int" + size();
        }
        if (r.in.nextIf("Bf")) {
            return "FPIEEE" + size();
        }
        if (r.in.nextIf("Bp")) {
            return "RawPointer";
        }
        throw UnreadableName.malformed();
    }

    private int size() {
        int size = r.in.natural();
        if (!r.in.nextIf('_')) {
            throw UnreadableName.malformed();
        }
        return size;
    }

    private Node function(Kind kind) {
        Node function = Node.of(kind);
        annotate(function, 'z', Kind.THROWS);
        boolean sendable = r.in.nextIf('y');
        annotate(function, 'Z', Kind.ASYNC);
        if (sendable) {
            function.add(Node.of(Kind.SENDABLE));
        }
        if (r.in.nextIf('D')) {
            function.add(Node.of(Kind.DIFFERENTIABLE, FunctionTypes.differentiability(r.in.next())));
        }
        if (r.in.nextIf('Y')) {
            function.add(Node.of(Kind.GLOBAL_ACTOR).add(type()));
        }
        Node arguments = Node.of(Kind.ARGUMENTS).add(type());
        return function.add(arguments).add(Node.of(Kind.RETURN_TYPE).add(type()));
    }

    private void annotate(Node function, char letter, Kind annotation) {
        if (r.in.nextIf(letter)) {
            function.add(Node.of(annotation));
        }
    }

    private Node tuple(boolean variadic) {
        Node tuple = Node.of(Kind.TUPLE);
        while (!r.in.nextIf('_')) {
            Node element = Node.of(Kind.TUPLE_ELEMENT);
            char next = r.in.peek();
            if (next == 'o' || Cursor.isDigit(next)) {
                element.add(r.names.plainIdentifier(Kind.TUPLE_ELEMENT_NAME));
            }
            tuple.add(element.add(type()));
        }
        if (variadic && !tuple.isEmpty()) {
            tuple.last().add(Node.of(Kind.VARIADIC));
        }
        return tuple;
    }

    private Node archetype() {
        if (r.in.nextIf('u')) {
            return Node.of(Kind.OPAQUE_RETURN);
        }
        if (r.in.nextIf('U')) {
            return Node.of(Kind.OPAQUE_RETURN, r.in.index());
        }
        return associatedType();
    }

    private Node associatedType() {
        r.budget.enter();
        Node root =
                switch (r.in.next()) {
                    case 'Q' -> associatedType();
                    case 'S' -> r.names.substitution();
                    case 's' -> Node.of(Kind.MODULE, StandardTypes.SWIFT);
                    default -> throw UnreadableName.malformed();
                };
        r.budget.leave();
        return r.substitutable(Node.of(Kind.ASSOCIATED_TYPE_REF).add(root).add(r.names.identifier()));
    }

    private Node box() {
        Node signature = r.in.nextIf('G') ? r.generics.signature() : null;
        Node layout = Node.of(Kind.BOX_LAYOUT);
        while (!r.in.nextIf('_')) {
            Kind field =
                    switch (r.in.next()) {
                        case 'm' -> Kind.BOX_VAR;
                        case 'i' -> Kind.BOX_LET;
                        default -> throw UnreadableName.malformed();
                    };
            layout.add(Node.of(field).add(type()));
        }
        Node box = Node.of(Kind.BOX_WITH_LAYOUT).add(layout);
        return signature == null ? box : box.add(signature).add(types());
    }

    /** type* '_' */
    private Node types() {
        Node types = Node.of(Kind.TYPE_LIST);
        while (!r.in.nextIf('_')) {
            types.add(type());
        }
        return types;
    }

    /** bound-generic-type ::= 'G' nominal-type (type* '_')+, a list for each nesting level, outermost first */
    Node boundGeneric() {
        return bind(r.names.nominalType());
    }

    private Node bind(Node nominal) {
        r.budget.enter();
        Node outer = nominal;
        Node parent = nominal.first();
        if (!parent.is(Kind.MODULE) && !parent.is(Kind.FUNCTION) && !parent.is(Kind.EXTENSION)) {
            outer = Node.of(nominal.kind, nominal.text, nominal.index).add(bind(parent));
            for (int i = 1; i < nominal.size(); i++) {
                outer.add(nominal.child(i));
            }
        }
        r.budget.leave();
        Node arguments = types();
        if (arguments.isEmpty()) {
            return outer;
        }
        return switch (outer.kind) {
            case CLASS, STRUCTURE, ENUM ->
                Node.of(NominalTypes.boundKind(outer.kind))
                        .add(Node.type(outer))
                        .add(arguments);
            default -> throw UnreadableName.malformed();
        };
    }
}
