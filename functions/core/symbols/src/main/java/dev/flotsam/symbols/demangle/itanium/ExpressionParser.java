package dev.flotsam.symbols.demangle.itanium;

import dev.flotsam.symbols.demangle.text.UnreadableName;
import java.util.ArrayList;
import java.util.List;

/**
 * Expressions (Itanium C++ ABI 5.1.6): operators by their two letters, the rest by a prefix of its own.
 *
 * <pre>
 * expression ::= operator-name expression* | 'cl' expression+ 'E' | 'cv' type (expression | '_' expression* 'E')
 * expression ::= 'gs'? ('nw' | 'na') expression* '_' type ('pi' expression*)? 'E' | 'il' … | 'tl' type … | 'nx' expression
 * expression ::= 'sp' expression | 'sZ' … | 'sP' template-arg* 'E' | 'tw' expression | 'tr' | 'f' [lrLR] operator-name expression+
 * expression ::= 'rq' requirement+ 'E' | 'rQ' type* '_' requirement+ 'E' | 'so' … | 'mc' … | 'u' source-name template-arg* 'E'
 * expression ::= template-param | function-param | expr-primary | unresolved-name
 * </pre>
 */
final class ExpressionParser {
    private final CxxReading r;

    ExpressionParser(CxxReading reading) {
        this.r = reading;
    }

    CxxNode expression() {
        r.budget.enter();
        boolean global = r.took("gs");
        Operator operator = Operator.at(r);
        CxxNode expression = operator != null ? operation(operator, global) : prefixed(global);
        r.budget.leave();
        return expression;
    }

    private CxxNode operation(Operator operator, boolean global) {
        Precedence precedence = operator.precedence;
        return switch (operator.kind) {
            case BINARY -> {
                CxxNode left = expression();
                yield new CxxExpressions.Binary(left, operator.symbol, expression(), precedence);
            }
            case PREFIX -> new CxxExpressions.Prefix(operator.symbol, expression(), precedence);
            case POSTFIX ->
                r.took('_')
                        ? new CxxExpressions.Prefix(operator.symbol, expression(), precedence)
                        : new CxxExpressions.Postfix(expression(), operator.symbol, precedence);
            case ARRAY -> {
                CxxNode array = expression();
                yield new CxxExpressions.Subscript(array, expression(), precedence);
            }
            case MEMBER -> {
                CxxNode object = expression();
                yield new CxxExpressions.Member(object, operator.symbol, expression(), precedence);
            }
            case NEW -> newExpression(operator, global);
            case DELETE -> new CxxExpressions.Delete(expression(), global, operator.flag, precedence);
            case CALL -> {
                CxxNode callee = expression();
                yield new CxxExpressions.Call(callee, expressionsTo('E'), precedence);
            }
            case CAST -> cast(precedence);
            case CONDITIONAL -> {
                CxxNode condition = expression();
                CxxNode then = expression();
                yield new CxxExpressions.Conditional(condition, then, expression(), precedence);
            }
            case NAMED_CAST -> {
                CxxNode type = r.types.type();
                yield new CxxExpressions.NamedCast(operator.symbol, type, expression(), precedence);
            }
            case OF_OPERAND ->
                new CxxExpressions.Enclosing(
                        operator.symbol, operator.flag ? r.types.type() : expression(), precedence);
            case NAME_ONLY -> throw UnreadableName.malformed();
        };
    }

    private List<CxxNode> expressionsTo(char end) {
        List<CxxNode> expressions = new ArrayList<>(2);
        while (!r.took(end)) {
            expressions.add(expression());
        }
        return expressions;
    }

    private CxxNode newExpression(Operator operator, boolean global) {
        List<CxxNode> placement = expressionsTo('_');
        CxxNode type = r.types.type();
        List<CxxNode> arguments = List.of();
        if (r.took("pi")) {
            arguments = expressionsTo('E');
        } else {
            r.expect('E');
        }
        return new CxxExpressions.New(placement, type, arguments, global, operator.flag, operator.precedence);
    }

    private CxxNode cast(Precedence precedence) {
        boolean saved = r.argumentsMayFollow;
        r.argumentsMayFollow = false;
        CxxNode type = r.types.type();
        r.argumentsMayFollow = saved;
        List<CxxNode> operands = r.took('_') ? expressionsTo('E') : List.of(expression());
        return new CxxExpressions.Cast(type, operands, precedence);
    }

    private CxxNode prefixed(boolean global) {
        if (r.left() < 2) {
            throw UnreadableName.malformed();
        }
        char c = r.look();
        return switch (c) {
            case 'L' -> r.primaries.primary();
            case 'T' -> r.templates.parameter();
            case 'f' -> {
                boolean isParameter = r.look(1) == 'p' || (r.look(1) == 'L' && CxxReading.isDigit(r.look(2)));
                yield isParameter ? r.primaries.functionParameter() : fold();
            }
            default -> {
                CxxNode worded = worded(r.peek(2));
                yield worded != null ? worded : c == 'u' ? vendor() : r.unresolved.unresolved(global);
            }
        };
    }

