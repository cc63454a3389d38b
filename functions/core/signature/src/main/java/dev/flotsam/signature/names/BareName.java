package dev.flotsam.signature.names;

import java.util.List;

/**
 * The qualified name in a demangled C++, Swift, Java or Rust signature: {@code int ns::Box<int>::take(char) const} is
 * {@code ns::Box::take}.
 *
 * <p>What is kept: operators, constructors in angle brackets (Java's {@code <init>}), unnamed scopes as {@code
 * {anonymous}} and unnamed functions as {@code {lambda}}. A text that would end empty stays as it is.
 */
public final class BareName {
    private static final List<String> OPERATORS = List.of(
            "<=>", "<<=", ">>=", "->*", "()", "[]", "<<", ">>", "->", "<=", ">=", "==", "!=", "&&", "||", "+=", "-=",
            "*=", "/=", "%=", "^=", "&=", "|=", "++", "--", "<", ">", "=", "+", "-", "*", "/", "%", "^", "&", "|", "~",
            "!", ",");
    private static final List<String> QUALIFIERS =
            List.of(" const", " volatile", " noexcept", " &&", " &", " infix", " prefix", " postfix");

    private final String text;
    private final int lastQuote;
    private final StringBuilder kept = new StringBuilder();
    private int at;

    private BareName(String text) {
        this.text = text;
        this.lastQuote = text.lastIndexOf('\'');
    }

    /** The bare name in a signature. */
    public static String of(String signature) {
        if (isPlain(signature)) {
            return signature;
        }
        BareName name = new BareName(signature);
        name.scan();
        String bare = lastWord(name.kept.toString().strip());
        return bare.isEmpty() ? signature : bare;
    }

    /** Most names are identifiers: nothing to do. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != '_' && c != '.') {
                return false;
            }
        }
        return true;
    }

    private void scan() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == 'o' && isOperator()) {
                keepOperator();
            } else if (c == ' ' && (text.startsWith(" -> ", at) || text.startsWith(" : ", at))) {
                return;
            } else if (c == '<') {
                angle();
            } else if (c == '(') {
                round();
            } else if (c == '[') {
                at = Brackets.after(text, at);
            } else if (c == '{') {
                curly();
            } else if (c == '\'' || c == '`') {
                quoted();
            } else if (text.startsWith("$_", at)) {
                keep("{lambda}", afterDigits(at + 2));
            } else {
                kept.append(c);
                at++;
            }
        }
    }

    private boolean isOperator() {
        int end = at + "operator".length();
        return text.startsWith("operator", at)
                && (at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1)))
                && end < text.length()
                && !Character.isJavaIdentifierPart(text.charAt(end));
    }

    private void keepOperator() {
        keep("operator", at + "operator".length());
        for (String symbol : OPERATORS) {
            if (text.startsWith(symbol, at)) {
                keep(symbol, at + symbol.length());
                skipGenericArguments();
                return;
            }
        }
        int end = Brackets.outside(text, "(", at);
        String target = text.substring(at, end < 0 ? text.length() : end).strip();
        keep("_" + target.replace(' ', '_'), end < 0 ? text.length() : end);
    }

    /** An operator's own angle bracket would hide them: {@code operator< <int>}. */
    private void skipGenericArguments() {
        int next = at < text.length() && text.charAt(at) == ' ' ? at + 1 : at;
        if (next < text.length() && text.charAt(next) == '<') {
            at = Brackets.after(text, next);
        }
    }

    /** Generic arguments go; {@code <init>}, {@code <lambda(int)>} and Rust's {@code <Type as Trait>} are names. */
    private void angle() {
        int end = Brackets.after(text, at);
        String inner = text.substring(at + 1, Math.max(at + 1, end - 1));
        boolean startsName = startsComponent();
        if (startsName && inner.startsWith("lambda")) {
            keep("{lambda}", end);
        } else if (startsName && kept.isEmpty() && inner.contains(" as ")) {
            keep(inner.substring(0, inner.indexOf(" as ")).replace(' ', '_'), end);
        } else if (startsName && !endsWith("::")) {
            keep("<" + inner.replace(' ', '_') + ">", end);
        } else {
            if (endsWith("::")) {
                kept.setLength(kept.length() - 2);
            }
            at = end;
        }
    }

    /** Arguments go; unnamed namespaces and Swift's {@code (name in _HASH)} are names. */
    private void round() {
        int end = Brackets.after(text, at);
        String inner = text.substring(at + 1, Math.max(at + 1, end - 1));
        if (startsComponent() && inner.equals("anonymous namespace")) {
            keep("{anonymous}", end);
        } else if (startsComponent() && inner.startsWith("extension in ")) {
            at = end < text.length() && text.charAt(end) == ':' ? end + 1 : end;
        } else if (startsComponent() && inner.contains(" in _")) {
            keep(inner.substring(0, inner.indexOf(" in _")), end);
        } else {
            at = end;
        }
    }

    private void curly() {
        int end = Brackets.after(text, at);
        String inner = text.substring(at, end);
        if (inner.startsWith("{lambda") || inner.contains("closure")) {
            keep("{lambda}", end);
        } else {
            int number = inner.indexOf('#');
            keep((number < 0 ? inner : inner.substring(0, number) + "}").replace(' ', '_'), end);
        }
    }

    /** {@code 'lambda0'(int)} of LLVM and {@code `anonymous namespace'} of MSVC. */
    private void quoted() {
        int end = at < lastQuote ? text.indexOf('\'', at + 1) : -1;
        String inner = end < 0 ? "" : text.substring(at + 1, end);
        if (inner.startsWith("lambda")) {
            keep("{lambda}", end + 1);
        } else if (inner.startsWith("anonymous namespace")) {
            keep("{anonymous}", end + 1);
        } else {
            at++;
        }
    }

    private void keep(String part, int next) {
        kept.append(part);
        at = next;
    }

    private boolean startsComponent() {
        return kept.isEmpty() || ":. ".indexOf(kept.charAt(kept.length() - 1)) >= 0;
    }

    private boolean endsWith(String end) {
        int from = kept.length() - end.length();
        return from >= 0 && kept.indexOf(end, from) == from;
    }

    private int afterDigits(int from) {
        int i = from;
        while (i < text.length() && Character.isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Without trailing qualifiers and leading return types. */
    private static String lastWord(String name) {
        String rest = name;
        boolean cut = true;
        while (cut) {
            cut = false;
            for (String qualifier : QUALIFIERS) {
                if (rest.endsWith(qualifier)) {
                    rest = rest.substring(0, rest.length() - qualifier.length()).strip();
                    cut = true;
                }
            }
        }
        String word = rest.substring(rest.lastIndexOf(' ') + 1);
        int pointer = 0;
        while (pointer < word.length() - 1 && (word.charAt(pointer) == '*' || word.charAt(pointer) == '&')) {
            pointer++;
        }
        return word.substring(pointer);
    }
}
