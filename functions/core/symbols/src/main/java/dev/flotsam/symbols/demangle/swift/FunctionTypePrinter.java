package dev.flotsam.symbols.demangle.swift;

import dev.flotsam.symbols.demangle.text.UnreadableName;

/** Writes function types: {@code (label: Type) async throws -> Type}, and those of the intermediate language. */
final class FunctionTypePrinter {
    private final SwiftPrinter p;

    FunctionTypePrinter(SwiftPrinter printer) {
        this.p = printer;
    }

    /** The type of an entity behind its name. */
    void entityType(Node entity, Node type, Node genericArguments) {
        Node labels = entity.childOf(Kind.LABEL_LIST);
        if (labels == null && genericArguments == null) {
            p.print(type);
            return;
        }
        if (genericArguments != null) {
            p.out.append('<');
            p.printAll(genericArguments, ", ");
            p.out.append('>');
        }
        Node function = type;
        if (type.is(Kind.DEPENDENT_GENERIC_TYPE)) {
            if (genericArguments == null) {
                p.print(type.first());
            }
            if (GenericPrinter.needsSpaceBefore(type.child(1))) {
                p.out.append(' ');
            }
            function = type.child(1).first();
        }
        function(labels, function);
    }

    void typeMangling(Node node) {
        Node first = node.first();
        if (first.is(Kind.LABEL_LIST) && node.child(1).first().kind.isPlainFunctionType()) {
            function(first, node.child(1).first());
        } else {
            p.print(node.last());
        }
    }

    void function(Node labels, Node type) {
        Node arguments = type.childOf(Kind.ARGUMENTS);
        Node result = type.childOf(Kind.RETURN_TYPE);
        if (arguments == null || result == null) {
            throw UnreadableName.malformed();
        }
        convention(type);
        printIf(type, Kind.ISOLATED_ANY, "@isolated(any) ");
        Node actor = type.childOf(Kind.GLOBAL_ACTOR);
        if (actor != null) {
            p.out.append('@');
            p.printAll(actor, "");
            p.out.append(' ');
        }
        Node differentiable = type.childOf(Kind.DIFFERENTIABLE);
        if (differentiable != null) {
            p.out.append("@differentiable").append(differentiable.text).append(' ');
        }
        printIf(type, Kind.NONISOLATED_NONSENDING, "nonisolated(nonsending) ");
        printIf(type, Kind.SENDABLE, "@Sendable ");
        parameters(labels, arguments);
        if (!p.full) {
            return;
        }
        printIf(type, Kind.ASYNC, " async");
        printIf(type, Kind.THROWS, " throws");
        Node thrown = type.childOf(Kind.TYPED_THROWS);
        if (thrown != null) {
            p.out.append(" throws(");
            p.printAll(thrown, "");
            p.out.append(')');
        }
        p.out.append(" -> ");
        printIf(type, Kind.SENDING_RESULT, "sending ");
        p.printAll(result, "");
    }

    private void printIf(Node type, Kind annotation, String text) {
        if (type.childOf(annotation) != null) {
            p.out.append(text);
        }
    }

    private void convention(Node type) {
        switch (type.kind) {
            case AUTO_CLOSURE_TYPE -> p.out.append("@autoclosure ");
            case THIN_FUNCTION_TYPE -> p.out.append("@convention(thin) ");
            case C_FUNCTION_POINTER -> foreign("c", type);
            case OBJC_BLOCK -> foreign("block", type);
            case ESCAPING_OBJC_BLOCK -> {
                p.out.append("@escaping ");
                foreign("block", type);
            }
            default -> {}
        }
    }

    private void foreign(String convention, Node type) {
        p.out.append("@convention(").append(convention);
        Node clangType = type.childOf(Kind.CLANG_TYPE);
        if (clangType != null) {
            p.out.append(", mangledCType: \"").append(clangType.text).append('"');
        }
        p.out.append(") ");
    }

