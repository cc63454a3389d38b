package dev.flotsam.symbols.demangle.itanium;

import java.util.List;

/** Expressions: they occur in template arguments, array bounds, decltype and requires clauses. */
final class CxxExpressions {
    private CxxExpressions() {}

    record Binary(CxxNode left, String operator, CxxNode right, Precedence precedence) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            boolean endsArguments = w.greaterIsGreater == 0 && (operator.equals(">") || operator.equals(">>"));
            if (endsArguments) {
                w.open();
            }
            boolean assigns = precedence == Precedence.ASSIGN;
            w.operand(left, assigns ? Precedence.OR_IF : precedence, !assigns);
            w.text(operator.equals(",") ? "" : " ").text(operator).text(' ');
            w.operand(right, precedence, assigns);
            if (endsArguments) {
                w.close();
            }
        }
    }

    record Prefix(String operator, CxxNode operand, Precedence precedence) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.text(operator);
            w.operand(operand, precedence, false);
        }
    }

    record Postfix(CxxNode operand, String operator, Precedence precedence) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.operand(operand, precedence, true);
            w.text(operator);
        }
    }

    record Subscript(CxxNode array, CxxNode index, Precedence precedence) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.operand(array, precedence, false);
            w.open('[');
            w.operand(index);
            w.close(']');
        }
    }

    record Member(CxxNode object, String operator, CxxNode member, Precedence precedence) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.operand(object, precedence, true);
            w.text(operator);
            w.operand(member, precedence, false);
        }
    }

    record Conditional(CxxNode condition, CxxNode then, CxxNode otherwise, Precedence precedence) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.operand(condition, precedence, false);
            w.text(" ? ");
            w.operand(then);
            w.text(" : ");
            w.operand(otherwise, Precedence.ASSIGN, true);
        }
    }

    /** {@code word(operand)}: decltype, sizeof, noexcept. */
    record Enclosing(String word, CxxNode operand, Precedence precedence) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.text(word);
            w.open();
            w.print(operand);
            w.close();
        }
    }

    /** {@code static_cast<type>(operand)} and the like. */
    record NamedCast(String cast, CxxNode type, CxxNode operand, Precedence precedence) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.text(cast);
            int saved = w.greaterIsGreater;
            w.greaterIsGreater = 0;
            w.text('<');
            w.left(type);
            w.text('>');
            w.greaterIsGreater = saved;
            w.open();
            w.operand(operand);
            w.close();
        }
    }

    /** {@code (type)(operands)} */
    record Cast(CxxNode type, List<CxxNode> operands, Precedence precedence) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.open();
            w.print(type);
            w.close();
            w.parenthesized(operands);
        }
    }

    /** A cast of a pointer to member. */
    record MemberPointerCast(CxxNode type, CxxNode operand, Precedence precedence) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.open();
            w.print(type);
            w.close();
            w.open();
            w.print(operand);
            w.close();
        }
    }

    record SizeofPack(CxxNode pack) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.text("sizeof...");
            w.open();
            new CxxTemplates.Expansion(pack).left(w);
            w.close();
        }
    }

    record Call(CxxNode callee, List<CxxNode> arguments, Precedence precedence) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.print(callee);
            w.parenthesized(arguments);
        }
    }

    record New(
            List<CxxNode> placement,
            CxxNode type,
            List<CxxNode> arguments,
            boolean global,
            boolean array,
            Precedence precedence)
            implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.text(global ? "::new" : "new").text(array ? "[]" : "");
            if (!placement.isEmpty()) {
                w.parenthesized(placement);
            }
            w.text(' ');
            w.print(type);
            if (!arguments.isEmpty()) {
                w.parenthesized(arguments);
            }
        }
    }

    record Delete(CxxNode operand, boolean global, boolean array, Precedence precedence) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.text(global ? "::delete" : "delete").text(array ? "[] " : " ");
            w.print(operand);
        }
    }

    record FunctionParameter(String number) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.text("fp").text(number);
        }
    }

    /** {@code type{…}}; {@code type} is null for a bare list. */
    record InitializerList(CxxNode type, List<CxxNode> elements) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            if (type != null) {
                w.print(type);
            }
            w.text('{');
            w.list(elements);
            w.text('}');
        }
    }

    /** {@code .field = value}, {@code [index] = value}, {@code [first ... last] = value} */
    record Designated(CxxNode first, CxxNode last, CxxNode value, boolean field) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.text(field ? '.' : '[');
            w.print(first);
            if (last != null) {
                w.text(" ... ");
                w.print(last);
            }
            w.text(field ? "" : "]").text(value.isDesignator() ? "" : " = ");
            w.print(value);
        }

        @Override
        public boolean isDesignator() {
            return true;
        }
    }

    /** A fold over a pack; {@code initial} is null if it has no start value. */
    record Fold(boolean leftToRight, String operator, CxxNode pack, CxxNode initial) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.open();
            if (!leftToRight || initial != null) {
                side(w, leftToRight);
                w.text(' ').text(operator).text(' ');
            }
            w.text("...");
            if (leftToRight || initial != null) {
                w.text(' ').text(operator).text(' ');
                side(w, !leftToRight);
            }
            w.close();
        }

        private void side(CxxWriter w, boolean start) {
            if (start) {
                w.operand(initial, Precedence.CAST, true);
            } else {
                w.open();
                w.print(new CxxTemplates.Expansion(pack));
                w.close();
            }
        }
    }

    record Throw(CxxNode operand) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.text("throw ");
            w.print(operand);
        }
    }
}
