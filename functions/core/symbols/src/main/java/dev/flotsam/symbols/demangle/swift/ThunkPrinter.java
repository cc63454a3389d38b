package dev.flotsam.symbols.demangle.swift;

import dev.flotsam.symbols.demangle.text.UnreadableName;
import java.nio.charset.StandardCharsets;

/** Writes what the compiler makes around functions and types: thunks, witnesses, descriptors with several parts. */
final class ThunkPrinter {
    private static final String HEX = "0123456789ABCDEF";

    private final SwiftPrinter p;

    ThunkPrinter(SwiftPrinter printer) {
        this.p = printer;
    }

    void print(Node node) {
        switch (node.kind) {
            case LEADING -> p.out.append(node.text);
            case LEADING_THUNK -> p.out.append(p.full ? node.text : "");
            case PARTIAL_APPLY -> {
                p.out.append(p.full ? node.text : "partial apply").append(node.isEmpty() ? "" : " for ");
                p.printAll(node, "");
            }
            case SUFFIX -> {
                if (p.full) {
                    p.out.append(" with unmangled suffix ");
                    quoted(node.text);
                }
            }
            case PROTOCOL_WITNESS -> sentence("protocol witness for ", node, 1, " in conformance ", 0);
            case VTABLE_THUNK -> sentence("vtable thunk for ", node, 1, " dispatching to ", 0);
            case VALUE_WITNESS -> {
                p.out.append(node.text).append(p.full ? " value witness for " : " for ");
                p.print(node.first());
            }
            case FIELD_OFFSET -> {
                p.out.append(node.text);
                p.print(node.first());
            }
            case LAZY_WITNESS_TABLE -> sentence(node.text, node, 0, " and conformance ", 1);
            case LABELLED_IN -> sentence(node.text, node, 1, " in ", 0);
            case ASSOCIATED_WITNESS_TABLE -> {
                sentence("associated type witness table accessor for ", node, 1, " : ", 2);
                p.out.append(" in ");
                p.print(node.first());
            }
            case ASSOCIATED_CONFORMANCE_ENTRY -> {
                sentence(node.text, node, 0, ".", 1);
                p.out.append(": ");
                p.print(node.child(2));
            }
            case BASE_CONFORMANCE -> sentence("base conformance descriptor for ", node, 0, ": ", 1);
            case KEY_PATH_THUNK -> keyPathThunk(node);
            case KEY_PATH_OPERATOR -> keyPathOperator(node);
            case REABSTRACTION_THUNK -> reabstraction(node);
            case REABSTRACTION_THUNK_WITH_SELF -> reabstractionWithSelf(node);
            case REABSTRACTION_THUNK_WITH_ACTOR -> sentence("", node, 0, " with global actor constraint ", 1);
            case AUTODIFF_FUNCTION -> derivative("", node);
            case AUTODIFF_VTABLE_THUNK -> derivative("vtable thunk for ", node);
            case AUTODIFF_SUBSET_THUNK -> subsetThunk(node);
            case AUTODIFF_REORDERING_THUNK -> reorderingThunk(node);
            case DIFFERENTIABILITY_WITNESS -> differentiabilityWitness(node);
            case ONCE -> {
                p.out.append(node.text);
                p.print(node.child(1));
            }
            case ONCE_DECLARATIONS -> {
                boolean several = node.size() != 1;
                p.out.append(several ? "(" : "");
                p.printAll(node, ", ");
                p.out.append(several ? ")" : "");
            }
            case COMPLETION_HANDLER -> completionHandler(node);
            case MACRO_EXPANSION_PLACE -> {
                sentence("module ", node, 0, " file ", 1);
                sentence(" line ", node, 2, " column ", 3);
            }
            default -> throw UnreadableName.malformed();
        }
    }

    private void sentence(String start, Node node, int first, String between, int second) {
        p.out.append(start);
        p.print(node.child(first));
        p.out.append(between);
        p.print(node.child(second));
    }

    private void keyPathThunk(Node node) {
        p.out.append(node.text);
        p.print(node.first());
        p.out.append(" : ");
        for (int i = 1; i < node.size(); i++) {
            p.out.append(node.child(i).is(Kind.SERIALIZED) ? ", " : "");
            p.print(node.child(i));
        }
    }

