package dev.flotsam.symbols.demangle.swift;

import dev.flotsam.symbols.demangle.text.UnreadableName;

/**
 * Function types of the intermediate language in the old grammar (behaviour of swiftlang/swift
 * lib/Demangling/OldDemangler.cpp).
 *
 * <pre>
 * impl-function-type ::= callee-convention ('C' [bcmOw])? 'h'? 'H'? ([Gg] generic-signature)? '_' (convention type)* '_' ('z'? convention type)* '_'
 * convention ::= [adDgeilo]
 * </pre>
 */
final class OldImplTypes {
    private final OldReading r;

    OldImplTypes(OldReading reading) {
        this.r = reading;
    }

    Node function() {
        Node type = Node.of(Kind.IMPL_FUNCTION_TYPE).add(word(callee(r.in.next())));
        if (r.in.nextIf('C')) {
            type.add(word("@convention(" + convention(r.in.next()) + ")"));
        }
        if (r.in.nextIf('h')) {
            type.add(word("@Sendable"));
        }
        if (r.in.nextIf('H')) {
            type.add(word("@async"));
        }
        if (r.in.nextIf('G') || r.in.nextIf('g')) {
            type.add(r.generics.signature());
        }
        if (!r.in.nextIf('_')) {
            throw UnreadableName.malformed();
        }
        while (!r.in.nextIf('_')) {
            type.add(Node.of(Kind.IMPL_PARAMETER)
                    .add(word(parameter(r.in.next())))
                    .add(r.types.type()));
        }
        while (!r.in.nextIf('_')) {
            Kind kind = r.in.nextIf('z') ? Kind.IMPL_ERROR_RESULT : Kind.IMPL_RESULT;
            type.add(Node.of(kind).add(word(result(r.in.next()))).add(r.types.type()));
        }
        return type;
    }

    private static Node word(String text) {
        return Node.of(Kind.WORD, text);
    }

    private static String callee(char letter) {
        return switch (letter) {
            case 't' -> "@convention(thin)";
            case 'd' -> "@callee_unowned";
            case 'g' -> "@callee_guaranteed";
            case 'o' -> "@callee_owned";
            default -> throw UnreadableName.malformed();
        };
    }

    private static String convention(char letter) {
        return switch (letter) {
            case 'b' -> "block";
            case 'c' -> "c";
            case 'm' -> "method";
            case 'O' -> "objc_method";
            case 'w' -> "witness_method";
            default -> throw UnreadableName.malformed();
        };
    }

    private static String parameter(char letter) {
        return switch (letter) {
            case 'd' -> "@unowned";
            case 'g' -> "@guaranteed";
            case 'e' -> "@deallocating";
            case 'i' -> "@in";
            case 'l' -> "@inout";
            case 'o' -> "@owned";
            default -> throw UnreadableName.malformed();
        };
    }

    private static String result(char letter) {
        return switch (letter) {
            case 'a' -> "@autoreleased";
            case 'd' -> "@unowned";
            case 'D' -> "@unowned_inner_pointer";
            case 'i' -> "@out";
            case 'o' -> "@owned";
            default -> throw UnreadableName.malformed();
        };
    }
}
