package dev.flotsam.symbols.demangle.swift;

import dev.flotsam.symbols.demangle.text.UnreadableName;

/**
 * Functions, variables, accessors, initializers, closures ("Entities" in swiftlang/swift docs/ABI/Mangling.rst).
 *
 * <pre>
 * entity-spec ::= decl-name label-list function-signature generic-signature? 'F'
 * entity-spec ::= label-list type file-discriminator? 'i' ACCESSOR
 * entity-spec ::= decl-name label-list? type 'v' ACCESSOR
 * entity-spec ::= label-list type file-discriminator? 'f' [Cc] | type 'f' [Uu] INDEX | 'fA' INDEX | 'f' [DdZEeiPWF]
 * </pre>
 */
final class Entities {
    private final Reading r;
    private final FunctionTypes functions;
    private final Macros macros;

    Entities(Reading reading, FunctionTypes functions, Macros macros) {
        this.r = reading;
        this.functions = functions;
        this.macros = macros;
    }

    Node function() {
        Node signature = r.popIf(Kind.GENERIC_SIGNATURE);
        Node type = functions.popFunctionType(Kind.FUNCTION_TYPE);
        Node labels = functions.popLabels(type);
        if (signature != null) {
            type = Node.type(Node.of(Kind.DEPENDENT_GENERIC_TYPE).add(signature).add(type));
        }
        return named(Kind.FUNCTION, labels, type);
    }

    Node variable() {
        return accessor(entity(Kind.VARIABLE));
    }

    Node subscript() {
        Node discriminator = r.popIf(Kind.PRIVATE_DECL_NAME);
        Node type = r.pop(Kind.TYPE);
        Node labels = functions.popLabels(type);
        Node context = r.popContext();
        return accessor(
                Node.of(Kind.SUBSCRIPT).add(context).addIf(labels).add(type).addIf(discriminator));
    }

    private Node entity(Kind kind) {
        Node type = r.pop(Kind.TYPE);
        Node labels = functions.popLabels(type);
        return named(kind, labels, type);
    }

    private Node named(Kind kind, Node labels, Node type) {
        Node name = r.pop(Kind::isDeclName);
        Node context = r.popContext();
        return Node.of(kind).add(context).add(name).addIf(labels).add(type);
    }

    private Node accessor(Node storage) {
        String name =
                switch (r.in.next()) {
                    case 'm' -> "materializeForSet";
                    case 's' -> "setter";
                    case 'g', 'G' -> "getter";
                    case 'w' -> "willset";
                    case 'W' -> "didset";
                    case 'r' -> "read";
                    case 'y' -> "read2";
                    case 'M' -> "modify";
                    case 'x' -> "modify2";
                    case 'i' -> "init";
                    case 'b' -> "borrow";
                    case 'z' -> "mutate";
                    case 'a' -> addressor(r.in.next(), true);
                    case 'l' -> addressor(r.in.next(), false);
                    case 'p' -> "";
                    default -> throw UnreadableName.malformed();
                };
        return name.isEmpty() ? storage : Node.of(Kind.ACCESSOR, name).add(storage);
    }

    /** ADDRESSOR-KIND ::= 'u' | 'O' | 'o' | 'p' */
    static String addressor(char letter, boolean mutable) {
        String owner =
                switch (letter) {
                    case 'u' -> "unsafe";
                    case 'O' -> "owning";
                    case 'o' -> "nativeOwning";
                    case 'p', 'P' -> "nativePinning";
                    default -> throw UnreadableName.malformed();
                };
        return owner + (mutable ? "MutableAddressor" : "Addressor");
    }

    Node functionEntity() {
        char letter = r.in.next();
        return switch (letter) {
            case 'D' -> untyped(Kind.DEALLOCATOR, "__deallocating_deinit");
            case 'Z' -> untyped(Kind.DEALLOCATOR, "__isolated_deallocating_deinit");
            case 'd' -> untyped(Kind.LIFECYCLE, "deinit");
            case 'E' -> untyped(Kind.LIFECYCLE, "__ivar_destroyer");
            case 'e' -> untyped(Kind.LIFECYCLE, "__ivar_initializer");
            case 'i' -> untyped(Kind.INITIALIZER, "variable initialization expression");
            case 'P' -> untyped(Kind.INITIALIZER, "property wrapper backing initializer");
            case 'W' -> untyped(Kind.INITIALIZER, "property wrapper init from projected value");
            case 'F' -> untyped(Kind.INITIALIZER, "property wrapped field init accessor");
            case 'C' -> initializer(Kind.ALLOCATOR);
            case 'c' -> initializer(Kind.CONSTRUCTOR);
            case 'U' -> closure(Kind.EXPLICIT_CLOSURE);
            case 'u' -> closure(Kind.IMPLICIT_CLOSURE);
            case 'A' -> defaultArgument();
            case 'p' -> entity(Kind.GENERIC_PARAM_DECL);
            case 'm' -> entity(Kind.MACRO);
            case 'M' -> macros.expansion();
            case 'a' -> attributeGenerator();
            default -> throw UnreadableName.malformed();
        };
    }

    private Node untyped(Kind kind, String text) {
        return Node.of(kind, text).add(r.popContext());
    }

    private Node initializer(Kind kind) {
        Node discriminator = r.popIf(Kind.PRIVATE_DECL_NAME);
        Node type = r.pop(Kind.TYPE);
        Node labels = functions.popLabels(type);
        return Node.of(kind).add(r.popContext()).addIf(labels).add(type).addIf(discriminator);
    }

    private Node closure(Kind kind) {
        Node index = r.in.indexNode();
        Node type = r.pop(Kind.TYPE);
        return Node.of(kind).add(r.popContext()).add(index).add(type);
    }

    private Node defaultArgument() {
        Node index = r.in.indexNode();
        return Node.of(Kind.DEFAULT_ARGUMENT).add(r.popContext()).add(index);
    }

    private Node attributeGenerator() {
        r.popAny();
        return untyped(Kind.INITIALIZER, "runtime discoverable attribute generator");
    }
}
