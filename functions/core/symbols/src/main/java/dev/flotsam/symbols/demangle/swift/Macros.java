package dev.flotsam.symbols.demangle.swift;

import dev.flotsam.symbols.demangle.text.UnreadableName;

/**
 * Macro expansions: {@code macro-expansion-operator} ("Entities" in swiftlang/swift docs/ABI/Mangling.rst; the roles'
 * letters in include/swift/Basic/MacroRoles.def).
 *
 * <pre>
 * context decl-name identifier 'fM' [armpceqb] INDEX     attached
 * context identifier 'fM' [fu] INDEX                     freestanding, unique name
 * module identifier 'fMX' INDEX INDEX                    place: file, line, column
 * </pre>
 */
final class Macros {
    private final Reading r;

    Macros(Reading reading) {
        this.r = reading;
    }

    Node expansion() {
        char letter = r.in.next();
        return switch (letter) {
            case 'f' -> freestanding("freestanding macro expansion #", true);
            case 'u' -> freestanding("unique name #", false);
            case 'X' -> place();
            default -> attached(role(letter));
        };
    }

    private static String role(char letter) {
        return switch (letter) {
            case 'a' -> "accessor";
            case 'r' -> "memberAttribute";
            case 'm' -> "member";
            case 'p' -> "peer";
            case 'c' -> "conformance";
            case 'e' -> "extension";
            case 'q' -> "preamble";
            case 'b' -> "body";
            default -> throw UnreadableName.malformed();
        };
    }

    private Node freestanding(String phrase, boolean discriminated) {
        Node macro = r.pop(Kind.IDENTIFIER);
        Node discriminator = discriminated ? r.popIf(Kind.PRIVATE_DECL_NAME) : null;
        Node context = context();
        return Node.of(Kind.MACRO_EXPANSION, phrase, r.in.index())
                .add(context)
                .add(macro)
                .addIf(discriminator);
    }

    private Node attached(String role) {
        Node macro = r.pop(Kind.IDENTIFIER);
        Node attachedTo = r.popIf(Kind::isDeclName);
        Node context = context();
        String phrase = role + " macro @" + macro.text + " expansion #";
        return Node.of(Kind.MACRO_EXPANSION, phrase, r.in.index())
                .add(context)
                .add(attachedTo == null ? macro : attachedTo);
    }

    private Node context() {
        Node outer = r.popIf(k -> k == Kind.MACRO_EXPANSION || k == Kind.MACRO_EXPANSION_PLACE);
        return outer == null ? r.popContext() : outer;
    }

    private Node place() {
        Node line = r.in.indexNode();
        Node column = r.in.indexNode();
        Node file = r.pop(Kind.IDENTIFIER);
        Node module = r.pop(Kind.IDENTIFIER);
        return Node.of(Kind.MACRO_EXPANSION_PLACE)
                .add(module)
                .add(file)
                .add(line)
                .add(column);
    }
}
