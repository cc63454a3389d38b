package dev.flotsam.symbols.demangle.swift;

import dev.flotsam.symbols.demangle.text.UnreadableName;

/**
 * Functions the optimizer made for particular types or arguments ("Function Specializations" in swiftlang/swift
 * docs/ABI/Mangling.rst).
 *
 * <pre>
 * specialization ::= type '_' type* 'T' ('t' NATURAL?)* [gGBsi] SPEC-INFO | type 'T' [pP] SPEC-INFO
 * specialization ::= spec-arg* 'Tf' SPEC-INFO ARG-SPEC-KIND* '_' ARG-SPEC-KIND
 * SPEC-INFO ::= 'q'? 'a'? [0-9]
 * </pre>
 */
final class Specializations {
    private final Reading r;

    Specializations(Reading reading) {
        this.r = reading;
    }

    Node generic(char letter) {
        return switch (letter) {
            case 'p' -> partial("generic partial specialization");
            case 'P' -> partial("generic not-reabstracted partial specialization");
            case 't' -> withDroppedArguments();
            default -> withTypes(info(description(letter)));
        };
    }

    private static Node description(char letter) {
        return Node.of(
                Kind.GENERIC_SPECIALIZATION,
                switch (letter) {
                    case 'g', 'B' -> "generic specialization";
                    case 'G' -> "generic not re-abstracted specialization";
                    case 's' -> "generic pre-specialization";
                    case 'i' -> "inlined generic function";
                    default -> throw UnreadableName.malformed();
                });
    }

    private Node partial(String description) {
        Node specialization = info(Node.of(Kind.GENERIC_SPECIALIZATION, description, 1));
        return specialization.add(Node.of(Kind.SPECIALIZATION_PARAM).add(r.pop(Kind.TYPE)));
    }

    /** The arguments that were dropped are counted by the name, but nobody wants to read them. */
    private Node withDroppedArguments() {
        r.in.back();
        while (r.in.nextIf('t')) {
            if (Cursor.isDigit(r.in.peek())) {
                r.in.natural();
            }
        }
        char letter = r.in.next();
        if ("gGB".indexOf(letter) < 0) {
            throw UnreadableName.malformed();
        }
        return withTypes(info(description(letter)));
    }

    private Node withTypes(Node specialization) {
        Node types = r.popTypeList();
        for (int i = 0; i < types.size(); i++) {
            specialization.add(Node.of(Kind.SPECIALIZATION_PARAM).add(types.child(i)));
        }
        return specialization;
    }

    private Node info(Node specialization) {
        if (r.in.nextIf('q')) {
            specialization.add(Thunks.serialized());
        }
        if (r.in.nextIf('a')) {
            specialization.add(Node.of(Kind.WORD));
        }
        if (!Cursor.isDigit(r.in.next())) {
            throw UnreadableName.malformed();
        }
        return specialization;
    }

    Node functionSignature() {
        Node specialization = info(Node.of(Kind.FUNCTION_SPECIALIZATION));
        while (!r.in.nextIf('_')) {
            specialization.add(argument(Kind.FUNCTION_SPECIALIZATION_PARAM));
        }
        if (!r.in.nextIf('n')) {
            specialization.add(argument(Kind.FUNCTION_SPECIALIZATION_RETURN));
        }
        for (int i = specialization.size() - 1; i >= 0; i--) {
            if (specialization.child(i).is(Kind.FUNCTION_SPECIALIZATION_PARAM)) {
                popPayload(specialization.child(i));
            }
        }
        return specialization;
    }

    /** Identifiers and types stand before the specialization, in the order of its arguments. */
    private void popPayload(Node argument) {
        Specialized how = Specialized.of(argument);
        if (!how.hasPayload()) {
            return;
        }
        int fixed = argument.size();
        for (Node type = r.popIf(Kind.TYPE); type != null; type = r.popIf(Kind.TYPE)) {
            if (!how.hasTypes()) {
                throw UnreadableName.malformed();
            }
            argument.add(type);
        }
        String payload = r.pop(Kind.IDENTIFIER).text;
        boolean escaped = how == Specialized.STRING && payload.startsWith("_");
        argument.add(payload(escaped ? payload.substring(1) : payload));
        argument.reverseFrom(fixed);
    }

    private static Node payload(String text) {
        return Node.of(Kind.FUNCTION_SPECIALIZATION_PAYLOAD, text);
    }

    /** ARG-SPEC-KIND */
    private Node argument(Kind kind) {
        return switch (r.in.next()) {
            case 'n' -> Node.of(kind);
            case 'c' -> Specialized.CLOSURE.parameter(kind);
            case 'C' -> Node.of(kind, "Same As Argument " + r.in.natural());
            case 'p' -> constant(kind);
            case 'e' -> Node.of(kind, words("Existential To Protocol Constrained Generic", "DGOX"));
            case 'd' -> Node.of(kind, words("Dead", "GOX"));
            case 'g' -> Node.of(kind, words("Owned To Guaranteed", "X"));
            case 'o' -> Node.of(kind, words("Guaranteed To Owned", "X"));
            case 'x' -> Node.of(kind, "Exploded");
            case 'i' -> Node.of(kind, "Value Promoted from Box");
            case 's' -> Node.of(kind, "Stack Promoted from Box");
            case 'r' -> Node.of(kind, "InOut Converted to Out");
            default -> throw UnreadableName.malformed();
        };
    }

    /** What else happened to the argument: each letter of {@code options} that is there, in that order. */
    private String words(String first, String options) {
        StringBuilder words = new StringBuilder(first);
        for (int i = 0; i < options.length(); i++) {
            if (r.in.nextIf(options.charAt(i))) {
                words.append(" and ").append(option(options.charAt(i)));
            }
        }
        return words.toString();
    }

    private static String option(char letter) {
        return switch (letter) {
            case 'D' -> "Dead";
            case 'G' -> "Owned To Guaranteed";
            case 'O' -> "Guaranteed To Owned";
            default -> "Exploded";
        };
    }

    private Node constant(Kind kind) {
        return switch (r.in.next()) {
            case 'f' -> Specialized.FUNCTION.parameter(kind);
            case 'g' -> Specialized.GLOBAL.parameter(kind);
            case 'i' -> Specialized.INTEGER.parameter(kind).add(payload(digits()));
            case 'd' -> Specialized.FLOAT.parameter(kind).add(payload(digits()));
            case 's' -> Specialized.STRING.parameter(kind).add(payload(encoding(r.in.next())));
            case 'k' -> Specialized.KEY_PATH.parameter(kind);
            default -> throw UnreadableName.malformed();
        };
    }

    private static String encoding(char letter) {
        return switch (letter) {
            case 'b' -> "u8";
            case 'w' -> "u16";
            case 'c' -> "objc";
            default -> throw UnreadableName.malformed();
        };
    }

    private String digits() {
        StringBuilder digits = new StringBuilder();
        while (Cursor.isDigit(r.in.peek())) {
            digits.append(r.in.next());
        }
        if (digits.isEmpty()) {
            throw UnreadableName.malformed();
        }
        return digits.toString();
    }
}
