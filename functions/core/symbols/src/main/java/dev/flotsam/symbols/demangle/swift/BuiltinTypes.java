package dev.flotsam.symbols.demangle.swift;

import dev.flotsam.symbols.demangle.text.UnreadableName;

/**
 * Types of the {@code Builtin} module: {@code type ::= 'B' letter …} ("Types" in swiftlang/swift docs/ABI/Mangling.rst).
 */
final class BuiltinTypes {
    private static final String PREFIX = "Builtin.";
    private static final int MAX_SIZE = 4096;

    private final Reading r;

    BuiltinTypes(Reading reading) {
        this.r = reading;
    }

    Node builtin() {
        char letter = r.in.next();
        return Node.type(
                switch (letter) {
                    case 'f' -> named("FPIEEE" + size());
                    case 'i' -> named("Int" + size());
                    case 'v' -> vector();
                    case 'V' -> fixedArray();
                    case 'T' -> named("TheTupleType");
                    default -> named(simpleName(letter));
                });
    }

    private static Node named(String name) {
        return Node.of(Kind.BUILTIN, PREFIX + name);
    }

    /** Names without parameters. */
    private static String simpleName(char letter) {
        return switch (letter) {
            case 'A' -> "ImplicitActor";
            case 'b' -> "BridgeObject";
            case 'B' -> "UnsafeValueBuffer";
            case 'c' -> "RawUnsafeContinuation";
            case 'D' -> "DefaultActorStorage";
            case 'd' -> "NonDefaultDistributedActorStorage";
            case 'e' -> "Executor";
            case 'I' -> "IntLiteral";
            case 'j' -> "Job";
            case 'O' -> "UnknownObject";
            case 'o' -> "NativeObject";
            case 'P' -> "PackIndex";
            case 'p' -> "RawPointer";
            case 't' -> "SILToken";
            case 'w' -> "Word";
            default -> throw UnreadableName.malformed();
        };
    }

    private int size() {
        int size = r.in.index() - 1;
        if (size <= 0 || size > MAX_SIZE) {
            throw UnreadableName.malformed();
        }
        return size;
    }

    private Node vector() {
        int count = size();
        Node element = r.popBareType();
        if (!element.is(Kind.BUILTIN)) {
            throw UnreadableName.malformed();
        }
        return named("Vec" + count + "x" + element.text.substring(PREFIX.length()));
    }

    private Node fixedArray() {
        Node element = r.pop(Kind.TYPE);
        Node count = r.pop(Kind.TYPE);
        return Node.of(Kind.BUILTIN_FIXED_ARRAY).add(count).add(element);
    }
}
