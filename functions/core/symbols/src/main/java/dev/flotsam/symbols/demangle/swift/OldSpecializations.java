package dev.flotsam.symbols.demangle.swift;

import dev.flotsam.symbols.demangle.text.UnreadableName;

/**
 * Specializations of the old grammar (behaviour of swiftlang/swift lib/Demangling/OldDemangler.cpp).
 *
 * <pre>
 * specialization ::= [gr] 'q'? PASS (type protocol-conformance* '_')* '_'
 * specialization ::= 'f' 'q'? PASS (argument)* '_'
 * argument ::= 'n_' | 'cp' constant '_' | 'cl' identifier type* '_' | [ikr] '_' | 'd'? 'g'? 'o'? 's'? '_'
 * constant ::= 'fr' identifier | 'g' identifier | 'i' digits | 'fl' digits | 'se' [01] 'v' identifier
 * </pre>
 */
final class OldSpecializations {
    private final OldReading r;

    OldSpecializations(OldReading reading) {
        this.r = reading;
    }

    Node specialization() {
        return switch (r.in.next()) {
            case 'g' -> generic("generic specialization");
            case 'r' -> generic("generic not re-abstracted specialization");
            case 'f' -> functionSignature();
            default -> throw UnreadableName.malformed();
        };
    }

    private Node info(Node specialization) {
        if (r.in.nextIf('q')) {
            specialization.add(Thunks.serialized());
        }
        r.in.next();
        return specialization;
    }

    private Node generic(String description) {
        Node specialization = info(Node.of(Kind.GENERIC_SPECIALIZATION, description));
        while (!r.in.nextIf('_')) {
            Node argument = Node.of(Kind.SPECIALIZATION_PARAM).add(r.types.type());
            while (!r.in.nextIf('_')) {
                argument.add(r.names.protocolConformance());
            }
            specialization.add(argument);
        }
        return specialization;
    }

    private Node functionSignature() {
        Node specialization = info(Node.of(Kind.FUNCTION_SPECIALIZATION));
        while (!r.in.nextIf('_')) {
            specialization.add(argument());
        }
        return specialization;
    }

    private Node argument() {
        Kind kind = Kind.FUNCTION_SPECIALIZATION_PARAM;
        if (r.in.nextIf("n_")) {
            return Node.of(kind);
        }
        if (r.in.nextIf("cp")) {
            Node constant = constant();
            end();
            return constant;
        }
        if (r.in.nextIf("cl")) {
            Node closure = Specialized.CLOSURE.parameter(kind).add(payload(r.names.identifier().text));
            while (!r.in.nextIf('_')) {
                closure.add(r.types.type());
            }
            return closure;
        }
        if (r.in.nextIf("i_")) {
            return Node.of(kind, "Value Promoted from Box");
        }
        if (r.in.nextIf("k_")) {
            return Node.of(kind, "Stack Promoted from Box");
        }
        if (r.in.nextIf("r_")) {
            return Node.of(kind, "InOut Converted to Out");
        }
        return Node.of(kind, options());
    }

    private void end() {
        if (!r.in.nextIf('_')) {
            throw UnreadableName.malformed();
        }
    }

    private String options() {
        StringBuilder words = new StringBuilder();
        option(words, 'd', "Dead");
        option(words, 'g', "Owned To Guaranteed");
        option(words, 'o', "Guaranteed To Owned");
        option(words, 's', "Exploded");
        end();
        if (words.isEmpty()) {
            throw UnreadableName.malformed();
        }
        return words.toString();
    }

    private void option(StringBuilder words, char letter, String word) {
        if (r.in.nextIf(letter)) {
            words.append(words.isEmpty() ? "" : " and ").append(word);
        }
    }

    private static Node payload(String text) {
        return Node.of(Kind.FUNCTION_SPECIALIZATION_PAYLOAD, text);
    }

    private Node constant() {
        Kind kind = Kind.FUNCTION_SPECIALIZATION_PARAM;
        if (r.in.nextIf("fr")) {
            return Specialized.FUNCTION.parameter(kind).add(payload(r.names.identifier().text));
        }
        if (r.in.nextIf("fl")) {
            return Specialized.FLOAT.parameter(kind).add(payload(number()));
        }
        return switch (r.in.next()) {
            case 'g' -> Specialized.GLOBAL.parameter(kind).add(payload(r.names.identifier().text));
            case 'i' -> Specialized.INTEGER.parameter(kind).add(payload(number()));
            case 's' -> string(kind);
            default -> throw UnreadableName.malformed();
        };
    }

    /** What is read up to the '_' that ends the argument, which stays. */
    private String number() {
        String number = r.in.takeUntil('_');
        r.in.back();
        return number;
    }

    private Node string(Kind kind) {
        if (!r.in.nextIf('e')) {
            throw UnreadableName.malformed();
        }
        String encoding =
                switch (r.in.next()) {
                    case '0' -> "u8";
                    case '1' -> "u16";
                    default -> throw UnreadableName.malformed();
                };
        if (!r.in.nextIf('v')) {
            throw UnreadableName.malformed();
        }
        return Specialized.STRING.parameter(kind).add(payload(encoding)).add(payload(r.names.identifier().text));
    }
}
