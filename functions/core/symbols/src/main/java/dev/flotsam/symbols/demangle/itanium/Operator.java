package dev.flotsam.symbols.demangle.itanium;

import java.util.Map;

/** Operators and the two letters that stand for them (Itanium C++ ABI 5.1.5.1, and LLVM's extensions). */
final class Operator {
    /** What an operator takes. */
    enum Kind {
        PREFIX,
        POSTFIX,
        BINARY,
        ARRAY,
        MEMBER,
        NEW,
        DELETE,
        CALL,
        CAST,
        CONDITIONAL,
        /** Only a function can have that name; no expression. */
        NAME_ONLY,
        /** {@code static_cast} and the like. */
        NAMED_CAST,
        /** {@code sizeof}, {@code alignof}, {@code typeid}. */
        OF_OPERAND
    }

    private static final String WORD = "operator";

    final Kind kind;
    /** Of an array ({@code new[]}), of a type ({@code sizeof}), or nameable ({@code ->}). */
    final boolean flag;

    final Precedence precedence;
    final String spelling;
    /** As it is written in an expression. */
    final String symbol;

    private Operator(Kind kind, boolean flag, Precedence precedence, String spelling) {
        this.kind = kind;
        this.flag = flag;
        this.precedence = precedence;
        this.spelling = spelling;
        this.symbol = kind == Kind.NAMED_CAST || kind == Kind.OF_OPERAND
                ? spelling
                : spelling.substring(WORD.length()).stripLeading();
    }

    private static Operator binary(String symbol, Precedence precedence) {
        return new Operator(Kind.BINARY, false, precedence, WORD + symbol);
    }

    private static Operator assign(String symbol) {
        return binary(symbol, Precedence.ASSIGN);
    }

    private static Operator prefix(String symbol) {
        return new Operator(Kind.PREFIX, false, Precedence.UNARY, WORD + symbol);
    }

    private static Operator postfix(Kind kind, String symbol) {
        return new Operator(kind, false, Precedence.POSTFIX, WORD + symbol);
    }

    private static Operator member(String symbol, boolean nameable, Precedence precedence) {
        return new Operator(Kind.MEMBER, nameable, precedence, WORD + symbol);
    }

    private static Operator memory(Kind kind, boolean array, String spelling) {
        return new Operator(kind, array, Precedence.UNARY, WORD + spelling);
    }

    private static Operator cast(String spelling) {
        return new Operator(Kind.NAMED_CAST, false, Precedence.POSTFIX, spelling);
    }

    private static Operator of(String spelling, boolean type, Precedence precedence) {
        return new Operator(Kind.OF_OPERAND, type, precedence, spelling);
    }

    private static final Map<String, Operator> BY_CODE = Map.ofEntries(
            Map.entry("aN", assign("&=")),
            Map.entry("aS", assign("=")),
            Map.entry("aa", binary("&&", Precedence.AND_IF)),
            Map.entry("ad", prefix("&")),
            Map.entry("an", binary("&", Precedence.AND)),
            Map.entry("at", of("alignof ", true, Precedence.UNARY)),
            Map.entry("aw", new Operator(Kind.NAME_ONLY, false, Precedence.PRIMARY, "operator co_await")),
            Map.entry("az", of("alignof ", false, Precedence.UNARY)),
            Map.entry("cc", cast("const_cast")),
            Map.entry("cl", postfix(Kind.CALL, "()")),
            Map.entry("cm", binary(",", Precedence.COMMA)),
            Map.entry("co", prefix("~")),
            Map.entry("cv", new Operator(Kind.CAST, false, Precedence.CAST, WORD)),
            Map.entry("dV", assign("/=")),
            Map.entry("da", memory(Kind.DELETE, true, " delete[]")),
            Map.entry("dc", cast("dynamic_cast")),
            Map.entry("de", prefix("*")),
            Map.entry("dl", memory(Kind.DELETE, false, " delete")),
            Map.entry("ds", member(".*", false, Precedence.POINTER_TO_MEMBER)),
            Map.entry("dt", member(".", false, Precedence.POSTFIX)),
            // LLVM gives division the precedence of assignment; its output is the oracle.
            Map.entry("dv", assign("/")),
            Map.entry("eO", assign("^=")),
            Map.entry("eo", binary("^", Precedence.XOR)),
            Map.entry("eq", binary("==", Precedence.EQUALITY)),
            Map.entry("ge", binary(">=", Precedence.RELATIONAL)),
            Map.entry("gt", binary(">", Precedence.RELATIONAL)),
            Map.entry("ix", postfix(Kind.ARRAY, "[]")),
            Map.entry("lS", assign("<<=")),
            Map.entry("le", binary("<=", Precedence.RELATIONAL)),
            Map.entry("ls", binary("<<", Precedence.SHIFT)),
            Map.entry("lt", binary("<", Precedence.RELATIONAL)),
            Map.entry("mI", assign("-=")),
            Map.entry("mL", assign("*=")),
            Map.entry("mi", binary("-", Precedence.ADDITIVE)),
            Map.entry("ml", binary("*", Precedence.MULTIPLICATIVE)),
            Map.entry("mm", postfix(Kind.POSTFIX, "--")),
            Map.entry("na", memory(Kind.NEW, true, " new[]")),
            Map.entry("ne", binary("!=", Precedence.EQUALITY)),
            Map.entry("ng", prefix("-")),
            Map.entry("nt", prefix("!")),
            Map.entry("nw", memory(Kind.NEW, false, " new")),
            Map.entry("oR", assign("|=")),
            Map.entry("oo", binary("||", Precedence.OR_IF)),
            Map.entry("or", binary("|", Precedence.OR)),
            Map.entry("pL", assign("+=")),
            Map.entry("pl", binary("+", Precedence.ADDITIVE)),
            Map.entry("pm", member("->*", false, Precedence.POINTER_TO_MEMBER)),
            Map.entry("pp", postfix(Kind.POSTFIX, "++")),
            Map.entry("ps", prefix("+")),
            Map.entry("pt", member("->", true, Precedence.POSTFIX)),
            Map.entry("qu", new Operator(Kind.CONDITIONAL, false, Precedence.CONDITIONAL, "operator?")),
            Map.entry("rM", assign("%=")),
            Map.entry("rS", assign(">>=")),
            Map.entry("rc", cast("reinterpret_cast")),
            Map.entry("rm", binary("%", Precedence.MULTIPLICATIVE)),
            Map.entry("rs", binary(">>", Precedence.SHIFT)),
            Map.entry("sc", cast("static_cast")),
            Map.entry("ss", binary("<=>", Precedence.SPACESHIP)),
            Map.entry("st", of("sizeof ", true, Precedence.UNARY)),
            Map.entry("sz", of("sizeof ", false, Precedence.UNARY)),
            Map.entry("te", of("typeid ", false, Precedence.POSTFIX)),
            Map.entry("ti", of("typeid ", true, Precedence.POSTFIX)));

    /** The operator whose code is next, which is then taken; null if none is. */
    static Operator at(CxxReading r) {
        if (r.left() < 2) {
            return null;
        }
        Operator operator = BY_CODE.get(r.peek(2));
        if (operator != null) {
            r.skip(2);
        }
        return operator;
    }
}