    /** Expressions with a two-letter prefix that is no operator; null if this is none. */
    private CxxNode worded(String code) {
        return switch (code) {
            case "il" -> new CxxExpressions.InitializerList(null, bracedAfter(2));
            case "tl" -> {
                r.skip(2);
                CxxNode type = r.types.type();
                yield new CxxExpressions.InitializerList(type, bracedAfter(0));
            }
            case "mc" -> {
                r.skip(2);
                CxxNode type = r.types.type();
                CxxNode operand = expression();
                r.number(true);
                r.expect('E');
                yield new CxxExpressions.MemberPointerCast(type, operand, Precedence.UNARY);
            }
            case "nx" -> {
                r.skip(2);
                yield new CxxExpressions.Enclosing("noexcept ", expression(), Precedence.UNARY);
            }
            case "rq", "rQ" -> requires();
            case "so" -> subobject();
            case "sp" -> {
                r.skip(2);
                yield new CxxTemplates.Expansion(expression());
            }
            case "sZ" -> {
                r.skip(2);
                yield r.look() == 'T'
                        ? new CxxExpressions.SizeofPack(r.templates.parameter())
                        : new CxxExpressions.Enclosing(
                                "sizeof... ", r.primaries.functionParameter(), Precedence.PRIMARY);
            }
            case "sP" -> {
                r.skip(2);
                CxxNode arguments = new CxxTemplates.ArgumentPack(argumentsToEnd());
                yield new CxxExpressions.Enclosing("sizeof... ", arguments, Precedence.PRIMARY);
            }
            case "tr" -> {
                r.skip(2);
                yield new CxxNames.Name("throw");
            }
            case "tw" -> {
                r.skip(2);
                yield new CxxExpressions.Throw(expression());
            }
            default -> null;
        };
    }

    private List<CxxNode> argumentsToEnd() {
        List<CxxNode> arguments = new ArrayList<>(2);
        while (!r.took('E')) {
            arguments.add(r.templates.argument());
        }
        return arguments;
    }

    private List<CxxNode> bracedAfter(int prefix) {
        r.skip(prefix);
        List<CxxNode> elements = new ArrayList<>(2);
        while (!r.took('E')) {
            elements.add(braced());
        }
        return elements;
    }

    /** braced-expression ::= expression | 'di' source-name braced | 'dx' expression braced | 'dX' expression expression braced */
    private CxxNode braced() {
        r.budget.enter();
        CxxNode braced =
                switch (r.peek(2)) {
                    case "di" -> {
                        r.skip(2);
                        CxxNode field = r.unqualified.sourceName();
                        yield new CxxExpressions.Designated(field, null, braced(), true);
                    }
                    case "dx" -> {
                        r.skip(2);
                        CxxNode index = expression();
                        yield new CxxExpressions.Designated(index, null, braced(), false);
                    }
                    case "dX" -> {
                        r.skip(2);
                        CxxNode first = expression();
                        CxxNode last = expression();
                        yield new CxxExpressions.Designated(first, last, braced(), false);
                    }
                    default -> expression();
                };
        r.budget.leave();
        return braced;
    }

    private CxxNode fold() {
        r.expect('f');
        char letter = r.look();
        if ("LRlr".indexOf(letter) < 0) {
            throw UnreadableName.malformed();
        }
        r.skip(1);
        boolean leftToRight = letter == 'L' || letter == 'l';
        Operator operator = Operator.at(r);
        if (operator == null || !foldable(operator)) {
            throw UnreadableName.malformed();
        }
        CxxNode first = expression();
        CxxNode second = letter == 'L' || letter == 'R' ? expression() : null;
        boolean swapped = leftToRight && second != null;
        return new CxxExpressions.Fold(
                leftToRight, operator.symbol, swapped ? second : first, swapped ? first : second);
    }

    private static boolean foldable(Operator operator) {
        return operator.kind == Operator.Kind.BINARY
                || (operator.kind == Operator.Kind.MEMBER && operator.symbol.endsWith("*"));
    }

    private CxxNode subobject() {
        r.skip(2);
        CxxNode type = r.types.type();
        CxxNode object = expression();
        String offset = r.number(true);
        while (r.took('_')) {
            r.number(false);
        }
        r.took('p');
        r.expect('E');
        return new CxxLiterals.Subobject(type, object, offset);
    }

    private CxxNode requires() {
        List<CxxNode> parameters = new ArrayList<>(0);
        if (r.took("rQ")) {
            while (!r.took('_')) {
                parameters.add(r.types.type());
            }
        } else {
            r.skip(2);
        }
        List<CxxNode> requirements = new ArrayList<>(2);
        do {
            requirements.add(requirement());
        } while (!r.took('E'));
        return new CxxRequirements.Requires(parameters, requirements);
    }

    /** requirement ::= 'X' expression 'N'? ('R' name)? | 'T' type | 'Q' expression */
    private CxxNode requirement() {
        if (r.took('X')) {
            CxxNode expression = expression();
            boolean noexcept = r.took('N');
            CxxNode constraint = r.took('R') ? r.names.name(null) : null;
            return new CxxRequirements.ExpressionRequirement(expression, noexcept, constraint);
        }
        if (r.took('T')) {
            return new CxxRequirements.WordRequirement(" typename ", r.types.type());
        }
        r.expect('Q');
        return new CxxRequirements.WordRequirement(" requires ", expression());
    }

    /** A vendor's builtin: {@code 'u' source-name template-arg* 'E'}; Microsoft's uuidof takes one operand. */
    private CxxNode vendor() {
        r.skip(1);
        CxxNode name = r.unqualified.sourceName();
        List<CxxNode> arguments;
        if (name.baseName().equals("__uuidof") && r.took('t')) {
            arguments = List.of(r.types.type());
        } else if (name.baseName().equals("__uuidof") && r.took('z')) {
            arguments = List.of(expression());
        } else {
            arguments = argumentsToEnd();
        }
        return new CxxExpressions.Call(name, arguments, Precedence.POSTFIX);
    }
}
