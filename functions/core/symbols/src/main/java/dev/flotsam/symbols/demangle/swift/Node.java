package dev.flotsam.symbols.demangle.swift;

/**
 * One node of the tree a Swift name is read into. A node may hang under several parents, because substitutions share
 * what they refer to: nodes are filled while they are built and left alone afterwards.
 */
final class Node {
    private static final Node[] NONE = new Node[0];

    final Kind kind;
    /** Text of the kinds that have one, else empty. */
    final String text;
    /** Number of the kinds that have one, else -1. */
    final long index;

    private Node[] children = NONE;
    private int size;

    private Node(Kind kind, String text, long index) {
        this.kind = kind;
        this.text = text;
        this.index = index;
    }

    static Node of(Kind kind) {
        return new Node(kind, "", -1);
    }

    static Node of(Kind kind, String text) {
        return new Node(kind, text, -1);
    }

    static Node of(Kind kind, long index) {
        return new Node(kind, "", index);
    }

    static Node of(Kind kind, String text, long index) {
        return new Node(kind, text, index);
    }

    /** A type node around {@code child}. */
    static Node type(Node child) {
        return of(Kind.TYPE).add(child);
    }

    Node add(Node child) {
        if (size == children.length) {
            Node[] grown = new Node[size == 0 ? 2 : size * 2];
            System.arraycopy(children, 0, grown, 0, size);
            children = grown;
        }
        children[size++] = child;
        return this;
    }

    /** Adds {@code child} unless it is null: for parts of a production that may be absent. */
    Node addIf(Node child) {
        return child == null ? this : add(child);
    }

    /** Adds every child of {@code other}. */
    Node addAll(Node other) {
        for (int i = 0; i < other.size; i++) {
            add(other.children[i]);
        }
        return this;
    }

    /** The same children under another kind. */
    Node as(Kind other) {
        Node copy = new Node(other, text, index);
        copy.children = children.clone();
        copy.size = size;
        return copy;
    }

    Node reverse() {
        return reverseFrom(0);
    }

    Node reverseFrom(int start) {
        for (int low = start, high = size - 1; low < high; low++, high--) {
            Node swapped = children[low];
            children[low] = children[high];
            children[high] = swapped;
        }
        return this;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    Node child(int i) {
        if (i < 0 || i >= size) {
            throw dev.flotsam.symbols.demangle.text.UnreadableName.malformed();
        }
        return children[i];
    }

    Node first() {
        return child(0);
    }

    Node last() {
        return child(size - 1);
    }

    /** The first child of that kind, or null. */
    Node childOf(Kind wanted) {
        for (int i = 0; i < size; i++) {
            if (children[i].kind == wanted) {
                return children[i];
            }
        }
        return null;
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }
}
