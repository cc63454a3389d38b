package dev.flotsam.symbols.demangle.swift;

import dev.flotsam.symbols.demangle.text.Limits;
import dev.flotsam.symbols.demangle.text.NameWriter;
import dev.flotsam.symbols.demangle.text.UnreadableName;
import dev.flotsam.symbols.demangle.text.WorkBudget;
import java.util.function.UnaryOperator;

/**
 * Writes a tree the way {@code swift-demangle} does: in full, or simplified as crash logs show it (behaviour of
 * swiftlang/swift lib/Demangling/NodePrinter.cpp). The simplified style leaves out modules, argument and result types,
 * private discriminators, where clauses, specializations' arguments and unmangled suffixes.
 */
final class SwiftPrinter {
    final NameWriter out = new NameWriter();
    final boolean full;
    private final WorkBudget budget = new WorkBudget(Limits.SWIFT_DEPTH);

    private final EntityPrinter entities;
    private final TypePrinter types;
    private final FunctionTypePrinter functions;
    private final GenericPrinter generics;
    private final ThunkPrinter thunks;
    private final SpecializationPrinter specializations;

    private SwiftPrinter(boolean full, UnaryOperator<String> nestedNames) {
        this.full = full;
        this.functions = new FunctionTypePrinter(this);
        this.entities = new EntityPrinter(this, functions);
        this.types = new TypePrinter(this);
        this.generics = new GenericPrinter(this);
        this.thunks = new ThunkPrinter(this);
        this.specializations = new SpecializationPrinter(this, nestedNames);
    }

    /**
     * The text of {@code tree}.
     *
     * @param nestedNames demangles names that are arguments of specializations
     */
    static String print(Node tree, boolean full, UnaryOperator<String> nestedNames) {
        SwiftPrinter printer = new SwiftPrinter(full, nestedNames);
        printer.print(tree);
        String text = printer.out.finish();
        if (text.isEmpty()) {
            throw UnreadableName.malformed();
        }
        return text;
    }

    /** Writes {@code node} where nothing follows it. */
    void print(Node node) {
        print(node, false);
    }

    /**
     * Writes {@code node}, as the prefix of a member's name if {@code asPrefix} says so.
     *
     * @return a context that can't be a prefix, to be written behind the member ("… in …"), or null
     */
    Node print(Node node, boolean asPrefix) {
        budget.enter();
        Node shown = node;
        while (shown.is(Kind.TYPE) && shown.size() == 1) {
            shown = shown.first();
        }
        Node behind = dispatch(shown, asPrefix);
        budget.leave();
        return behind;
    }

