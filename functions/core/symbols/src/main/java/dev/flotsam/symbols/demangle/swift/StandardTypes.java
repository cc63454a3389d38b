package dev.flotsam.symbols.demangle.swift;

import dev.flotsam.symbols.demangle.text.UnreadableName;

/**
 * Substitutions: what was said before, and the standard library's types with one-letter names ("Substitutions" in
 * swiftlang/swift docs/ABI/Mangling.rst, letters in include/swift/Demangling/StandardTypesMangling.def).
 *
 * <pre>
 * substitution ::= 'A' INDEX | 'A' NATURAL? [a-z]* NATURAL? [A-Z]
 * known-module ::= 's' | 'So' | 'SC'
 * type ::= 'S' NATURAL? letter | 'S' NATURAL? 'c' letter | type 'Sg'
 * </pre>
 */
final class StandardTypes {
    static final String SWIFT = "Swift";
    static final String OBJC_MODULE = "__C";
    static final String CLANG_MODULE = "__C_Synthesized";

    /** Substitutions written with a letter; an index counts on from here. */
    private static final int LETTERS = 26;

    private static final int MAX_REPEAT = 2048;

    private final Reading r;

    StandardTypes(Reading reading) {
        this.r = reading;
    }

    /** 'A' …: earlier nodes; all but the last are pushed, the last is returned. */
    Node repeated() {
        int number = -1;
        while (true) {
            char c = r.in.next();
            if (Cursor.isLower(c)) {
                r.push(repeat(r.substitution(c - 'a'), number));
                number = -1;
            } else if (Cursor.isUpper(c)) {
                return repeat(r.substitution(c - 'A'), number);
            } else if (c == '_') {
                return r.substitution(number + LETTERS + 1);
            } else {
                r.in.back();
                number = r.in.natural();
            }
        }
    }

    /** Pushes {@code node} but once, and returns it for the last time. */
    private Node repeat(Node node, int times) {
        if (times > MAX_REPEAT) {
            throw UnreadableName.beyondLimits();
        }
        for (int i = 1; i < times; i++) {
            r.push(node);
        }
        return node;
    }

    /** 'S' … */
    Node standard() {
        if (r.in.nextIf('o')) {
            return Node.of(Kind.MODULE, OBJC_MODULE);
        }
        if (r.in.nextIf('C')) {
            return Node.of(Kind.MODULE, CLANG_MODULE);
        }
        if (r.in.nextIf('g')) {
            Node wrapped = Node.of(Kind.TYPE_LIST).add(r.pop(Kind.TYPE));
            Node optional = type(Kind.ENUM, "Optional");
            return r.substitutable(
                    Node.type(Node.of(Kind.BOUND_ENUM).add(optional).add(wrapped)));
        }
        int times = Cursor.isDigit(r.in.peek()) ? r.in.natural() : -1;
        boolean concurrency = r.in.nextIf('c');
        char letter = r.in.next();
        return repeat(concurrency ? concurrencyType(letter) : standardType(letter), times);
    }

    private static Node standardType(char letter) {
        return switch (letter) {
            case 'A' -> structure("AutoreleasingUnsafeMutablePointer");
            case 'a' -> structure("Array");
            case 'b' -> structure("Bool");
            case 'D' -> structure("Dictionary");
            case 'd' -> structure("Double");
            case 'f' -> structure("Float");
            case 'h' -> structure("Set");
            case 'I' -> structure("DefaultIndices");
            case 'i' -> structure("Int");
            case 'J' -> structure("Character");
            case 'N' -> structure("ClosedRange");
            case 'n' -> structure("Range");
            case 'O' -> structure("ObjectIdentifier");
            case 'P' -> structure("UnsafePointer");
            case 'p' -> structure("UnsafeMutablePointer");
            case 'R' -> structure("UnsafeBufferPointer");
            case 'r' -> structure("UnsafeMutableBufferPointer");
            case 'S' -> structure("String");
            case 's' -> structure("Substring");
            case 'u' -> structure("UInt");
            case 'V' -> structure("UnsafeRawPointer");
            case 'v' -> structure("UnsafeMutableRawPointer");
            case 'W' -> structure("UnsafeRawBufferPointer");
            case 'w' -> structure("UnsafeMutableRawBufferPointer");
            case 'q' -> type(Kind.ENUM, "Optional");
            case 'B' -> protocol("BinaryFloatingPoint");
            case 'E' -> protocol("Encodable");
            case 'e' -> protocol("Decodable");
            case 'F' -> protocol("FloatingPoint");
            case 'G' -> protocol("RandomNumberGenerator");
            case 'H' -> protocol("Hashable");
            case 'j' -> protocol("Numeric");
            case 'K' -> protocol("BidirectionalCollection");
            case 'k' -> protocol("RandomAccessCollection");
            case 'L' -> protocol("Comparable");
            case 'l' -> protocol("Collection");
            case 'M' -> protocol("MutableCollection");
            case 'm' -> protocol("RangeReplaceableCollection");
            case 'Q' -> protocol("Equatable");
            case 'T' -> protocol("Sequence");
            case 't' -> protocol("IteratorProtocol");
            case 'U' -> protocol("UnsignedInteger");
            case 'X' -> protocol("RangeExpression");
            case 'x' -> protocol("Strideable");
            case 'Y' -> protocol("RawRepresentable");
            case 'y' -> protocol("StringProtocol");
            case 'Z' -> protocol("SignedInteger");
            case 'z' -> protocol("BinaryInteger");
            default -> throw UnreadableName.malformed();
        };
    }

    private static Node concurrencyType(char letter) {
        return switch (letter) {
            case 'A' -> protocol("Actor");
            case 'C' -> structure("CheckedContinuation");
            case 'c' -> structure("UnsafeContinuation");
            case 'E' -> structure("CancellationError");
            case 'e' -> structure("UnownedSerialExecutor");
            case 'F' -> protocol("Executor");
            case 'f' -> protocol("SerialExecutor");
            case 'G' -> structure("TaskGroup");
            case 'g' -> structure("ThrowingTaskGroup");
            case 'h' -> protocol("TaskExecutor");
            case 'I' -> protocol("AsyncIteratorProtocol");
            case 'i' -> protocol("AsyncSequence");
            case 'J' -> structure("UnownedJob");
            case 'M' -> type(Kind.CLASS, "MainActor");
            case 'P' -> structure("TaskPriority");
            case 'S' -> structure("AsyncStream");
            case 's' -> structure("AsyncThrowingStream");
            case 'T' -> structure("Task");
            case 't' -> structure("UnsafeCurrentTask");
            default -> throw UnreadableName.malformed();
        };
    }

    private static Node structure(String name) {
        return type(Kind.STRUCTURE, name);
    }

    private static Node protocol(String name) {
        return type(Kind.PROTOCOL, name);
    }

    private static Node type(Kind kind, String name) {
        return Node.type(bare(kind, name));
    }

    /** A type of the standard library, without the node that marks a type. */
    static Node bare(Kind kind, String name) {
        return Node.of(kind).add(Node.of(Kind.MODULE, SWIFT)).add(Node.of(Kind.IDENTIFIER, name));
    }
}
