package dev.flotsam.symbols.demangle.itanium;

import java.util.List;

/** Function types, and functions as a name and a type. */
final class CxxFunctions {
    private CxxFunctions() {}

    /** A function type; {@code exceptions} is null if it has no exception specification. */
    record Function(CxxNode result, List<CxxNode> parameters, int flags, CxxNode exceptions) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.left(result);
            w.text(' ');
        }

        @Override
        public void right(CxxWriter w) {
            w.parenthesized(parameters);
            w.right(result);
            CxxTypes.qualifiers(w, flags);
            if (exceptions != null) {
                w.text(' ');
                w.print(exceptions);
            }
        }

        @Override
        public boolean hasRight(CxxWriter w) {
            return true;
        }

        @Override
        public boolean isFunction(CxxWriter w) {
            return true;
        }
    }

    record Noexcept(CxxNode condition) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.text("noexcept");
            w.open();
            w.operand(condition);
            w.close();
        }
    }

    record Throws(List<CxxNode> types) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.text("throw");
            w.parenthesized(types);
        }
    }

    /**
     * A function: its name with its type.
     *
     * @param result null where the name doesn't tell it: of all that are no template specializations
     * @param attributes enable_if conditions, or null
     * @param constraint trailing requires clause, or null
     */
    record Encoding(
            CxxNode result, CxxNode name, List<CxxNode> parameters, CxxNode attributes, CxxNode constraint, int flags)
            implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            if (result != null) {
                w.left(result);
                w.text(result.hasRight(w) ? "" : " ");
            }
            w.print(name);
        }

        @Override
        public void right(CxxWriter w) {
            w.parenthesized(parameters);
            if (result != null) {
                w.right(result);
            }
            CxxTypes.qualifiers(w, flags);
            if (attributes != null) {
                w.print(attributes);
            }
            if (constraint != null) {
                w.text(" requires ");
                w.print(constraint);
            }
        }

        @Override
        public boolean hasRight(CxxWriter w) {
            return true;
        }

        @Override
        public boolean isFunction(CxxWriter w) {
            return true;
        }

        @Override
        public void base(CxxWriter w) {
            w.base(name);
        }
    }

    record EnableIf(List<CxxNode> conditions) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.text(" [enable_if:");
            w.list(conditions);
            w.text(']');
        }
    }

    /** C++23: the object a member function names as its first parameter. */
    record ExplicitObject(CxxNode type) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.text("this ");
            w.print(type);
        }
    }
}
