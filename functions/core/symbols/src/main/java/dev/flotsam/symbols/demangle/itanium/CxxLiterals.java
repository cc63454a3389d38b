package dev.flotsam.symbols.demangle.itanium;

/** Literals, and objects that a template argument names. */
final class CxxLiterals {
    private CxxLiterals() {}

    /** The names write a minus as 'n'. */
    private static String signed(String number) {
        return number.startsWith("n") ? "-" + number.substring(1) : number;
    }

    record StringLiteral(CxxNode type) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.text("\"<");
            w.print(type);
            w.text(">\"");
        }
    }

    record Lambda(CxxNode type) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.text("[]");
            if (type instanceof CxxNames.Closure closure) {
                closure.declarator(w);
            }
            w.text("{...}");
        }
    }

    record EnumLiteral(CxxNode type, String value) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.open();
            w.print(type);
            w.close();
            w.text(signed(value));
        }
    }

    /** An integer: a short type is a suffix, a long one a cast. */
    record IntegerLiteral(String type, String value) implements CxxNode {
        private static final int LONGEST_SUFFIX = 3;

        @Override
        public void left(CxxWriter w) {
            boolean suffix = type.length() <= LONGEST_SUFFIX;
            if (!suffix) {
                w.open();
                w.text(type);
                w.close();
            }
            w.text(signed(value)).text(suffix ? type : "");
        }
    }

    /** A part of an object that a template argument points to. */
    record Subobject(CxxNode type, CxxNode object, String offset) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.print(object);
            w.text(".<");
            w.print(type);
            w.text(" at offset ").text(offset.isEmpty() ? "0" : signed(offset)).text('>');
        }
    }
}