    private void keyPathOperator(Node node) {
        p.out.append(node.text);
        Node signature = node.childOf(Kind.GENERIC_SIGNATURE);
        if (signature != null) {
            p.print(signature);
        }
        p.out.append('(');
        for (int i = 0; i < node.size() && node.child(i).is(Kind.TYPE); i++) {
            p.out.append(i > 0 ? ", " : "");
            p.print(node.child(i));
        }
        p.out.append(')');
    }

    private void reabstraction(Node node) {
        if (!p.full) {
            p.out.append("thunk for ");
            p.print(node.last());
            return;
        }
        p.out.append("reabstraction thunk ").append(node.text);
        int generics = leadingSignature(node);
        sentence("from ", node, generics + 1, " to ", generics);
    }

    private void reabstractionWithSelf(Node node) {
        p.out.append("reabstraction thunk ");
        int generics = leadingSignature(node);
        sentence("from ", node, generics + 2, " to ", generics + 1);
        p.out.append(" self ");
        p.print(node.child(generics));
    }

    /** Writes a generic signature that comes first; says how many children that took. */
    private int leadingSignature(Node node) {
        if (!node.first().is(Kind.GENERIC_SIGNATURE)) {
            return 0;
        }
        p.print(node.first());
        p.out.append(' ');
        return 1;
    }

    private void derivative(String phrase, Node node) {
        int kind = node.size() - 3;
        p.out.append(phrase);
        p.print(node.child(kind));
        p.out.append(" of ");
        boolean constrained = kind > 0 && node.child(kind - 1).is(Kind.GENERIC_SIGNATURE);
        for (int i = 0; i < (constrained ? kind - 1 : kind); i++) {
            p.print(node.child(i));
        }
        if (p.full) {
            subsets(node, kind + 1);
            if (constrained) {
                p.out.append(" with ");
                p.print(node.child(kind - 1));
            }
        }
    }

    private void subsets(Node node, int parameters) {
        sentence(" with respect to parameters ", node, parameters, " and results ", parameters + 1);
    }

    private void subsetThunk(Node node) {
        int kind = node.size() - 4;
        p.out.append("autodiff subset parameters thunk for ");
        p.print(node.child(kind));
        p.out.append(" from ");
        boolean ofGlobal = kind > 1;
        for (int i = 0; i < (ofGlobal ? kind - 1 : kind); i++) {
            p.print(node.child(i));
        }
        if (!p.full) {
            return;
        }
        subsets(node, kind + 1);
        p.out.append(" to parameters ");
        p.print(node.last());
        if (ofGlobal) {
            p.out.append(" of type ");
            p.print(node.child(kind - 1));
        }
    }

    private void reorderingThunk(Node node) {
        p.out.append("autodiff self-reordering reabstraction thunk for ");
        if (!p.full) {
            p.print(node.first());
            return;
        }
        p.print(node.last());
        if (node.child(2).is(Kind.GENERIC_SIGNATURE)) {
            p.print(node.child(2));
            p.out.append(' ');
        }
        sentence(" from ", node, 0, " to ", 1);
    }

    private void differentiabilityWitness(Node node) {
        p.out.append(node.text).append(" differentiability witness for ");
        p.print(node.first());
        subsets(node, 1);
        if (node.size() > 3) {
            p.out.append(" with ");
            p.print(node.child(3));
        }
    }

    private void completionHandler(Node node) {
        p.out.append(node.text).append("@objc completion handler block implementation for ");
        if (node.size() > 2) {
            p.print(node.child(2));
        }
        sentence("", node, 0, " with result type ", 1);
        p.out.append(
                switch ((int) node.index) {
                    case 0 -> "";
                    case 1 -> " nonzero on error";
                    case 2 -> " zero on error";
                    default -> " <invalid error flag>";
                });
    }

    /** In double quotes, with everything outside printable ASCII escaped. */
    private void quoted(String text) {
        p.out.append('"');
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            switch (b) {
                case '\\' -> p.out.append("\\\\");
                case '\t' -> p.out.append("\\t");
                case '\n' -> p.out.append("\\n");
                case '\r' -> p.out.append("\\r");
                case '"' -> p.out.append("\\\"");
                case 0 -> p.out.append("\\0");
                default -> {
                    if (b < 0x20 || b == 0x7F) {
                        p.out.append("\\x").append(HEX.charAt((b >> 4) & 0xF)).append(HEX.charAt(b & 0xF));
                    } else {
                        p.out.append((char) b);
                    }
                }
            }
        }
        p.out.append('"');
    }
}
