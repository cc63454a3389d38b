package dev.flotsam.symbols.demangle.itanium;

/** Operator precedence, strongest first; decides where an operand gets parentheses. */
enum Precedence {
    PRIMARY,
    POSTFIX,
    UNARY,
    CAST,
    POINTER_TO_MEMBER,
    MULTIPLICATIVE,
    ADDITIVE,
    SHIFT,
    SPACESHIP,
    RELATIONAL,
    EQUALITY,
    AND,
    XOR,
    OR,
    AND_IF,
    OR_IF,
    CONDITIONAL,
    ASSIGN,
    COMMA,
    DEFAULT
}
