package dev.flotsam.symbols.demangle.itanium;

/** Types: builtin, qualified, pointers, arrays, functions, vectors. */
final class CxxTypes {
    private CxxTypes() {}

    static final int CONST = 1;
    static final int VOLATILE = 2;
    static final int RESTRICT = 4;
    static final int LVALUE = 8;
    static final int RVALUE = 16;

    /** Writes cv and reference qualifiers, as they follow a type or a function's parameters. */
    static void qualifiers(CxxWriter w, int flags) {
        if (flags == 0) {
            return;
        }
        w.text((flags & CONST) != 0 ? " const" : "")
                .text((flags & VOLATILE) != 0 ? " volatile" : "")
                .text((flags & RESTRICT) != 0 ? " restrict" : "")
                .text((flags & LVALUE) != 0 ? " &" : "")
                .text((flags & RVALUE) != 0 ? " &&" : "");
    }

    /** A type with cv qualifiers. */
    record Qualified(CxxNode type, int flags) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.left(type);
            qualifiers(w, flags);
        }

        @Override
        public void right(CxxWriter w) {
            w.right(type);
        }

        @Override
        public boolean hasRight(CxxWriter w) {
            return type.hasRight(w);
        }

        @Override
        public boolean isArray(CxxWriter w) {
            return type.isArray(w);
        }

        @Override
        public boolean isFunction(CxxWriter w) {
            return type.isFunction(w);
        }
    }

    /** A vendor's qualifier: address spaces and the like. */
    record VendorQualified(CxxNode type, String qualifier, CxxNode arguments) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.print(type);
            w.text(' ').text(qualifier);
            if (arguments != null) {
                w.print(arguments);
            }
        }
    }

    /** {@code type word}: complex, constrained auto. */
    record Postfixed(CxxNode type, String word) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.left(type);
            w.text(word);
        }
    }

    /** {@code struct name} and the like. */
    record Elaborated(String word, CxxNode name) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.text(word).text(' ');
            w.print(name);
        }
    }

    /** A builtin type transformation: {@code __name(type)}. */
    record Transformed(String name, CxxNode type) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.text(name).text('(');
            w.print(type);
            w.text(')');
        }
    }

    record BitInt(CxxNode size, boolean signed) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.text(signed ? "_BitInt" : "unsigned _BitInt");
            w.open();
            w.operand(size);
            w.close();
        }
    }

    /** {@code _Float} with a width. */
    record BinaryFloat(String width) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.text("_Float").text(width);
        }
    }

    /** An Objective-C class or id that conforms to a protocol. */
    record ObjCProtocol(CxxNode type, String protocol) implements CxxNode {
        boolean isId() {
            return type instanceof CxxNames.Name name && "objc_object".equals(name.text());
        }

        @Override
        public void left(CxxWriter w) {
            w.print(type);
            w.text('<').text(protocol).text('>');
        }
    }

    record Pointer(CxxNode to) implements CxxNode {
        private boolean isId() {
            return to instanceof ObjCProtocol protocol && protocol.isId();
        }

        @Override
        public void left(CxxWriter w) {
            if (to instanceof ObjCProtocol protocol && protocol.isId()) {
                w.text("id<").text(protocol.protocol()).text('>');
                return;
            }
            w.left(to);
            openDeclarator(w, to);
            w.text('*');
        }

        @Override
        public void right(CxxWriter w) {
            if (!isId()) {
                closeDeclarator(w, to);
                w.right(to);
            }
        }

        @Override
        public boolean hasRight(CxxWriter w) {
            return to.hasRight(w);
        }
    }

    private static void openDeclarator(CxxWriter w, CxxNode to) {
        if (to.isArray(w)) {
            w.text(" (");
        } else if (to.isFunction(w)) {
            w.text('(');
        }
    }

    private static void closeDeclarator(CxxWriter w, CxxNode to) {
        if (to.isArray(w) || to.isFunction(w)) {
            w.text(')');
        }
    }

    /** A reference. References to references collapse: && to && stays, all else becomes &. */
    static final class Reference implements CxxNode {
        private final CxxNode to;
        private final boolean rvalue;
        /** Ill-formed names can make a reference refer to itself. */
        private boolean writing;

        Reference(CxxNode to, boolean rvalue) {
            this.to = to;
            this.rvalue = rvalue;
        }

        /** What is referred to in the end; {@code rvalue} says how. Null if it is itself. */
        private Reference collapsed(CxxWriter w) {
            Reference last = this;
            boolean all = rvalue;
            for (int hops = 0; last.to.syntax(w) instanceof Reference next; hops++) {
                if (hops > MAX_COLLAPSE) {
                    return null;
                }
                all &= next.rvalue;
                last = next;
            }
            return last == this ? this : new Reference(last.to, all);
        }

        private static final int MAX_COLLAPSE = 64;

        @Override
        public void left(CxxWriter w) {
            Reference collapsed = writing ? null : collapsed(w);
            if (collapsed == null) {
                return;
            }
            writing = true;
            w.left(collapsed.to);
            openDeclarator(w, collapsed.to);
            w.text(collapsed.rvalue ? "&&" : "&");
            writing = false;
        }

        @Override
        public void right(CxxWriter w) {
            Reference collapsed = writing ? null : collapsed(w);
            if (collapsed == null) {
                return;
            }
            writing = true;
            closeDeclarator(w, collapsed.to);
            w.right(collapsed.to);
            writing = false;
        }

        @Override
        public boolean hasRight(CxxWriter w) {
            return to.hasRight(w);
        }
    }

    record MemberPointer(CxxNode owner, CxxNode member) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.left(member);
            w.text(member.isArray(w) || member.isFunction(w) ? "(" : " ");
            w.print(owner);
            w.text("::*");
        }

        @Override
        public void right(CxxWriter w) {
            closeDeclarator(w, member);
            w.right(member);
        }

        @Override
        public boolean hasRight(CxxWriter w) {
            return member.hasRight(w);
        }
    }

    /** An array; {@code bound} is null if it has none. */
    record Array(CxxNode element, CxxNode bound) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.left(element);
        }

        @Override
        public void right(CxxWriter w) {
            w.text(w.out.last() == ']' ? "[" : " [");
            if (bound != null) {
                w.print(bound);
            }
            w.text(']');
            w.right(element);
        }

        @Override
        public boolean hasRight(CxxWriter w) {
            return true;
        }

        @Override
        public boolean isArray(CxxWriter w) {
            return true;
        }
    }

    /** A SIMD vector; {@code size} is null if the name doesn't tell it. */
    record Vector(CxxNode element, CxxNode size) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.print(element);
            w.text(" vector[");
            if (size != null) {
                w.print(size);
            }
            w.text(']');
        }
    }

    record PixelVector(CxxNode size) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.text("pixel vector[");
            w.print(size);
            w.text(']');
        }
    }
}
