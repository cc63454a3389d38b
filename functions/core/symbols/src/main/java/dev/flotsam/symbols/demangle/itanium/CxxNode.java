package dev.flotsam.symbols.demangle.itanium;

/**
 * A node of the tree a C++ name is read into. C++ declarators wrap around what they declare ({@code int (*f)(char)}), so
 * that a node is written in two halves: what stands left of the declared thing and what stands right of it.
 *
 * <p>Nodes may be shared: substitutions refer to nodes read before.
 */
interface CxxNode {
    /** Writes what stands left of the declared thing; for most nodes everything. */
    void left(CxxWriter w);

    /** Writes what stands right of the declared thing: array bounds, parameters. */
    default void right(CxxWriter w) {}

    /** Whether {@link #right} writes something. */
    default boolean hasRight(CxxWriter w) {
        return false;
    }

    /** Is an array, perhaps qualified: a pointer to it needs parentheses. */
    default boolean isArray(CxxWriter w) {
        return false;
    }

    /** Is a function, perhaps qualified: a pointer to it needs parentheses. */
    default boolean isFunction(CxxWriter w) {
        return false;
    }

    /** The node that stands for concrete syntax, behind references to template arguments. */
    default CxxNode syntax(CxxWriter w) {
        return this;
    }

    /** The name constructors and destructors repeat. */
    default String baseName() {
        return "";
    }

    /** How strongly an operand of an expression binds. */
    default Precedence precedence() {
        return Precedence.PRIMARY;
    }

    /** Writes the name without template arguments, parameters and tags. */
    default void base(CxxWriter w) {
        w.print(this);
    }

    /** Whether an initializer after it needs an equals sign: not so for nested designators. */
    default boolean isDesignator() {
        return false;
    }
}
