package dev.flotsam.symbols.demangle.swift;

import dev.flotsam.symbols.demangle.text.Limits;
import dev.flotsam.symbols.demangle.text.UnreadableName;
import dev.flotsam.symbols.demangle.text.WorkBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The state of reading one name of the Swift 4+ grammar: where we are, the stack of operands, and what substitutions may
 * refer to.
 *
 * <p>The grammar is post-fix ("Mangling", <a href="https://github.com/swiftlang/swift/blob/main/docs/ABI/Mangling.rst">
 * swiftlang/swift docs/ABI/Mangling.rst</a>): every operator takes what it applies to from the stack and leaves its
 * result there. The methods named {@code pop…} are the operands' own productions; those ending in {@code If} return null
 * where the operand is absent, the others refuse the name.
 */
final class Reading {
    final Cursor in;
    final WorkBudget budget = new WorkBudget(Limits.SWIFT_DEPTH);
    /** Names before Swift 5 ({@code _T0}) keep argument labels in the tuple of argument types. */
    final boolean labelsInTuples;

    private final List<Node> stack = new ArrayList<>(16);
    private final List<Node> substitutions = new ArrayList<>(16);

    Reading(Cursor in, boolean labelsInTuples) {
        this.in = in;
        this.labelsInTuples = labelsInTuples;
    }

    void push(Node node) {
        budget.step();
        stack.add(node);
    }

    /** What is on the stack, bottom first. */
    List<Node> operands() {
        return stack;
    }

    Node popAnyIf() {
        return stack.isEmpty() ? null : stack.removeLast();
    }

    Node popAny() {
        return required(popAnyIf());
    }

    Node popIf(Kind kind) {
        return !stack.isEmpty() && stack.getLast().kind == kind ? stack.removeLast() : null;
    }

    Node popIf(Predicate<Kind> wanted) {
        return !stack.isEmpty() && wanted.test(stack.getLast().kind) ? stack.removeLast() : null;
    }

    Node pop(Kind kind) {
        return required(popIf(kind));
    }

    Node pop(Predicate<Kind> wanted) {
        return required(popIf(wanted));
    }

    boolean took(Kind kind) {
        return popIf(kind) != null;
    }

    static Node required(Node node) {
        if (node == null) {
            throw UnreadableName.malformed();
        }
        return node;
    }

    /** Makes {@code node} something later substitutions can refer to. */
    Node substitutable(Node node) {
        substitutions.add(node);
        return node;
    }

    Node substitution(int index) {
        if (index < 0 || index >= substitutions.size()) {
            throw UnreadableName.malformed();
        }
        return substitutions.get(index);
    }

    /** module ::= identifier | known module */
    Node popModuleIf() {
        Node identifier = popIf(Kind.IDENTIFIER);
        return identifier != null ? identifier.as(Kind.MODULE) : popIf(Kind.MODULE);
    }

    Node popModule() {
        return required(popModuleIf());
    }

    /** context ::= module | entity | entity module generic-signature? 'E' */
    Node popContext() {
        Node module = popModuleIf();
        if (module != null) {
            return module;
        }
        Node type = popIf(Kind.TYPE);
        if (type == null) {
            return pop(Kind::isContext);
        }
        if (type.size() != 1 || !type.first().kind.isContext()) {
            throw UnreadableName.malformed();
        }
        return type.first();
    }

    /** A type without the node that marks it as one. */
    Node popBareType() {
        Node type = pop(Kind.TYPE);
        if (type.size() != 1) {
            throw UnreadableName.malformed();
        }
        return type.first();
    }

    /** A type that can take generic arguments. */
    Node popAnyGeneric() {
        Node type = popBareType();
        if (!type.kind.isAnyGeneric()) {
            throw UnreadableName.malformed();
        }
        return type;
    }

    /** protocol ::= context decl-name; a type, if it was one already. */
    Node popProtocol() {
        Node type = popIf(Kind.TYPE);
        if (type != null) {
            return requireProtocol(type);
        }
        Node name = pop(Kind::isDeclName);
        Node context = popContext();
        return Node.type(Node.of(Kind.PROTOCOL).add(context).add(name));
    }

    static Node requireProtocol(Node type) {
        Node inner = type;
        while (inner.is(Kind.TYPE)) {
            inner = inner.first();
        }
        if (!inner.is(Kind.PROTOCOL)) {
            throw UnreadableName.malformed();
        }
        return type;
    }

    /** type-list ::= type '_' type* | 'y' */
    Node popTypeList() {
        return popList(Kind.TYPE_LIST, () -> pop(Kind.TYPE));
    }

    /** A list whose first element is marked: {@code element '_' element*}, or 'y' for none; in the order of the source. */
    Node popList(Kind kind, java.util.function.Supplier<Node> element) {
        Node list = Node.of(kind);
        return took(Kind.EMPTY_LIST) ? list : fillList(list, element);
    }

    /** As {@link #popList}, where at least one element is asked for. */
    Node fillList(Node list, java.util.function.Supplier<Node> element) {
        int start = list.size();
        boolean first;
        do {
            first = took(Kind.FIRST_ELEMENT);
            list.add(element.get());
        } while (!first);
        return list.reverseFrom(start);
    }

    /** protocol-conformance ::= type protocol module generic-signature? */
    Node popProtocolConformance() {
        Node signature = popIf(Kind.GENERIC_SIGNATURE);
        Node module = popModule();
        Node protocol = popProtocol();
        Node type = popIf(Kind.TYPE);
        Node behavior = null;
        if (type == null) {
            behavior = popIf(Kind.IDENTIFIER);
            type = pop(Kind.TYPE);
        }
        if (signature != null) {
            type = Node.type(Node.of(Kind.DEPENDENT_GENERIC_TYPE).add(signature).add(type));
        }
        return Node.of(Kind.PROTOCOL_CONFORMANCE)
                .add(type)
                .add(protocol)
                .add(module)
                .addIf(behavior);
    }

    /** A node of one popped operand under a phrase. */
    Node labelled(String phrase, Node subject) {
        return Node.of(Kind.LABELLED, phrase).add(required(subject));
    }

    Node labelledType(String phrase) {
        return labelled(phrase, pop(Kind.TYPE));
    }
}
