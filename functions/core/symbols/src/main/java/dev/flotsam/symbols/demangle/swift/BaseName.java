package dev.flotsam.symbols.demangle.swift;

import dev.flotsam.symbols.demangle.text.Limits;
import dev.flotsam.symbols.demangle.text.NameWriter;
import dev.flotsam.symbols.demangle.text.WorkBudget;

/**
 * Writes type and function only, for signatures: {@code Type.method}, {@code Type.property.getter}. No module, no
 * generic arguments, no parameters; what the compiler makes around or inside a function (closures, specializations,
 * partial applications, witnesses, default arguments) has the name of the function, so that frames of one function meet
 * in one signature whatever the optimizer did.
 */
final class BaseName {
    private final NameWriter out = new NameWriter();
    private final WorkBudget budget = new WorkBudget(Limits.SWIFT_DEPTH);

    private BaseName() {}

    static String of(Node tree) {
        BaseName name = new BaseName();
        name.write(tree);
        String text = name.out.finish();
        return text.isEmpty() ? SwiftPrinter.print(tree, false, nested -> nested) : text;
    }

    private void write(Node node) {
        budget.enter();
        switch (node.kind) {
            case GLOBAL, PARTIAL_APPLY -> writeSubject(node);
            case CLASS,
                    STRUCTURE,
                    ENUM,
                    PROTOCOL,
                    OTHER_NOMINAL,
                    TYPE_ALIAS,
                    FUNCTION,
                    VARIABLE,
                    GENERIC_PARAM_DECL,
                    MACRO -> member(node.first(), node.child(1));
            case SUBSCRIPT -> member(node.first(), "subscript");
            case ACCESSOR -> {
                write(node.first());
                out.append('.').append(node.text);
            }
            case ALLOCATOR, CONSTRUCTOR -> member(node.first(), "init");
            case DEALLOCATOR -> member(node.first(), "deinit");
            case LIFECYCLE -> member(node.first(), node.text);
            case EXTENSION, PROTOCOL_WITNESS, ANONYMOUS_CONTEXT -> write(node.child(1));
            case REABSTRACTION_THUNK, REABSTRACTION_THUNK_WITH_SELF, REABSTRACTION_THUNK_WITH_ACTOR ->
                out.append("thunk");
            case IDENTIFIER, INFIX_OPERATOR, PREFIX_OPERATOR, POSTFIX_OPERATOR, BUILTIN -> out.append(node.text);
            case LOCAL_DECL_NAME -> write(node.child(1));
            case PRIVATE_DECL_NAME -> {
                if (node.size() > 1) {
                    write(node.child(1));
                }
            }
            case RELATED_DECL_NAME -> write(node.child(1));
            case ONCE -> {
                write(node.first());
                dot();
                write(node.child(1).first());
            }
            case MODULE, SUFFIX, LABEL_LIST, EMPTY_LIST, FIRST_ELEMENT, WORD -> {}
            case STATIC,
                    TYPE,
                    TYPE_MANGLING,
                    LABELLED,
                    BOUND_CLASS,
                    BOUND_STRUCTURE,
                    BOUND_ENUM,
                    BOUND_PROTOCOL,
                    BOUND_OTHER_NOMINAL,
                    BOUND_TYPE_ALIAS,
                    BOUND_FUNCTION,
                    EXPLICIT_CLOSURE,
                    IMPLICIT_CLOSURE,
                    DEFAULT_ARGUMENT,
                    INITIALIZER,
                    MACRO_EXPANSION,
                    VTABLE_THUNK,
                    VALUE_WITNESS,
                    FIELD_OFFSET,
                    LAZY_WITNESS_TABLE,
                    LABELLED_IN,
                    ASSOCIATED_WITNESS_TABLE,
                    ASSOCIATED_CONFORMANCE_ENTRY,
                    BASE_CONFORMANCE,
                    KEY_PATH_THUNK,
                    AUTODIFF_FUNCTION,
                    AUTODIFF_VTABLE_THUNK,
                    AUTODIFF_SUBSET_THUNK,
                    DIFFERENTIABILITY_WITNESS,
                    PROTOCOL_CONFORMANCE,
                    OPAQUE_RETURN_OF -> {
                if (!node.isEmpty()) {
                    write(node.size() > 1 && node.is(Kind.TYPE_MANGLING) ? node.last() : node.first());
                }
            }
            case GENERIC_SPECIALIZATION, FUNCTION_SPECIALIZATION, LEADING, LEADING_THUNK -> {}
            default -> out.append(SwiftPrinter.print(node, false, nested -> nested));
        }
        budget.leave();
    }

    /** What attributes and thunks are about: the first child that is no attribute, else a partial application's. */
    private void writeSubject(Node node) {
        for (int i = 0; i < node.size(); i++) {
            Node child = node.child(i);
            if (!child.kind.isFunctionAttribute() || (child.is(Kind.PARTIAL_APPLY) && !child.isEmpty())) {
                write(child);
                return;
            }
        }
    }

    private void member(Node context, Node name) {
        write(context);
        dot();
        write(name);
    }

    private void member(Node context, String name) {
        write(context);
        dot();
        out.append(name);
    }

    private void dot() {
        if (out.length() > 0 && out.last() != '.') {
            out.append('.');
        }
    }
}
