package dev.flotsam.symbols.demangle.swift;

import dev.flotsam.symbols.demangle.text.UnreadableName;

/**
 * Function types, tuples and argument labels ("Types" in swiftlang/swift docs/ABI/Mangling.rst).
 *
 * <pre>
 * function-signature ::= result-type params-type 'Ya'? 'Yb'? ('K' | type 'YK')? differentiable? isolation? 'YT'?
 * isolation ::= type 'Yc' | 'YA' | 'YC'
 * label-list ::= 'y' | ('_' | identifier)*
 * tuple ::= type identifier? 'd'? '_' …  't' | 'y' 't'
 * </pre>
 */
final class FunctionTypes {
    private final Reading r;

    FunctionTypes(Reading reading) {
        this.r = reading;
    }

    /** function-signature, of that kind of function. */
    Node popFunctionType(Kind kind) {
        return popFunctionType(kind, false);
    }

    /** As {@link #popFunctionType(Kind)}, for {@code 'z'} conventions that carry the C type. */
    Node popFunctionTypeWithClangType(Kind kind) {
        return popFunctionType(kind, true);
    }

    private Node popFunctionType(Kind kind, boolean withClangType) {
        Node function = Node.of(kind);
        if (withClangType) {
            function.add(clangType());
        }
        function.addIf(r.popIf(Kind.SENDING_RESULT));
        function.addIf(r.popIf(FunctionTypes::isIsolation));
        function.addIf(r.popIf(Kind.DIFFERENTIABLE));
        function.addIf(r.popIf(k -> k == Kind.THROWS || k == Kind.TYPED_THROWS));
        function.addIf(r.popIf(Kind.SENDABLE));
        function.addIf(r.popIf(Kind.ASYNC));
        function.add(popParameters(Kind.ARGUMENTS));
        function.add(popParameters(Kind.RETURN_TYPE));
        return Node.type(function);
    }

    private static boolean isIsolation(Kind kind) {
        return kind == Kind.GLOBAL_ACTOR || kind == Kind.ISOLATED_ANY || kind == Kind.NONISOLATED_NONSENDING;
    }

    private Node popParameters(Kind kind) {
        Node type = r.took(Kind.EMPTY_LIST) ? Node.type(Node.of(Kind.TUPLE)) : r.pop(Kind.TYPE);
        return Node.of(kind).add(type);
    }

    /** NATURAL chars: the C type in Itanium mangling. */
    Node clangType() {
        int length = r.in.natural();
        if (length == 0) {
            throw UnreadableName.malformed();
        }
        return Node.of(Kind.CLANG_TYPE, r.in.take(length));
    }

    /**
     * Labels of the parameters of {@code type}, from the stack, or in old names from the tuple of arguments.
     *
     * @return the list, without children if no parameter has a label, or null if the type takes no labels
     */
    Node popLabels(Node type) {
        if (!r.labelsInTuples && r.took(Kind.EMPTY_LIST)) {
            return Node.of(Kind.LABEL_LIST);
        }
        Node parameters = parametersOf(type);
        if (parameters == null) {
            return null;
        }
        boolean isTuple = parameters.is(Kind.TUPLE);
        int count = isTuple ? parameters.size() : 1;
        if (count == 0) {
            return null;
        }
        if (r.labelsInTuples) {
            return isTuple ? labelsOf(parameters) : Node.of(Kind.LABEL_LIST);
        }
        return popLabels(count);
    }

    private Node popLabels(int count) {
        Node labels = Node.of(Kind.LABEL_LIST);
        boolean any = false;
        for (int i = 0; i < count; i++) {
            Node label = r.popAnyIf();
            if (label == null || !(label.is(Kind.IDENTIFIER) || label.is(Kind.FIRST_ELEMENT))) {
                return null;
            }
            any |= label.is(Kind.IDENTIFIER);
            labels.add(label);
        }
        return any ? labels.reverse() : Node.of(Kind.LABEL_LIST);
    }

    private static Node labelsOf(Node tuple) {
        Node labels = Node.of(Kind.LABEL_LIST);
        boolean any = false;
        for (int i = 0; i < tuple.size(); i++) {
            Node name = tuple.child(i).childOf(Kind.TUPLE_ELEMENT_NAME);
            any |= name != null;
            labels.add(name == null ? Node.of(Kind.FIRST_ELEMENT) : Node.of(Kind.IDENTIFIER, name.text));
        }
        return any ? labels : Node.of(Kind.LABEL_LIST);
    }

    /** What a function type's arguments are: a tuple or one type; null if it is not a type that takes labels. */
    private static Node parametersOf(Node type) {
        if (type == null || !type.is(Kind.TYPE)) {
            return null;
        }
        Node function = type.first();
        if (function.is(Kind.DEPENDENT_GENERIC_TYPE)) {
            function = function.child(1).first();
        }
        if (!function.kind.isPlainFunctionType()) {
            return null;
        }
        Node arguments = function.childOf(Kind.ARGUMENTS);
        return arguments == null ? null : arguments.first().first();
    }

    Node tuple() {
        if (r.took(Kind.EMPTY_LIST)) {
            return Node.type(Node.of(Kind.TUPLE));
        }
        Node tuple = Node.of(Kind.TUPLE);
        boolean first;
        do {
            first = r.took(Kind.FIRST_ELEMENT);
            Node element = Node.of(Kind.TUPLE_ELEMENT);
            element.addIf(r.popIf(Kind.VARIADIC));
            Node name = r.popIf(Kind.IDENTIFIER);
            if (name != null) {
                element.add(Node.of(Kind.TUPLE_ELEMENT_NAME, name.text));
            }
            tuple.add(element.add(r.pop(Kind.TYPE)));
        } while (!first);
        return Node.type(tuple.reverse());
    }

    /** 'Y' …: what annotates a function type or a parameter's type. */
    Node annotation() {
        return switch (r.in.next()) {
            case 'a' -> Node.of(Kind.ASYNC);
            case 'A' -> Node.of(Kind.ISOLATED_ANY);
            case 'b' -> Node.of(Kind.SENDABLE);
            case 'c' -> Node.of(Kind.GLOBAL_ACTOR).add(r.popBareType());
            case 'C' -> Node.of(Kind.NONISOLATED_NONSENDING);
            case 'i' -> qualified("isolated ");
            case 'j' -> Node.of(Kind.DIFFERENTIABLE, differentiability(r.in.next()));
            case 'k' -> qualified("@noDerivative ");
            case 'K' -> Node.of(Kind.TYPED_THROWS).add(r.popBareType());
            case 't' -> qualified("_const ");
            case 'g' -> qualified("@const ");
            case 'T' -> Node.of(Kind.SENDING_RESULT);
            case 'u' -> qualified("sending ");
            default -> throw UnreadableName.malformed();
        };
    }

    /** The popped type under a word that changes how it is passed or held. */
    Node qualified(String word) {
        return Node.type(Node.of(Kind.LABELLED, word).add(r.popBareType()));
    }

    /** What follows {@code @differentiable}. */
    static String differentiability(char letter) {
        return switch (letter) {
            case 'd' -> "";
            case 'f' -> "(_forward)";
            case 'r' -> "(reverse)";
            case 'l' -> "(_linear)";
            default -> throw UnreadableName.malformed();
        };
    }
}
