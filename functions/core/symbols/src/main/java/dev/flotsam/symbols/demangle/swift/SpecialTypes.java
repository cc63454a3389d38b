package dev.flotsam.symbols.demangle.swift;

import dev.flotsam.symbols.demangle.text.UnreadableName;

/**
 * Types the language has no one-letter operator for: {@code type ::= … 'X' letter …} ("Types" in swiftlang/swift
 * docs/ABI/Mangling.rst): function conventions, references, metatypes, existentials, boxes, debugger sugar.
 */
final class SpecialTypes {
    private final Reading r;
    private final FunctionTypes functions;
    private final NominalTypes nominals;

    SpecialTypes(Reading reading, FunctionTypes functions, NominalTypes nominals) {
        this.r = reading;
        this.functions = functions;
        this.nominals = nominals;
    }

    Node special() {
        char letter = r.in.next();
        return switch (letter) {
            case 'E' -> functions.popFunctionType(Kind.NO_ESCAPE_FUNCTION_TYPE);
            case 'A', 'K' -> functions.popFunctionType(Kind.AUTO_CLOSURE_TYPE);
            case 'f' -> functions.popFunctionType(Kind.THIN_FUNCTION_TYPE);
            case 'U' -> functions.popFunctionType(Kind.UNCURRIED_FUNCTION_TYPE);
            case 'L' -> functions.popFunctionType(Kind.ESCAPING_OBJC_BLOCK);
            case 'B' -> functions.popFunctionType(Kind.OBJC_BLOCK);
            case 'C' -> functions.popFunctionType(Kind.C_FUNCTION_POINTER);
            case 'z' -> withClangType();
            case 'g', 'G' -> existentialShape(letter == 'G');
            case 'o' -> wrapped("unowned ");
            case 'u' -> wrapped("unowned(unsafe) ");
            case 'w' -> wrapped("weak ");
            case 'b' -> Node.type(Node.of(Kind.BOX).add(r.pop(Kind.TYPE)));
            case 'D' -> Node.type(Node.of(Kind.DYNAMIC_SELF).add(r.pop(Kind.TYPE)));
            case 'M' -> metatype(Kind.METATYPE);
            case 'm' -> metatype(Kind.EXISTENTIAL_METATYPE);
            case 'p' -> Node.type(Node.of(Kind.EXISTENTIAL_METATYPE).add(r.pop(Kind.TYPE)));
            case 'P' -> constrainedExistential();
            case 'c' -> protocolsWithClass();
            case 'l' -> Node.type(Node.of(Kind.PROTOCOL_LIST_WITH_ANY_OBJECT).add(protocolList()));
            case 'X', 'x' -> box(letter == 'X');
            case 'Y' -> nominals.nominal(Kind.OTHER_NOMINAL);
            case 'Z' -> anonymousContext();
            case 'e' -> Node.type(Node.of(Kind.ERROR_TYPE));
            case 'S' -> sugared();
            default -> throw UnreadableName.malformed();
        };
    }

    private Node withClangType() {
        return switch (r.in.next()) {
            case 'B' -> functions.popFunctionTypeWithClangType(Kind.OBJC_BLOCK);
            case 'C' -> functions.popFunctionTypeWithClangType(Kind.C_FUNCTION_POINTER);
            default -> throw UnreadableName.malformed();
        };
    }

    private Node wrapped(String word) {
        return Node.type(Node.of(Kind.LABELLED, word).add(r.pop(Kind.TYPE)));
    }

    private Node metatype(Kind kind) {
        Node representation = metatypeRepresentation(r.in.next());
        return Node.type(Node.of(kind).add(representation).add(r.pop(Kind.TYPE)));
    }

    /** METATYPE-REPR ::= 't' | 'T' | 'o' */
    static Node metatypeRepresentation(char letter) {
        return Node.of(
                Kind.METATYPE_REPRESENTATION,
                switch (letter) {
                    case 't' -> "@thin";
                    case 'T' -> "@thick";
                    case 'o' -> "@objc_metatype";
                    default -> throw UnreadableName.malformed();
                });
    }

    private Node constrainedExistential() {
        Node requirements =
                r.fillList(Node.of(Kind.CONSTRAINED_EXISTENTIAL_REQUIREMENTS), () -> r.pop(Kind::isRequirement));
        Node type = r.pop(Kind.TYPE);
        return Node.type(Node.of(Kind.CONSTRAINED_EXISTENTIAL).add(type).add(requirements));
    }

    /** protocol-list ::= protocol '_' protocol* | 'y' */
    Node protocolList() {
        return Node.of(Kind.PROTOCOL_LIST).add(r.popList(Kind.TYPE_LIST, r::popProtocol));
    }

    private Node protocolsWithClass() {
        Node superclass = r.pop(Kind.TYPE);
        Node protocols = protocolList();
        return Node.type(Node.of(Kind.PROTOCOL_LIST_WITH_CLASS).add(protocols).add(superclass));
    }

    private Node existentialShape(boolean generic) {
        Node type = r.pop(Kind.TYPE);
        Node signature = generic ? r.popIf(Kind.GENERIC_SIGNATURE) : null;
        return Node.of(Kind.EXISTENTIAL_SHAPE).addIf(signature).add(type);
    }

    /** A heap box of captured variables; an {@code inout} field type says {@code var}. */
    private Node box(boolean generic) {
        Node signature = generic ? r.pop(Kind.GENERIC_SIGNATURE) : null;
        Node arguments = generic ? r.popTypeList() : null;
        Node fields = r.popTypeList();
        Node layout = Node.of(Kind.BOX_LAYOUT);
        for (int i = 0; i < fields.size(); i++) {
            Node field = fields.child(i);
            boolean mutable = field.first().is(Kind.INOUT);
            Node type = mutable ? Node.type(field.first().first()) : field;
            layout.add(Node.of(mutable ? Kind.BOX_VAR : Kind.BOX_LET).add(type));
        }
        Node box = Node.of(Kind.BOX_WITH_LAYOUT).add(layout);
        return Node.type(generic ? box.add(signature).add(arguments) : box);
    }

    private Node anonymousContext() {
        Node types = r.popTypeList();
        Node name = r.pop(Kind.IDENTIFIER);
        Node parent = r.popContext();
        return Node.of(Kind.ANONYMOUS_CONTEXT).add(name).add(parent).add(types);
    }

    private Node sugared() {
        char letter = r.in.next();
        return Node.type(
                switch (letter) {
                    case 'q' -> Node.of(Kind.SUGARED, "?").add(r.pop(Kind.TYPE));
                    case 'a' -> Node.of(Kind.SUGARED, "[]").add(r.pop(Kind.TYPE));
                    case 'p' -> Node.of(Kind.SUGARED, "()").add(r.pop(Kind.TYPE));
                    case 'A' -> sugaredPair(" x ");
                    case 'D' -> sugaredPair(" : ");
                    default -> throw UnreadableName.malformed();
                });
    }

    private Node sugaredPair(String separator) {
        Node second = r.pop(Kind.TYPE);
        Node first = r.pop(Kind.TYPE);
        return Node.of(Kind.SUGARED, separator).add(first).add(second);
    }
}
