package dev.flotsam.symbols.demangle.itanium;

/** Names that say more than a declaration does: modules, what compilers make, optimizers' suffixes. */
final class CxxSpecials {
    private CxxSpecials() {}

    /** A C++20 module's name; {@code parent} is null for the first part. */
    record Module(Module parent, CxxNode name, boolean partition) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            if (parent != null) {
                w.print(parent);
            }
            if (parent != null || partition) {
                w.text(partition ? ':' : '.');
            }
            w.print(name);
        }
    }

    record InModule(CxxNode name, Module module) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.print(name);
            w.text('@');
            w.print(module);
        }

        @Override
        public String baseName() {
            return name.baseName();
        }

        @Override
        public void base(CxxWriter w) {
            w.base(name);
        }
    }

    /** What a compiler makes for something: "vtable for", "non-virtual thunk to". */
    record Special(String phrase, CxxNode subject) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.text(phrase);
            w.print(subject);
        }

        @Override
        public void base(CxxWriter w) {
            w.base(subject);
        }
    }

    record ConstructionVtable(CxxNode of, CxxNode in) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.text("construction vtable for ");
            w.print(of);
            w.text("-in-");
            w.print(in);
        }

        @Override
        public void base(CxxWriter w) {
            w.base(of);
        }
    }

    /** A suffix an optimizer added: {@code .cold}, {@code .llvm.1234}. */
    record DotSuffix(CxxNode name, String suffix) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.print(name);
            w.text(" (").text(suffix).text(')');
        }

        @Override
        public void base(CxxWriter w) {
            w.base(name);
        }
    }
}
