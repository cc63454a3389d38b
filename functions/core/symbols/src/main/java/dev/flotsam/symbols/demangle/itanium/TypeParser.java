package dev.flotsam.symbols.demangle.itanium;

import dev.flotsam.symbols.demangle.text.UnreadableName;

/**
 * Types (Itanium C++ ABI 5.1.5).
 *
 * <pre>
 * type ::= builtin-type | qualifiers type | function-type | class-enum-type | array-type | pointer-to-member-type
 * type ::= template-param template-args? | decltype | substitution template-args? | [PROCG] type | 'Dp' type
 * array-type ::= 'A' (number | expression)? '_' type
 * vector-type ::= 'Dv' (number | expression)? '_' ('p' | type)
 * </pre>
 */
final class TypeParser {
    private static final String PROTOCOL = "objcproto";

    private final CxxReading r;

    TypeParser(CxxReading reading) {
        this.r = reading;
    }

    CxxNode type() {
        String builtin = builtin(r.look());
        if (builtin != null) {
            r.skip(1);
            return new CxxNames.Name(builtin);
        }
        r.budget.enter();
        CxxNode type = compound();
        r.budget.leave();
        return type;
    }

    private static String builtin(char letter) {
        return switch (letter) {
            case 'v' -> "void";
            case 'w' -> "wchar_t";
            case 'b' -> "bool";
            case 'c' -> "char";
            case 'a' -> "signed char";
            case 'h' -> "unsigned char";
            case 's' -> "short";
            case 't' -> "unsigned short";
            case 'i' -> "int";
            case 'j' -> "unsigned int";
            case 'l' -> "long";
            case 'm' -> "unsigned long";
            case 'x' -> "long long";
            case 'y' -> "unsigned long long";
            case 'n' -> "__int128";
            case 'o' -> "unsigned __int128";
            case 'f' -> "float";
            case 'd' -> "double";
            case 'e' -> "long double";
            case 'g' -> "__float128";
            case 'z' -> "...";
            default -> null;
        };
    }

    /** All that is no one-letter builtin; what is read can be substituted, unless it is a substitution. */
    private CxxNode compound() {
        return switch (r.look()) {
            case 'r', 'V', 'K' ->
                r.substitutable(qualifiersApplyToFunction() ? r.functionTypes.function() : qualified());
            case 'U' -> r.substitutable(qualified());
            case 'u' -> r.substitutable(vendorType());
            case 'D' -> extended();
            case 'F' -> r.substitutable(r.functionTypes.function());
            case 'A' -> r.substitutable(array());
            case 'M' -> r.substitutable(memberPointer());
            case 'T' -> r.substitutable(templateParameterOrElaborated());
            case 'P' -> r.substitutable(new CxxTypes.Pointer(afterLetter()));
            case 'R' -> r.substitutable(new CxxTypes.Reference(afterLetter(), false));
            case 'O' -> r.substitutable(new CxxTypes.Reference(afterLetter(), true));
            case 'C' -> r.substitutable(new CxxTypes.Postfixed(afterLetter(), " complex"));
            case 'G' -> r.substitutable(new CxxTypes.Postfixed(afterLetter(), " imaginary"));
            case 'S' -> r.look(1) == 't' ? r.substitutable(classOrEnum()) : substitution();
            default -> r.substitutable(classOrEnum());
        };
    }

    private CxxNode afterLetter() {
        r.skip(1);
        return type();
    }

    private boolean qualifiersApplyToFunction() {
        int at = r.look() == 'r' ? 1 : 0;
        at += r.look(at) == 'V' ? 1 : 0;
        at += r.look(at) == 'K' ? 1 : 0;
        return r.look(at) == 'F' || (r.look(at) == 'D' && isOneOf("oOwx", r.look(at + 1)));
    }

    private static boolean isOneOf(String letters, char c) {
        return letters.indexOf(c) >= 0;
    }

    private CxxNode qualified() {
        if (r.took('U')) {
            return vendorQualified();
        }
        int flags = r.cvQualifiers();
        CxxNode type = type();
        return flags == 0 ? type : new CxxTypes.Qualified(type, flags);
    }

    private CxxNode vendorQualified() {
        String qualifier = r.bareSourceName();
        if (qualifier.startsWith(PROTOCOL)) {
            String protocol = protocol(qualifier.substring(PROTOCOL.length()));
            return new CxxTypes.ObjCProtocol(nestedQualified(), protocol);
        }
        CxxNode arguments = r.look() == 'I' ? r.templates.arguments(false) : null;
        return new CxxTypes.VendorQualified(nestedQualified(), qualifier, arguments);
    }

    private CxxNode nestedQualified() {
        r.budget.enter();
        CxxNode type = qualified();
        r.budget.leave();
        return type;
    }

    /** A source-name within a source-name. */
    private static String protocol(String sourceName) {
        return new CxxReading(sourceName, 0).bareSourceName();
    }

