package dev.flotsam.symbols.demangle.swift;

import dev.flotsam.symbols.demangle.text.UnreadableName;
import java.util.ArrayList;
import java.util.List;

/**
 * Declared types, their generic arguments and extensions ("Types" and "Declaration Contexts" in swiftlang/swift
 * docs/ABI/Mangling.rst).
 *
 * <pre>
 * nominal-type ::= context decl-name [COVPaXY]
 * bound-generic-type ::= type 'y' (type* '_')* type* retroactive-conformance* 'G'
 * context ::= entity module generic-signature? 'E'
 * </pre>
 */
final class NominalTypes {
    private final Reading r;

    NominalTypes(Reading reading) {
        this.r = reading;
    }

    /** Generic arguments as the name lists them: a list per nesting level, innermost first. */
    record GenericArguments(List<Node> lists, Node retroactiveConformances) {}

    Node nominal(Kind kind) {
        Node name = r.pop(Kind::isDeclName);
        Node context = r.popContext();
        return r.substitutable(Node.type(Node.of(kind).add(context).add(name)));
    }

    Node extension() {
        Node signature = r.popIf(Kind.GENERIC_SIGNATURE);
        Node module = r.popModule();
        Node extended = r.popAnyGeneric();
        return Node.of(Kind.EXTENSION).add(module).add(extended).addIf(signature);
    }

    GenericArguments popArguments() {
        Node retroactive = popRetroactiveConformances();
        List<Node> lists = new ArrayList<>(2);
        while (true) {
            Node list = Node.of(Kind.TYPE_LIST);
            for (Node type = r.popIf(Kind.TYPE); type != null; type = r.popIf(Kind.TYPE)) {
                list.add(type);
            }
            lists.add(list.reverse());
            if (r.took(Kind.EMPTY_LIST)) {
                return new GenericArguments(lists, retroactive);
            }
            r.pop(Kind.FIRST_ELEMENT);
        }
    }

    Node popRetroactiveConformances() {
        Node conformances = null;
        for (Node one = r.popIf(Kind.RETROACTIVE_CONFORMANCE);
                one != null;
                one = r.popIf(Kind.RETROACTIVE_CONFORMANCE)) {
            conformances = conformances == null ? Node.of(Kind.TYPE_LIST) : conformances;
            conformances.add(one);
        }
        return conformances == null ? null : conformances.reverse();
    }

    Node boundGeneric() {
        GenericArguments arguments = popArguments();
        Node nominal = r.popAnyGeneric();
        Node bound = bind(nominal, arguments.lists(), 0);
        bound.addIf(arguments.retroactiveConformances());
        return r.substitutable(Node.type(bound));
    }

    /** Gives each nesting level of {@code nominal} its arguments; the lists start with the innermost. */
    private Node bind(Node nominal, List<Node> lists, int level) {
        if (level >= lists.size() || nominal.isEmpty()) {
            throw UnreadableName.malformed();
        }
        r.budget.enter();
        boolean takesArguments = takesArguments(nominal.kind);
        Node arguments = lists.get(level);
        int next = takesArguments ? level + 1 : level;
        Node outer = nominal;
        if (next < lists.size()) {
            outer = Node.of(nominal.kind, nominal.text, nominal.index).add(bindContext(nominal.first(), lists, next));
            for (int i = 1; i < nominal.size(); i++) {
                outer.add(nominal.child(i));
            }
        }
        r.budget.leave();
        if (!takesArguments || arguments.isEmpty()) {
            return outer;
        }
        Kind bound = boundKind(outer.kind);
        return Node.of(bound)
                .add(bound == Kind.BOUND_FUNCTION ? outer : Node.type(outer))
                .add(arguments);
    }

    private Node bindContext(Node context, List<Node> lists, int level) {
        if (!context.is(Kind.EXTENSION)) {
            return bind(context, lists, level);
        }
        Node extension = Node.of(Kind.EXTENSION).add(context.first()).add(bind(context.child(1), lists, level));
        return context.size() == 3 ? extension.add(context.child(2)) : extension;
    }

    private static boolean takesArguments(Kind kind) {
        return switch (kind) {
            case VARIABLE, SUBSCRIPT, IMPLICIT_CLOSURE, EXPLICIT_CLOSURE, DEFAULT_ARGUMENT, INITIALIZER, STATIC ->
                false;
            default -> true;
        };
    }

    static Kind boundKind(Kind kind) {
        return switch (kind) {
            case CLASS -> Kind.BOUND_CLASS;
            case STRUCTURE -> Kind.BOUND_STRUCTURE;
            case ENUM -> Kind.BOUND_ENUM;
            case PROTOCOL -> Kind.BOUND_PROTOCOL;
            case OTHER_NOMINAL -> Kind.BOUND_OTHER_NOMINAL;
            case TYPE_ALIAS -> Kind.BOUND_TYPE_ALIAS;
            case FUNCTION, CONSTRUCTOR -> Kind.BOUND_FUNCTION;
            default -> throw UnreadableName.malformed();
        };
    }
}
