package dev.flotsam.symbols.demangle.itanium;

import dev.flotsam.symbols.demangle.text.UnreadableName;

/**
 * Literals and function parameters (Itanium C++ ABI 5.1.6.1, 5.1.6.2).
 *
 * <pre>
 * expr-primary ::= 'L' type number 'E' | 'L' type float 'E' | 'L' string-type 'E' | 'LDn' '0'? 'E' | 'L_Z' encoding 'E' | 'L' closure-type 'E'
 * function-param ::= 'fpT' | 'fp' CV-qualifiers number? '_' | 'fL' number 'p' CV-qualifiers number? '_'
 * </pre>
 */
final class PrimaryExpressions {
    private static final int FLOAT_DIGITS = 8;
    private static final int DOUBLE_DIGITS = 16;
    private static final int LONG_DOUBLE_DIGITS = 20;

    private final CxxReading r;

    PrimaryExpressions(CxxReading reading) {
        this.r = reading;
    }

    CxxNode primary() {
        r.expect('L');
        char c = r.look();
        String integer = integerType(c);
        if (integer != null) {
            r.skip(1);
            String value = number();
            r.expect('E');
            return new CxxLiterals.IntegerLiteral(integer, value);
        }
        return switch (c) {
            case 'b' -> bool();
            case 'f', 'd', 'e' -> floating(c);
            case '_' -> external();
            case 'A' -> {
                CxxNode type = r.types.type();
                r.expect('E');
                yield new CxxLiterals.StringLiteral(type);
            }
            case 'D' -> nullPointer();
            case 'T' -> throw UnreadableName.malformed();
            case 'U' -> lambda();
            default -> {
                CxxNode type = r.types.type();
                String value = number();
                r.expect('E');
                yield new CxxLiterals.EnumLiteral(type, value);
            }
        };
    }

    /** How a literal of that type is marked: by a suffix or by the type's name. */
    private static String integerType(char letter) {
        return switch (letter) {
            case 'w' -> "wchar_t";
            case 'c' -> "char";
            case 'a' -> "signed char";
            case 'h' -> "unsigned char";
            case 's' -> "short";
            case 't' -> "unsigned short";
            case 'i' -> "";
            case 'j' -> "u";
            case 'l' -> "l";
            case 'm' -> "ul";
            case 'x' -> "ll";
            case 'y' -> "ull";
            case 'n' -> "__int128";
            case 'o' -> "unsigned __int128";
            default -> null;
        };
    }

    private String number() {
        String number = r.number(true);
        if (number.isEmpty()) {
            throw UnreadableName.malformed();
        }
        return number;
    }

    private CxxNode bool() {
        if (r.took("b0E")) {
            return new CxxNames.Name("false");
        }
        if (r.took("b1E")) {
            return new CxxNames.Name("true");
        }
        throw UnreadableName.malformed();
    }

    private CxxNode floating(char letter) {
        r.skip(1);
        String text =
                switch (letter) {
                    case 'f' -> HexFloat.ofFloat(r.take(FLOAT_DIGITS));
                    case 'd' -> HexFloat.ofDouble(r.take(DOUBLE_DIGITS));
                    default -> HexFloat.ofLongDouble(r.take(LONG_DOUBLE_DIGITS));
                };
        r.expect('E');
        return new CxxNames.Name(text);
    }

    private CxxNode external() {
        if (!r.took("_Z")) {
            throw UnreadableName.malformed();
        }
        CxxNode encoding = r.encodings.encoding();
        r.expect('E');
        return encoding;
    }

    private CxxNode nullPointer() {
        if (!r.took("Dn")) {
            throw UnreadableName.malformed();
        }
        r.took('0');
        r.expect('E');
        return new CxxNames.Name("nullptr");
    }

    private CxxNode lambda() {
        if (r.look(1) != 'l') {
            throw UnreadableName.malformed();
        }
        CxxNode type = r.unqualified.unnamedType(false);
        r.expect('E');
        return new CxxLiterals.Lambda(type);
    }

    CxxNode functionParameter() {
        if (r.took("fpT")) {
            return new CxxNames.Name("this");
        }
        if (!r.took("fp")) {
            if (!r.took("fL") || r.number(false).isEmpty()) {
                throw UnreadableName.malformed();
            }
            r.expect('p');
        }
        r.cvQualifiers();
        String number = r.number(false);
        r.expect('_');
        return new CxxExpressions.FunctionParameter(number);
    }
}