    private Node dispatch(Node node, boolean asPrefix) {
        switch (node.kind) {
            case CLASS, STRUCTURE, ENUM, PROTOCOL, OTHER_NOMINAL, TYPE_ALIAS, GENERIC_PARAM_DECL -> {
                return entities.nominal(node, asPrefix);
            }
            case VARIABLE,
                    FUNCTION,
                    BOUND_FUNCTION,
                    SUBSCRIPT,
                    MACRO,
                    MACRO_EXPANSION,
                    EXPLICIT_CLOSURE,
                    IMPLICIT_CLOSURE,
                    INITIALIZER,
                    DEFAULT_ARGUMENT,
                    ACCESSOR,
                    ALLOCATOR,
                    CONSTRUCTOR,
                    LIFECYCLE,
                    DEALLOCATOR -> {
                return entities.entity(node, asPrefix);
            }
            case MODULE, IDENTIFIER, INFIX_OPERATOR, PREFIX_OPERATOR, POSTFIX_OPERATOR, LOCAL_DECL_NAME -> word(node);
            case PRIVATE_DECL_NAME, RELATED_DECL_NAME, EXTENSION, ANONYMOUS_CONTEXT -> entities.context(node);
            case FUNCTION_TYPE,
                    NO_ESCAPE_FUNCTION_TYPE,
                    UNCURRIED_FUNCTION_TYPE,
                    AUTO_CLOSURE_TYPE,
                    THIN_FUNCTION_TYPE,
                    C_FUNCTION_POINTER,
                    OBJC_BLOCK,
                    ESCAPING_OBJC_BLOCK -> functions.function(null, node);
            case TYPE_MANGLING -> functions.typeMangling(node);
            case ARGUMENTS -> functions.parameters(null, node);
            case IMPL_FUNCTION_TYPE -> functions.implFunction(node);
            case GENERIC_SIGNATURE,
                    GENERIC_PARAM,
                    DEPENDENT_GENERIC_TYPE,
                    DEPENDENT_MEMBER,
                    DEPENDENT_ASSOCIATED_TYPE_REF,
                    ASSOC_TYPE_PATH,
                    CONFORMANCE_REQUIREMENT,
                    SAME_TYPE_REQUIREMENT,
                    SAME_SHAPE_REQUIREMENT,
                    LAYOUT_REQUIREMENT,
                    INVERSE_REQUIREMENT,
                    PROTOCOL_CONFORMANCE,
                    RETROACTIVE_CONFORMANCE,
                    CONFORMANCE_REF_TYPE_MODULE,
                    CONFORMANCE_REF_PROTOCOL_MODULE,
                    CONFORMANCE_REF_OTHER_MODULE,
                    CONFORMANCE_LIST,
                    CONCRETE_CONFORMANCE,
                    PACK_CONFORMANCE,
                    OPAQUE_CONFORMANCE,
                    ROOT_CONFORMANCE,
                    INHERITED_CONFORMANCE,
                    ASSOCIATED_CONFORMANCE -> generics.print(node);
            case PROTOCOL_WITNESS,
                    VTABLE_THUNK,
                    VALUE_WITNESS,
                    FIELD_OFFSET,
                    LAZY_WITNESS_TABLE,
                    LABELLED_IN,
                    ASSOCIATED_WITNESS_TABLE,
                    ASSOCIATED_CONFORMANCE_ENTRY,
                    BASE_CONFORMANCE,
                    KEY_PATH_THUNK,
                    KEY_PATH_OPERATOR,
                    REABSTRACTION_THUNK,
                    REABSTRACTION_THUNK_WITH_SELF,
                    REABSTRACTION_THUNK_WITH_ACTOR,
                    AUTODIFF_FUNCTION,
                    AUTODIFF_VTABLE_THUNK,
                    AUTODIFF_SUBSET_THUNK,
                    AUTODIFF_REORDERING_THUNK,
                    DIFFERENTIABILITY_WITNESS,
                    ONCE,
                    ONCE_DECLARATIONS,
                    COMPLETION_HANDLER,
                    LEADING,
                    LEADING_THUNK,
                    PARTIAL_APPLY,
                    MACRO_EXPANSION_PLACE,
                    SUFFIX -> thunks.print(node);
            case GENERIC_SPECIALIZATION, FUNCTION_SPECIALIZATION, SPECIALIZATION_PARAM -> specializations.print(node);
            case GLOBAL, TYPE -> printAll(node, "");
            case STATIC -> {
                out.append("static ");
                print(node.first());
            }
            case LABELLED -> {
                out.append(node.text);
                printAll(node, "");
            }
            case LABEL_LIST -> {}
            default -> types.print(node);
        }
        return null;
    }

    private void word(Node node) {
        switch (node.kind) {
            case MODULE -> {
                if (full) {
                    out.append(node.text);
                }
            }
            case INFIX_OPERATOR -> out.append(node.text).append(" infix");
            case PREFIX_OPERATOR -> out.append(node.text).append(" prefix");
            case POSTFIX_OPERATOR -> out.append(node.text).append(" postfix");
            case LOCAL_DECL_NAME -> {
                print(node.child(1));
                out.append(" #").append(node.first().index + 1);
            }
            default -> out.append(node.text);
        }
    }

    void printAll(Node parent, String separator) {
        printAll(parent, 0, separator);
    }

    /** Writes the children from {@code start} on. */
    void printAll(Node parent, int start, String separator) {
        for (int i = start; i < parent.size(); i++) {
            if (i > start) {
                out.append(separator);
            }
            print(parent.child(i));
        }
    }

    /** Writes a type, in parentheses where what follows would bind to a part of it. */
    void printInParentheses(Node type) {
        if (TypePrinter.isSimple(type)) {
            print(type);
        } else {
            out.append('(');
            print(type);
            out.append(')');
        }
    }
}