    /** {@code (label: Type, …)}, or only {@code (label:…)} in the simplified style. */
    void parameters(Node labels, Node arguments) {
        if (!arguments.is(Kind.ARGUMENTS)) {
            throw UnreadableName.malformed();
        }
        Node parameters = arguments.first().first();
        if (!parameters.is(Kind.TUPLE)) {
            if (p.full) {
                p.out.append('(');
                p.print(parameters);
                p.out.append(')');
            } else {
                p.out.append("(_:)");
            }
            return;
        }
        boolean labelled = labels != null && !labels.isEmpty();
        p.out.append('(');
        for (int i = 0; i < parameters.size(); i++) {
            if (i > 0 && p.full) {
                p.out.append(", ");
            }
            parameter(labelled ? labels.child(i) : null, parameters.child(i));
        }
        p.out.append(')');
    }

    private void parameter(Node label, Node parameter) {
        if (label != null) {
            p.out.append(label.is(Kind.IDENTIFIER) ? label.text : "_").append(':');
        } else if (!p.full) {
            Node name = parameter.childOf(Kind.TUPLE_ELEMENT_NAME);
            p.out.append(name == null ? "_" : name.text).append(':');
        }
        if (!p.full) {
            return;
        }
        if (label == null) {
            p.print(parameter);
        } else {
            p.out.append(' ');
            TypePrinter.tupleElementType(p, parameter);
        }
    }

    void implFunction(Node function) {
        Node pattern = function.childOf(Kind.IMPL_PATTERN_SUBSTITUTIONS);
        Node invocation = function.childOf(Kind.IMPL_INVOCATION_SUBSTITUTIONS);
        int i = 0;
        for (; i < function.size() && !isConvention(function.child(i).kind); i++) {
            if (isAttribute(function.child(i).kind)) {
                p.print(function.child(i));
                p.out.append(' ');
            }
        }
        if (pattern != null) {
            p.out.append("@substituted ");
            p.print(pattern.first());
            p.out.append(' ');
        }
        p.out.append('(');
        i = conventions(function, i, true);
        p.out.append(") -> ");
        if (function.childOf(Kind.IMPL_SENDING_RESULT) != null) {
            p.out.append("sending ");
        }
        p.out.append('(');
        conventions(function, i, false);
        p.out.append(')');
        if (pattern != null) {
            substitutions(pattern.child(1));
        }
        if (invocation != null) {
            substitutions(invocation.first());
        }
    }

    private void substitutions(Node types) {
        p.out.append(" for <");
        p.printAll(types, "");
        p.out.append('>');
    }

    private static boolean isConvention(Kind kind) {
        return kind == Kind.IMPL_PARAMETER || isResult(kind);
    }

    private static boolean isResult(Kind kind) {
        return kind == Kind.IMPL_RESULT || kind == Kind.IMPL_YIELD || kind == Kind.IMPL_ERROR_RESULT;
    }

    private static boolean isAttribute(Kind kind) {
        return kind == Kind.WORD || kind == Kind.GENERIC_SIGNATURE;
    }

    /** Writes the parameters, or the results, from {@code start} on; says where they end. */
    private int conventions(Node function, int start, boolean parameters) {
        int i = start;
        for (; i < function.size() && parameters != isResult(function.child(i).kind); i++) {
            if (i > start) {
                p.out.append(", ");
            }
            implConvention(function.child(i));
        }
        return i;
    }

    private void implConvention(Node node) {
        switch (node.kind) {
            case IMPL_YIELD -> p.out.append("@yields ");
            case IMPL_ERROR_RESULT -> p.out.append("@error ");
            default -> {}
        }
        p.print(node.first());
        p.out.append(' ');
        // Isolation and leading-parameter marks are told by a fifth child; swift-demangle then shows none of the marks.
        int marks = node.size() - 2;
        if (marks <= 2) {
            for (int i = 1; i <= marks; i++) {
                p.print(node.child(i));
            }
        }
        p.print(node.last());
    }
}
