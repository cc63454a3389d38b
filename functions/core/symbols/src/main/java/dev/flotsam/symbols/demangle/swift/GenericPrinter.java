package dev.flotsam.symbols.demangle.swift;

import dev.flotsam.symbols.demangle.text.UnreadableName;

/** Writes generic signatures {@code <A, B where A: P>}, their parameters and requirements, and conformances. */
final class GenericPrinter {
    /** More parameters than this are written as "..."; only malformed names have them. */
    private static final int MAX_PARAMETERS = 128;

    private final SwiftPrinter p;

    GenericPrinter(SwiftPrinter printer) {
        this.p = printer;
    }

    void print(Node node) {
        switch (node.kind) {
            case GENERIC_SIGNATURE -> signature(node);
            case GENERIC_PARAM -> parameterName(node.first().index, node.child(1).index);
            case DEPENDENT_GENERIC_TYPE -> {
                p.print(node.first());
                p.out.append(needsSpaceBefore(node.child(1)) ? " " : "");
                p.print(node.child(1));
            }
            case DEPENDENT_MEMBER -> pair("", node, ".", "");
            case DEPENDENT_ASSOCIATED_TYPE_REF -> {
                if (node.size() > 1) {
                    p.print(node.child(1));
                    p.out.append('.');
                }
                p.print(node.first());
            }
            case ASSOC_TYPE_PATH -> p.printAll(node, ".");
            case CONFORMANCE_REQUIREMENT -> pair("", node, ": ", "");
            case SAME_TYPE_REQUIREMENT -> pair("", node, " == ", "");
            case SAME_SHAPE_REQUIREMENT -> pair("", node, ".shape == ", ".shape");
            case LAYOUT_REQUIREMENT -> layout(node);
            case INVERSE_REQUIREMENT -> {
                p.print(node.first());
                p.out.append(": ~Swift.").append(invertible(node.child(1).index));
            }
            case PROTOCOL_CONFORMANCE -> protocolConformance(node);
            case RETROACTIVE_CONFORMANCE -> pair("retroactive @ ", node, "", "");
            case CONFORMANCE_REF_TYPE_MODULE -> all("protocol conformance ref (type's module) ", node);
            case CONFORMANCE_REF_PROTOCOL_MODULE -> all("protocol conformance ref (protocol's module) ", node);
            case CONFORMANCE_REF_OTHER_MODULE -> all("protocol conformance ref (retroactive) ", node);
            case CONFORMANCE_LIST -> {
                if (!node.isEmpty()) {
                    p.out.append('(');
                    p.printAll(node, ", ");
                    p.out.append(')');
                }
            }
            case CONCRETE_CONFORMANCE -> {
                pair("concrete protocol conformance ", node, " to ", "");
                if (!node.child(2).isEmpty()) {
                    p.out.append(" with conditional requirements: ");
                    p.print(node.child(2));
                }
            }
            case PACK_CONFORMANCE -> all("pack protocol conformance ", node);
            case OPAQUE_CONFORMANCE -> pair("opaque result conformance ", node, " of ", "");
            case ROOT_CONFORMANCE -> dependent("dependent root protocol conformance ", node);
            case INHERITED_CONFORMANCE -> dependent("dependent inherited protocol conformance ", node);
            case ASSOCIATED_CONFORMANCE -> dependent("dependent associated protocol conformance ", node);
            default -> throw UnreadableName.malformed();
        }
    }

    private void all(String phrase, Node node) {
        p.out.append(phrase);
        p.printAll(node, "");
    }

    /** The first two children with something before, between and after. */
    private void pair(String before, Node node, String between, String after) {
        p.out.append(before);
        p.print(node.first());
        p.out.append(between);
        p.print(node.child(1));
        p.out.append(after);
    }

    private void dependent(String phrase, Node node) {
        Node index = node.child(2);
        pair(index.is(Kind.NUMBER) ? phrase + "#" + index.index + " " : phrase, node, " to ", "");
    }

    private void signature(Node node) {
        p.out.append('<');
        int counts = 0;
        for (; counts < node.size() && node.child(counts).is(Kind.GENERIC_PARAM_COUNT); counts++) {
            if (counts > 0) {
                p.out.append("><");
            }
            parameters(node, counts, node.child(counts).index);
        }
        if (p.full) {
            requirements(node, counts);
        }
        p.out.append('>');
    }

    private void parameters(Node signature, int depth, long count) {
        for (long index = 0; index < count; index++) {
            if (index > 0) {
                p.out.append(", ");
            }
            if (index >= MAX_PARAMETERS) {
                p.out.append("...");
                return;
            }
            if (marker(signature, Kind.GENERIC_PARAM_PACK, depth, index) != null) {
                p.out.append("each ");
            }
            Node value = marker(signature, Kind.GENERIC_PARAM_VALUE, depth, index);
            p.out.append(value == null ? "" : "let ");
            parameterName(depth, index);
            if (value != null) {
                p.out.append(": ");
                p.print(value.child(1));
            }
        }
    }

    /** What marks that parameter as a pack or a value, or null. */
    private static Node marker(Node signature, Kind kind, int depth, long index) {
        for (int i = 0; i < signature.size(); i++) {
            Node marker = signature.child(i);
            if (marker.is(kind) && marker.first().first().is(Kind.GENERIC_PARAM)) {
                Node parameter = marker.first().first();
                if (parameter.first().index == depth && parameter.child(1).index == index) {
                    return marker;
                }
            }
        }
        return null;
    }

    private void requirements(Node node, int start) {
        String separator = " where ";
        for (int i = start; i < node.size(); i++) {
            Node requirement = node.child(i);
            if (!requirement.is(Kind.GENERIC_PARAM_PACK) && !requirement.is(Kind.GENERIC_PARAM_VALUE)) {
                p.out.append(separator);
                p.print(requirement);
                separator = ", ";
            }
        }
    }

    /** A to Z, then AB (the 28th) and so on, then the depth if the parameter is not of the outermost list. */
    private void parameterName(long depth, long index) {
        long rest = index;
        do {
            p.out.append((char) ('A' + rest % 26));
            rest /= 26;
        } while (rest > 0);
        if (depth != 0) {
            p.out.append(depth);
        }
    }

    private void layout(Node node) {
        p.print(node.first());
        p.out.append(": ").append(node.text);
        if (node.size() > 1) {
            p.out.append('(');
            p.printAll(node, 1, ", ");
            p.out.append(')');
        }
    }

    private static String invertible(long bit) {
        if (bit == 0) {
            return "Copyable";
        }
        return bit == 1 ? "Escapable" : "<bit " + bit + ">";
    }

    private void protocolConformance(Node node) {
        if (node.size() == 4) {
            p.out.append("property behavior storage of ");
            p.print(node.child(2));
            p.out.append(" in ");
            pair("", node, " : ", "");
        } else if (p.full) {
            pair("", node, " : ", " in ");
            p.print(node.child(2));
        } else {
            p.print(node.first());
        }
    }

    /** A type that reads as a word needs a space after a signature or a name; a function's parenthesis does not. */
    static boolean needsSpaceBefore(Node type) {
        return switch (type.kind) {
            case TYPE -> needsSpaceBefore(type.first());
            case FUNCTION_TYPE, NO_ESCAPE_FUNCTION_TYPE, UNCURRIED_FUNCTION_TYPE, DEPENDENT_GENERIC_TYPE -> false;
            default -> true;
        };
    }
}
