package dev.flotsam.symbols.demangle.swift;

import java.util.function.UnaryOperator;

/** Writes what a function was specialized for; in the simplified style only that it was, and once. */
final class SpecializationPrinter {
    private final SwiftPrinter p;
    private final UnaryOperator<String> nestedNames;
    private boolean said;

    SpecializationPrinter(SwiftPrinter printer, UnaryOperator<String> nestedNames) {
        this.p = printer;
        this.nestedNames = nestedNames;
    }

    void print(Node node) {
        if (node.is(Kind.SPECIALIZATION_PARAM)) {
            typeArgument(node);
        } else if (p.full) {
            specialization(node);
        } else if (!said) {
            p.out.append("specialized ");
            said = true;
        }
    }

    private void typeArgument(Node node) {
        p.print(node.first());
        for (int i = 1; i < node.size(); i++) {
            p.out.append(i == 1 ? " with " : " and ");
            p.print(node.child(i));
        }
    }

    private void specialization(Node node) {
        boolean ofSignature = node.is(Kind.FUNCTION_SPECIALIZATION);
        boolean partial = node.index > 0;
        p.out.append(ofSignature ? "function signature specialization" : node.text)
                .append(" <");
        String separator = "";
        int argument = 0;
        for (int i = 0; i < node.size(); i++) {
            Node child = node.child(i);
            boolean shown = child.is(Kind.SERIALIZED) || !child.isEmpty() || !child.text.isEmpty();
            if (shown) {
                p.out.append(separator);
                separator = ", ";
                if (partial && !child.is(Kind.SERIALIZED)) {
                    p.out.append("Signature = ");
                }
                item(child, argument);
            }
            argument += child.is(Kind.SERIALIZED) ? 0 : 1;
        }
        p.out.append("> of ");
    }

    private void item(Node item, int argument) {
        switch (item.kind) {
            case FUNCTION_SPECIALIZATION_PARAM -> {
                p.out.append("Arg[").append(argument).append("] = ");
                argument(item);
            }
            case FUNCTION_SPECIALIZATION_RETURN -> {
                p.out.append("Return = ");
                argument(item);
            }
            default -> p.print(item);
        }
    }

    private void argument(Node node) {
        Specialized how = Specialized.of(node);
        if (how == Specialized.PLAIN) {
            p.out.append(node.text);
            return;
        }
        if (node.isEmpty()) {
            return;
        }
        p.out.append('[').append(node.text).append(" : ").append(payload(node.first()));
        switch (how) {
            case STRING -> p.out.append('\'').append(payload(node.child(1))).append('\'');
            case KEY_PATH -> {
                p.out.append('<');
                p.print(node.child(1));
                p.out.append(',');
                p.print(node.child(2));
                p.out.append('>');
            }
            case CLOSURE -> {
                p.out.append(", Argument Types : [");
                p.printAll(node, 1, "");
            }
            default -> {}
        }
        p.out.append(']');
    }

    private String payload(Node node) {
        return nestedNames.apply(node.text);
    }
}