    /** builtin-type ::= 'u' source-name ('I' type 'E')? */
    private CxxNode vendorType() {
        r.skip(1);
        String name = r.bareSourceName();
        if (!r.took('I')) {
            return new CxxNames.Name(name);
        }
        CxxNode of = type();
        r.expect('E');
        return new CxxTypes.Transformed(name, of);
    }

    /** Types whose code starts with 'D'. */
    private CxxNode extended() {
        char letter = r.look(1);
        String name =
                switch (letter) {
                    case 'd' -> "decimal64";
                    case 'e' -> "decimal128";
                    case 'f' -> "decimal32";
                    case 'h' -> "half";
                    case 'i' -> "char32_t";
                    case 's' -> "char16_t";
                    case 'u' -> "char8_t";
                    case 'a' -> "auto";
                    case 'c' -> "decltype(auto)";
                    case 'n' -> "std::nullptr_t";
                    default -> null;
                };
        if (name != null) {
            r.skip(2);
            return new CxxNames.Name(name);
        }
        return switch (letter) {
            case 'F' -> binaryFloat();
            case 'B', 'U' -> bitInt(letter == 'B');
            case 'k', 'K' -> {
                r.skip(2);
                yield new CxxTypes.Postfixed(r.names.name(null), letter == 'k' ? " auto" : " decltype(auto)");
            }
            case 't', 'T' -> r.substitutable(decltype());
            case 'v' -> r.substitutable(vector());
            case 'p' -> {
                r.skip(2);
                yield r.substitutable(new CxxTemplates.Expansion(type()));
            }
            case 'o', 'O', 'w', 'x' -> r.substitutable(r.functionTypes.function());
            default -> throw UnreadableName.malformed();
        };
    }

    private CxxNode binaryFloat() {
        r.skip(2);
        if (r.took("16b")) {
            return new CxxNames.Name("std::bfloat16_t");
        }
        String width = r.number(false);
        r.expect('_');
        return new CxxTypes.BinaryFloat(width);
    }

    private CxxNode bitInt(boolean signed) {
        r.skip(2);
        CxxNode size = numberOrExpression();
        r.expect('_');
        return new CxxTypes.BitInt(size, signed);
    }

    private CxxNode numberOrExpression() {
        return CxxReading.isDigit(r.look()) ? new CxxNames.Name(r.number(false)) : r.expressions.expression();
    }

    CxxNode decltype() {
        r.expect('D');
        if (!r.took('t')) {
            r.expect('T');
        }
        CxxNode expression = r.expressions.expression();
        r.expect('E');
        return new CxxExpressions.Enclosing("decltype", expression, Precedence.PRIMARY);
    }

    private CxxNode vector() {
        r.skip(2);
        if (r.took('_')) {
            return new CxxTypes.Vector(type(), null);
        }
        boolean number = r.look() >= '1' && r.look() <= '9';
        CxxNode size = number ? new CxxNames.Name(r.number(false)) : r.expressions.expression();
        r.expect('_');
        if (number && r.took('p')) {
            return new CxxTypes.PixelVector(size);
        }
        return new CxxTypes.Vector(type(), size);
    }

    private CxxNode array() {
        r.skip(1);
        if (r.took('_')) {
            return new CxxTypes.Array(type(), null);
        }
        CxxNode bound = numberOrExpression();
        r.expect('_');
        return new CxxTypes.Array(type(), bound);
    }

    private CxxNode memberPointer() {
        r.skip(1);
        CxxNode owner = type();
        return new CxxTypes.MemberPointer(owner, type());
    }

    private CxxNode templateParameterOrElaborated() {
        if (isOneOf("sue", r.look(1))) {
            return classOrEnum();
        }
        CxxNode parameter = r.templates.parameter();
        if (!r.argumentsMayFollow || r.look() != 'I') {
            return parameter;
        }
        return new CxxNames.Specialized(parameter, r.templates.arguments(false));
    }

    /** A substitution; with arguments it is a new type. */
    private CxxNode substitution() {
        NameParser.Unscoped unscoped = r.names.unscoped(null, true);
        if (r.look() == 'I' && (!unscoped.substituted() || r.argumentsMayFollow)) {
            if (!unscoped.substituted()) {
                r.substitutions.add(unscoped.name());
            }
            return r.substitutable(new CxxNames.Specialized(unscoped.name(), r.templates.arguments(false)));
        }
        return unscoped.substituted() ? unscoped.name() : r.substitutable(unscoped.name());
    }

    /** class-enum-type ::= name | 'T' [sue] name */
    private CxxNode classOrEnum() {
        String word = r.took("Ts") ? "struct" : r.took("Tu") ? "union" : r.took("Te") ? "enum" : "";
        CxxNode name = r.names.name(null);
        return word.isEmpty() ? name : new CxxTypes.Elaborated(word, name);
    }
}
