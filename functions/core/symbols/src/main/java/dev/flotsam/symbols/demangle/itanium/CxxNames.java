package dev.flotsam.symbols.demangle.itanium;

import java.util.List;

/** Names: of namespaces, classes, functions, operators, lambdas, and what compilers name after them. */
final class CxxNames {
    private CxxNames() {}

    /** Namespaces that standard libraries hide a version in. */
    private static boolean isInlineNamespace(CxxNode node) {
        return node instanceof Name name
                && switch (name.text) {
                    case "__1", "__2", "__ndk1", "__cxx11", "__debug" -> true;
                    default -> false;
                };
    }

    /** An identifier, a builtin type, or other fixed text. */
    record Name(String text) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.text(text);
        }

        @Override
        public String baseName() {
            return text;
        }
    }

    /** {@code scope::name}, with something between for friends. */
    record Nested(CxxNode scope, CxxNode name, String separator) implements CxxNode {
        Nested(CxxNode scope, CxxNode name) {
            this(scope, name, "::");
        }

        @Override
        public void left(CxxWriter w) {
            w.print(scope);
            w.text(separator);
            w.print(name);
        }

        @Override
        public String baseName() {
            return name.baseName();
        }

        @Override
        public void base(CxxWriter w) {
            w.base(scope);
            if (!isInlineNamespace(name)) {
                w.text("::");
                w.base(name);
            }
        }
    }

    /** Something declared in a function: {@code function()::name}. */
    record Local(CxxNode function, CxxNode entity) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.print(function);
            w.text("::");
            w.print(entity);
        }

        @Override
        public void base(CxxWriter w) {
            w.base(function);
            w.text("::");
            w.base(entity);
        }
    }

    /** {@code ::name} */
    record Global(CxxNode name) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.text("::");
            w.print(name);
        }

        @Override
        public String baseName() {
            return name.baseName();
        }
    }

    /** A name with template arguments. */
    record Specialized(CxxNode name, CxxNode arguments) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.print(name);
            w.print(arguments);
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

    record AbiTagged(CxxNode name, String tag) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.left(name);
            w.text("[abi:").text(tag).text(']');
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

    /** Names of the standard library that have an abbreviation. */
    enum Abbreviation {
        ALLOCATOR("allocator", ""),
        BASIC_STRING("basic_string", ""),
        STRING("string", "<char, std::char_traits<char>, std::allocator<char>>"),
        ISTREAM("istream", "<char, std::char_traits<char>>"),
        OSTREAM("ostream", "<char, std::char_traits<char>>"),
        IOSTREAM("iostream", "<char, std::char_traits<char>>");

        private final String name;
        private final String arguments;

        Abbreviation(String name, String arguments) {
            this.name = name;
            this.arguments = arguments;
        }

        String longName() {
            return arguments.isEmpty() ? name : "basic_" + name;
        }
    }

    /** An abbreviated name of {@code std}; written out where a constructor repeats it. */
    record Standard(Abbreviation which, boolean expanded) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.text("std::").text(baseName()).text(expanded ? which.arguments : "");
        }

        @Override
        public String baseName() {
            return expanded ? which.longName() : which.name;
        }

        @Override
        public void base(CxxWriter w) {
            w.text("std::").text(baseName());
        }
    }

    record Constructor(CxxNode of, boolean destructor) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.text(destructor ? "~" : "").text(of.baseName());
        }
    }

    /** {@code ~name} in an expression. */
    record Destructor(CxxNode of) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.text('~');
            w.left(of);
        }
    }

    record Conversion(CxxNode type) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.text("operator ");
            w.print(type);
        }
    }

    record LiteralOperator(CxxNode suffix) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.text("operator\"\" ");
            w.print(suffix);
        }
    }

    record Unnamed(String count) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.text("'unnamed").text(count).text('\'');
        }

        @Override
        public void base(CxxWriter w) {
            w.text("'unnamed'");
        }
    }

    /**
     * A lambda's type.
     *
     * @param templateParameters those declared in angle brackets
     * @param constraint a requires clause after them, or null
     * @param trailing a requires clause after the parameters, or null
     * @param count which lambda of the function it is, one less than its number; empty for the first
     */
    record Closure(
            List<CxxNode> templateParameters,
            CxxNode constraint,
            List<CxxNode> parameters,
            CxxNode trailing,
            String count)
            implements CxxNode {
        void declarator(CxxWriter w) {
            if (!templateParameters.isEmpty()) {
                w.angled(templateParameters);
            }
            if (constraint != null) {
                w.text(" requires ");
                w.print(constraint);
                w.text(' ');
            }
            w.parenthesized(parameters);
            if (trailing != null) {
                w.text(" requires ");
                w.print(trailing);
            }
        }

        @Override
        public void left(CxxWriter w) {
            w.text("'lambda").text(count).text('\'');
            declarator(w);
        }

        @Override
        public void base(CxxWriter w) {
            w.text("'lambda'");
        }
    }

    record Bindings(List<CxxNode> names) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.open('[');
            w.list(names);
            w.close(']');
        }
    }
}
