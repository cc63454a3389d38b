package dev.flotsam.symbols.demangle.itanium;

import dev.flotsam.symbols.demangle.text.Limits;
import dev.flotsam.symbols.demangle.text.UnreadableName;
import dev.flotsam.symbols.demangle.text.WorkBudget;
import java.util.ArrayList;
import java.util.List;

/**
 * The state of reading one C++ name, and the parts that read it, which need each other. The grammar is the Itanium C++
 * ABI's chapter 5.1 (<a href="https://itanium-cxx-abi.github.io/cxx-abi/abi.html#mangling">itanium-cxx-abi/cxx-abi
 * abi.html</a>) with LLVM's extensions (llvm/llvm-project llvm/include/llvm/Demangle/ItaniumDemangle.h).
 */
final class CxxReading {
    /** Not reading a lambda's parameters. */
    static final int NO_LEVEL = -1;

    private final String text;
    private int at;

    final WorkBudget budget = new WorkBudget(Limits.CXX_DEPTH);
    final EncodingParser encodings = new EncodingParser(this);
    final NameParser names = new NameParser(this);
    final UnqualifiedNames unqualified = new UnqualifiedNames(this);
    final SpecialNames special = new SpecialNames(this);
    final TypeParser types = new TypeParser(this);
    final FunctionTypeParser functionTypes = new FunctionTypeParser(this);
    final TemplateParser templates = new TemplateParser(this);
    final ExpressionParser expressions = new ExpressionParser(this);
    final PrimaryExpressions primaries = new PrimaryExpressions(this);
    final UnresolvedNames unresolved = new UnresolvedNames(this);

    final List<CxxNode> substitutions = new ArrayList<>(16);
    final List<CxxTemplates.ForwardReference> forwardReferences = new ArrayList<>(0);

    /** Arguments that template parameters of the encoding refer to. */
    List<CxxNode> outerArguments = new ArrayList<>(4);

    /** Arguments by parameter level: the encoding's, then those of lambdas; null for a lambda's own auto parameters. */
    List<List<CxxNode>> argumentLevels = new ArrayList<>(2);

    /** Whether 'I' after a template parameter starts its arguments; not so in a conversion operator's type. */
    boolean argumentsMayFollow = true;

    /** Whether template parameters may refer to arguments that come later. */
    boolean forwardAllowed;

    boolean inConstraint;
    int lambdaParameterLevel = NO_LEVEL;

    CxxReading(String text, int from) {
        this.text = text;
        this.at = from;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    int left() {
        return text.length() - at;
    }

    int position() {
        return at;
    }

    String since(int start) {
        return text.substring(start, at);
    }

    char look() {
        return look(0);
    }

    char look(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }

    /** The next {@code count} characters, which stay. */
    String peek(int count) {
        return text.substring(at, Math.min(text.length(), at + count));
    }

    void skip(int count) {
        at += count;
    }

    boolean took(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    boolean took(String expected) {
        if (text.startsWith(expected, at)) {
            at += expected.length();
            return true;
        }
        return false;
    }

    void expect(char c) {
        if (!took(c)) {
            throw UnreadableName.malformed();
        }
    }

    String rest() {
        String rest = text.substring(at);
        at = text.length();
        return rest;
    }

    String take(int length) {
        if (length > left()) {
            throw UnreadableName.malformed();
        }
        at += length;
        return text.substring(at - length, at);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** number ::= 'n'? [0-9]+, as it is written; empty if none is there. */
    String number(boolean mayBeNegative) {
        int start = at;
        if (mayBeNegative) {
            took('n');
        }
        if (!isDigit(look())) {
            return "";
        }
        while (isDigit(look())) {
            at++;
        }
        return since(start);
    }

    /** [0-9]+; a number that nothing can be as long as stays at half the largest int. */
    int positive() {
        if (!isDigit(look())) {
            throw UnreadableName.malformed();
        }
        long value = 0;
        while (isDigit(look())) {
            value = Math.min(Integer.MAX_VALUE / 2, value * 10 + (look() - '0'));
            at++;
        }
        return (int) value;
    }

    /** seq-id ::= [0-9A-Z]+ in base 36; -1 if none is there. */
    int sequenceId() {
        long value = -1;
        for (char c = look(); isDigit(c) || (c >= 'A' && c <= 'Z'); c = look()) {
            int digit = isDigit(c) ? c - '0' : c - 'A' + 10;
            value = Math.min(Integer.MAX_VALUE / 2, Math.max(0, value) * 36 + digit);
            at++;
        }
        return (int) value;
    }

    /** A source-name's identifier, of a length that may be zero. */
    String bareSourceName() {
        String name = take(positive());
        if (name.isEmpty()) {
            throw UnreadableName.malformed();
        }
        return name;
    }

    /** CV-qualifiers ::= 'r'? 'V'? 'K'? */
    int cvQualifiers() {
        int flags = took('r') ? CxxTypes.RESTRICT : 0;
        flags |= took('V') ? CxxTypes.VOLATILE : 0;
        return flags | (took('K') ? CxxTypes.CONST : 0);
    }

    CxxNode substitutable(CxxNode node) {
        substitutions.add(node);
        return node;
    }
}
