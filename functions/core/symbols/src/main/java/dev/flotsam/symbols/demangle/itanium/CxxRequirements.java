package dev.flotsam.symbols.demangle.itanium;

import java.util.List;

/** Requires expressions of C++20. */
final class CxxRequirements {
    private CxxRequirements() {}

    record Requires(List<CxxNode> parameters, List<CxxNode> requirements) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.text("requires");
            if (!parameters.isEmpty()) {
                w.text(' ');
                w.parenthesized(parameters);
            }
            w.text(' ');
            w.open('{');
            requirements.forEach(w::print);
            w.text(' ');
            w.close('}');
        }
    }

    record ExpressionRequirement(CxxNode expression, boolean noexcept, CxxNode constraint) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            boolean compound = noexcept || constraint != null;
            w.text(' ');
            if (compound) {
                w.open('{');
            }
            w.print(expression);
            if (compound) {
                w.close('}');
            }
            w.text(noexcept ? " noexcept" : "");
            if (constraint != null) {
                w.text(" -> ");
                w.print(constraint);
            }
            w.text(';');
        }
    }

    /** {@code typename T;} and {@code requires C;} */
    record WordRequirement(String word, CxxNode operand) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.text(word);
            w.print(operand);
            w.text(';');
        }
    }
}
