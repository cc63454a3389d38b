package dev.flotsam.symbols.demangle.itanium;

import dev.flotsam.symbols.demangle.text.Limits;
import dev.flotsam.symbols.demangle.text.NameWriter;
import dev.flotsam.symbols.demangle.text.WorkBudget;
import java.util.List;

/** Writes nodes, and keeps what their text depends on beyond themselves. */
final class CxxWriter {
    static final int NO_PACK = Integer.MAX_VALUE;

    final NameWriter out = new NameWriter();
    private final WorkBudget budget = new WorkBudget(Limits.CXX_DEPTH);

    /** Which element of a parameter pack is written, while an expansion is. */
    int packIndex = NO_PACK;

    /** How many elements the pack has, once an expansion has met one. */
    int packSize = NO_PACK;

    /** Zero directly inside template arguments, where {@code >} would end them. */
    int greaterIsGreater = 1;

    /** A node, both halves. */
    void print(CxxNode node) {
        budget.enter();
        node.left(this);
        node.right(this);
        budget.leave();
    }

    void left(CxxNode node) {
        budget.enter();
        node.left(this);
        budget.leave();
    }

    void right(CxxNode node) {
        budget.enter();
        node.right(this);
        budget.leave();
    }

    void base(CxxNode node) {
        budget.enter();
        node.base(this);
        budget.leave();
    }

    CxxWriter text(String text) {
        out.append(text);
        return this;
    }

    CxxWriter text(char c) {
        out.append(c);
        return this;
    }

    void open() {
        open('(');
    }

    void open(char bracket) {
        greaterIsGreater++;
        out.append(bracket);
    }

    void close() {
        close(')');
    }

    void close(char bracket) {
        greaterIsGreater--;
        out.append(bracket);
    }

    /** Writes an operand, in parentheses if it binds weaker than its operator, or as weak and not {@code strictly}. */
    void operand(CxxNode node, Precedence operator, boolean strictly) {
        int weaker = node.precedence().compareTo(operator);
        boolean parentheses = strictly ? weaker > 0 : weaker >= 0;
        if (parentheses) {
            open();
        }
        print(node);
        if (parentheses) {
            close();
        }
    }

    void operand(CxxNode node) {
        operand(node, Precedence.DEFAULT, false);
    }

    /** Writes nodes between commas; a pack that expands to nothing takes its comma back. */
    void list(List<CxxNode> nodes) {
        boolean first = true;
        for (CxxNode node : nodes) {
            int before = out.length();
            if (!first) {
                out.append(", ");
            }
            int after = out.length();
            operand(node, Precedence.COMMA, false);
            if (out.length() == after) {
                out.truncate(before);
            } else {
                first = false;
            }
        }
    }

    /** A list in angle brackets, where {@code >} ends the list. */
    void angled(List<CxxNode> nodes) {
        int saved = greaterIsGreater;
        greaterIsGreater = 0;
        out.append('<');
        list(nodes);
        out.append('>');
        greaterIsGreater = saved;
    }

    /** A list in parentheses. */
    void parenthesized(List<CxxNode> nodes) {
        open();
        list(nodes);
        close();
    }
}
