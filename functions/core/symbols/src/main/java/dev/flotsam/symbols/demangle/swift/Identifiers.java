package dev.flotsam.symbols.demangle.swift;

import dev.flotsam.symbols.demangle.text.UnreadableName;
import java.util.ArrayList;
import java.util.List;

/**
 * Names of declarations ("Identifiers" and "Operators" in swiftlang/swift docs/ABI/Mangling.rst).
 *
 * <pre>
 * identifier ::= substitution-word* NATURAL chars | '00' NATURAL '_'? punycode
 * decl-name ::= identifier | identifier 'L' INDEX | identifier identifier 'LL' | identifier 'L' [a-jA-J]
 * operator ::= identifier 'o' ('i' | 'p' | 'P')
 * </pre>
 *
 * An identifier that starts with '0' may repeat one of the first 26 words of earlier identifiers by a letter; an upper
 * case letter ends the repetitions.
 */
final class Identifiers {
    private static final int MAX_WORDS = 26;
    /** Operator characters by the letter that stands for them, from 'a'. */
    private static final String OPERATORS = "& @/= >    <*!|+?%-~   ^ .";

    private final Reading r;
    private final List<String> words = new ArrayList<>(8);

    Identifiers(Reading reading) {
        this.r = reading;
    }

    Node identifier() {
        if (!Cursor.isDigit(r.in.peek())) {
            throw UnreadableName.malformed();
        }
        if (r.in.nextIf("00")) {
            int length = positive();
            r.in.nextIf('_');
            return named(Punycode.decode(r.in.take(length)));
        }
        if (!r.in.nextIf('0')) {
            String plain = r.in.take(positive());
            remember(plain);
            return named(plain);
        }
        return named(withRepeatedWords());
    }

    private String withRepeatedWords() {
        StringBuilder name = new StringBuilder();
        boolean more = true;
        while (more) {
            while (more && Cursor.isLetter(r.in.peek())) {
                char letter = r.in.next();
                more = Cursor.isLower(letter);
                name.append(word(letter - (more ? 'a' : 'A')));
            }
            if (r.in.nextIf('0')) {
                break;
            }
            String part = r.in.take(positive());
            remember(part);
            name.append(part);
        }
        return name.toString();
    }

    private String word(int index) {
        if (index >= words.size()) {
            throw UnreadableName.malformed();
        }
        return words.get(index);
    }

    private int positive() {
        int length = r.in.natural();
        if (length == 0) {
            throw UnreadableName.malformed();
        }
        return length;
    }

    private Node named(String name) {
        if (name.isEmpty()) {
            throw UnreadableName.malformed();
        }
        return r.substitutable(Node.of(Kind.IDENTIFIER, name));
    }

    /** Splits what was read into words: runs of lower case, each with the upper case letters it starts with. */
    private void remember(String part) {
        int start = -1;
        for (int i = 0; i <= part.length() && words.size() < MAX_WORDS; i++) {
            char c = i < part.length() ? part.charAt(i) : '\0';
            if (start >= 0 && endsWord(c, part.charAt(i - 1))) {
                if (i - start >= 2) {
                    words.add(part.substring(start, i));
                }
                start = -1;
            }
            if (start < 0 && !Cursor.isDigit(c) && c != '_' && c != '\0') {
                start = i;
            }
        }
    }

    private static boolean endsWord(char c, char before) {
        return c == '_' || c == '\0' || (!Cursor.isUpper(before) && Cursor.isUpper(c));
    }

    /** operator ::= identifier 'o' fixity */
    Node operator() {
        String letters = r.pop(Kind.IDENTIFIER).text;
        String symbol = operatorSymbol(letters);
        return switch (r.in.next()) {
            case 'i' -> Node.of(Kind.INFIX_OPERATOR, symbol);
            case 'p' -> Node.of(Kind.PREFIX_OPERATOR, symbol);
            case 'P' -> Node.of(Kind.POSTFIX_OPERATOR, symbol);
            default -> throw UnreadableName.malformed();
        };
    }

    /** Letters to operator characters; characters outside ASCII stand for themselves. */
    static String operatorSymbol(String letters) {
        StringBuilder symbol = new StringBuilder(letters.length());
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            if (c >= 0x80) {
                symbol.append(c);
                continue;
            }
            char operator = Cursor.isLower(c) ? OPERATORS.charAt(c - 'a') : ' ';
            if (operator == ' ') {
                throw UnreadableName.malformed();
            }
            symbol.append(operator);
        }
        return symbol.toString();
    }

    /** decl-name ::= identifier … 'L' … */
    Node local() {
        if (r.in.nextIf('L')) {
            Node discriminator = r.pop(Kind.IDENTIFIER);
            Node name = r.pop(Kind::isDeclName);
            return Node.of(Kind.PRIVATE_DECL_NAME).add(discriminator).add(name);
        }
        if (r.in.nextIf('l')) {
            return Node.of(Kind.PRIVATE_DECL_NAME).add(r.pop(Kind.IDENTIFIER));
        }
        char next = r.in.peek();
        if ((next >= 'a' && next <= 'j') || (next >= 'A' && next <= 'J')) {
            Node relation = Node.of(Kind.IDENTIFIER, String.valueOf(r.in.next()));
            return Node.of(Kind.RELATED_DECL_NAME).add(relation).add(r.popAny());
        }
        Node index = r.in.indexNode();
        return Node.of(Kind.LOCAL_DECL_NAME).add(index).add(r.pop(Kind::isDeclName));
    }
}
