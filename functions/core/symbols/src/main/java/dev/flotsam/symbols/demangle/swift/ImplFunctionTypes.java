package dev.flotsam.symbols.demangle.swift;

import dev.flotsam.symbols.demangle.text.UnreadableName;

/**
 * Function types of the intermediate language, as reabstraction thunks name them ("Function Types" in swiftlang/swift
 * docs/ABI/Mangling.rst).
 *
 * <pre>
 * impl-function-type ::= type* 'I' FUNC-ATTRIBUTES '_'
 * FUNC-ATTRIBUTES ::= 's'? 'I'? 'P'? 'e'? 'A'? [dlfr]? CALLEE-CONVENTION FUNC-REPRESENTATION? [AIG]? 'h'? 'H'? 'T'?
 *                     (PARAM-CONVENTION 'w'? 'T'? 'I'? 'L'?)* (RESULT-CONVENTION 'w'?)* ('Y' PARAM-CONVENTION)* ('z' RESULT-CONVENTION)?
 * </pre>
 */
final class ImplFunctionTypes {
    private final Reading r;
    private final FunctionTypes functions;
    private final NominalTypes nominals;

    ImplFunctionTypes(Reading reading, FunctionTypes functions, NominalTypes nominals) {
        this.r = reading;
        this.functions = functions;
        this.nominals = nominals;
    }

    Node implFunctionType() {
        Node type = Node.of(Kind.IMPL_FUNCTION_TYPE);
        if (r.in.nextIf('s')) {
            type.add(patternSubstitutions());
        }
        if (r.in.nextIf('I')) {
            type.add(substitutions(Node.of(Kind.IMPL_INVOCATION_SUBSTITUTIONS)));
        }
        Node signature = r.popIf(Kind.GENERIC_SIGNATURE);
        if (signature != null) {
            r.in.nextIf('P');
        }
        attributes(type);
        type.addIf(signature);
        int conventions = conventions(type);
        if (!r.in.nextIf('_')) {
            throw UnreadableName.malformed();
        }
        for (int i = 0; i < conventions; i++) {
            type.child(type.size() - 1 - i).add(r.pop(Kind.TYPE));
        }
        return Node.type(type);
    }

    private Node patternSubstitutions() {
        NominalTypes.GenericArguments arguments = nominals.popArguments();
        Node signature = r.pop(Kind.GENERIC_SIGNATURE);
        return withArguments(Node.of(Kind.IMPL_PATTERN_SUBSTITUTIONS).add(signature), arguments);
    }

    private Node substitutions(Node substitutions) {
        return withArguments(substitutions, nominals.popArguments());
    }

    private static Node withArguments(Node substitutions, NominalTypes.GenericArguments arguments) {
        if (arguments.lists().size() != 1) {
            throw UnreadableName.malformed();
        }
        return substitutions.add(arguments.lists().getFirst()).addIf(arguments.retroactiveConformances());
    }

    private void attributes(Node type) {
        word(type, 'e', "@escaping");
        word(type, 'A', "@isolated(any)");
        if ("dlfr".indexOf(r.in.peek()) >= 0) {
            type.add(word("@differentiable" + FunctionTypes.differentiability(r.in.next())));
        }
        type.add(word(calleeConvention(r.in.next())));
        representation(type);
        word(type, 'A', "@yield_once");
        word(type, 'I', "@yield_once_2");
        word(type, 'G', "@yield_many");
        word(type, 'h', "@Sendable");
        word(type, 'H', "@async");
        if (r.in.nextIf('T')) {
            type.add(Node.of(Kind.IMPL_SENDING_RESULT));
        }
    }

    private void word(Node type, char letter, String attribute) {
        if (r.in.nextIf(letter)) {
            type.add(word(attribute));
        }
    }

    private static Node word(String text) {
        return Node.of(Kind.WORD, text);
    }

    private static String calleeConvention(char letter) {
        return switch (letter) {
            case 'y' -> "@callee_unowned";
            case 'g' -> "@callee_guaranteed";
            case 'x' -> "@callee_owned";
            case 't' -> "@convention(thin)";
            default -> throw UnreadableName.malformed();
        };
    }

    private void representation(Node type) {
        boolean withClangType = r.in.nextIf('z');
        String name =
                switch (r.in.peek()) {
                    case 'B' -> "block";
                    case 'C' -> "c";
                    case 'M' -> "method";
                    case 'O' -> "objc_method";
                    case 'K' -> "closure";
                    case 'W' -> "witness_method";
                    default -> null;
                };
        if (withClangType && !"block".equals(name) && !"c".equals(name)) {
            r.in.back();
            return;
        }
        if (name == null) {
            return;
        }
        r.in.next();
        String clangType = withClangType ? ", mangledCType: \"" + functions.clangType().text + "\"" : "";
        type.add(word("@convention(" + name + clangType + ")"));
    }

    /** Adds parameters and results without their types; says how many. */
    private int conventions(Node type) {
        int before = type.size();
        for (String how = parameterConvention(); how != null; how = parameterConvention()) {
            Node parameter = Node.of(Kind.IMPL_PARAMETER).add(word(how)).add(noDerivative());
            if (r.in.nextIf('T')) {
                parameter.add(word("sending "));
            }
            if (r.in.nextIf('I')) {
                parameter.add(word("isolated "));
            }
            if (r.in.nextIf('L')) {
                parameter.add(word("sil_implicit_leading_param "));
            }
            type.add(parameter);
        }
        for (String how = resultConvention(); how != null; how = resultConvention()) {
            type.add(Node.of(Kind.IMPL_RESULT).add(word(how)).add(noDerivative()));
        }
        while (r.in.nextIf('Y')) {
            type.add(Node.of(Kind.IMPL_YIELD).add(word(orMalformed(parameterConvention()))));
        }
        if (r.in.nextIf('z')) {
            type.add(Node.of(Kind.IMPL_ERROR_RESULT).add(word(orMalformed(resultConvention()))));
        }
        return type.size() - before;
    }

    private Node noDerivative() {
        return word(r.in.nextIf('w') ? "@noDerivative " : "");
    }

    private static String orMalformed(String convention) {
        if (convention == null) {
            throw UnreadableName.malformed();
        }
        return convention;
    }

    private String parameterConvention() {
        return consumed(
                switch (r.in.peek()) {
                    case 'i' -> "@in";
                    case 'c' -> "@in_constant";
                    case 'l' -> "@inout";
                    case 'b' -> "@inout_aliasable";
                    case 'n' -> "@in_guaranteed";
                    case 'X' -> "@in_cxx";
                    case 'x' -> "@owned";
                    case 'g' -> "@guaranteed";
                    case 'e' -> "@deallocating";
                    case 'y' -> "@unowned";
                    case 'v' -> "@pack_owned";
                    case 'p' -> "@pack_guaranteed";
                    case 'm' -> "@pack_inout";
                    default -> null;
                });
    }

    private String resultConvention() {
        return consumed(
                switch (r.in.peek()) {
                    case 'r' -> "@out";
                    case 'o' -> "@owned";
                    case 'd' -> "@unowned";
                    case 'u' -> "@unowned_inner_pointer";
                    case 'a' -> "@autoreleased";
                    case 'k' -> "@pack_out";
                    case 'l' -> "@guaranteed_address";
                    case 'g' -> "@guaranteed";
                    case 'm' -> "@inout";
                    default -> null;
                });
    }

    private String consumed(String convention) {
        if (convention != null) {
            r.in.next();
        }
        return convention;
    }
}
