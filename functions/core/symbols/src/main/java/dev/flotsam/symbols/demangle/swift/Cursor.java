package dev.flotsam.symbols.demangle.swift;

import dev.flotsam.symbols.demangle.text.UnreadableName;

/** A place in a mangled name. Past the end it reads NUL, which no production accepts. */
final class Cursor {
    private static final int MOST = Integer.MAX_VALUE / 2;

    private final String text;
    private int at;

    Cursor(String text, int from) {
        this.text = text;
        this.at = from;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    char peek() {
        return atEnd() ? '\0' : text.charAt(at);
    }

    char next() {
        if (atEnd()) {
            at++;
            return '\0';
        }
        return text.charAt(at++);
    }

    /** Gives back the last character that was read. */
    void back() {
        at--;
    }

    boolean nextIf(char wanted) {
        if (peek() == wanted && !atEnd()) {
            at++;
            return true;
        }
        return false;
    }

    boolean nextIf(String wanted) {
        if (text.startsWith(wanted, at)) {
            at += wanted.length();
            return true;
        }
        return false;
    }

    /** Everything that is left. */
    String rest() {
        String rest = atEnd() ? "" : text.substring(at);
        at = text.length();
        return rest;
    }

    /** The next {@code length} characters. */
    String take(int length) {
        if (length < 0 || length > text.length() - at) {
            throw UnreadableName.malformed();
        }
        String taken = text.substring(at, at + length);
        at += length;
        return taken;
    }

    /** What is read until {@code end}, which is read too. */
    String takeUntil(char end) {
        int stop = text.indexOf(end, Math.min(at, text.length()));
        if (stop < 0) {
            throw UnreadableName.malformed();
        }
        String taken = text.substring(at, stop);
        at = stop + 1;
        return taken;
    }

    /** NATURAL ::= [0-9]+; a number that nothing can be as long as stays at half the largest int. */
    int natural() {
        if (!isDigit(peek())) {
            throw UnreadableName.malformed();
        }
        long number = 0;
        while (isDigit(peek())) {
            number = Math.min(MOST, 10 * number + (next() - '0'));
        }
        return (int) number;
    }

    /** INDEX ::= '_' (0) | NATURAL '_' (NATURAL + 1) */
    int index() {
        if (nextIf('_')) {
            return 0;
        }
        int number = natural();
        if (!nextIf('_')) {
            throw UnreadableName.malformed();
        }
        return number + 1;
    }

    Node indexNode() {
        return Node.of(Kind.NUMBER, index());
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean isLetter(char c) {
        return isLower(c) || isUpper(c);
    }
}
