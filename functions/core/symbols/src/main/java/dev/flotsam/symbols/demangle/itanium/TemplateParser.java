package dev.flotsam.symbols.demangle.itanium;

import dev.flotsam.symbols.demangle.text.UnreadableName;
import java.util.ArrayList;
import java.util.List;

/**
 * Template arguments, parameters and their declarations (Itanium C++ ABI 5.1.5.8, 5.1.7).
 *
 * <pre>
 * template-args ::= 'I' template-arg* ('Q' constraint)? 'E'
 * template-arg ::= type | 'X' expression 'E' | expr-primary | 'J' template-arg* 'E' | 'LZ' encoding 'E' | template-param-decl template-arg
 * template-param ::= 'T' ('L' number '_')? number? '_'
 * template-param-decl ::= 'Ty' | 'Tk' name | 'Tn' type | 'Tt' template-param-decl* 'E' | 'Tp' template-param-decl
 * </pre>
 */
final class TemplateParser {
    private static final String TYPE_NAME = "$T";
    private static final String VALUE_NAME = "$N";
    private static final String TEMPLATE_NAME = "$TT";

    private final CxxReading r;
    private int types;
    private int values;
    private int templates;

    TemplateParser(CxxReading reading) {
        this.r = reading;
    }

    /** Arguments; those of the encoding itself are what its template parameters refer to. */
    CxxNode arguments(boolean ofEncoding) {
        r.budget.enter();
        r.expect('I');
        if (ofEncoding) {
            r.argumentLevels.clear();
            r.argumentLevels.add(r.outerArguments);
            r.outerArguments.clear();
        }
        List<CxxNode> arguments = new ArrayList<>(4);
        while (!r.took('E')) {
            CxxNode argument = argument();
            arguments.add(argument);
            if (ofEncoding) {
                r.outerArguments.add(referredTo(argument));
            }
            if (r.took('Q')) {
                constraint();
                r.expect('E');
                break;
            }
        }
        r.budget.leave();
        return new CxxTemplates.Arguments(arguments);
    }

    private static CxxNode referredTo(CxxNode argument) {
        if (argument instanceof CxxTemplates.ArgumentPack pack) {
            return new CxxTemplates.ParameterPack(pack.list());
        }
        return argument instanceof CxxTemplates.QualifiedArgument qualified ? qualified.argument() : argument;
    }

    CxxNode argument() {
        r.budget.enter();
        CxxNode argument =
                switch (r.look()) {
                    case 'X' -> {
                        r.skip(1);
                        CxxNode expression = r.expressions.expression();
                        r.expect('E');
                        yield expression;
                    }
                    case 'J' -> pack();
                    case 'L' -> literal();
                    case 'T' -> isParameterDeclaration() ? qualifiedArgument() : r.types.type();
                    default -> r.types.type();
                };
        r.budget.leave();
        return argument;
    }

    private CxxNode pack() {
        r.skip(1);
        List<CxxNode> elements = new ArrayList<>(4);
        while (!r.took('E')) {
            elements.add(argument());
        }
        return new CxxTemplates.ArgumentPack(elements);
    }

    private CxxNode literal() {
        if (r.took("LZ")) {
            CxxNode encoding = r.encodings.encoding();
            r.expect('E');
            return encoding;
        }
        return r.primaries.primary();
    }

    private CxxNode qualifiedArgument() {
        parameterDeclaration(null);
        return new CxxTemplates.QualifiedArgument(argument());
    }

    /** A constraint; its parameters are written by number, because it may be read out of their scope. */
    CxxNode constraint() {
        boolean saved = r.inConstraint;
        r.inConstraint = true;
        CxxNode constraint = r.expressions.expression();
        r.inConstraint = saved;
        return constraint;
    }

    CxxNode parameter() {
        int start = r.position();
        r.expect('T');
        int level = 0;
        if (r.took('L')) {
            level = r.positive() + 1;
            r.expect('_');
        }
        int index = 0;
        if (!r.took('_')) {
            index = r.positive() + 1;
            r.expect('_');
        }
        if (r.inConstraint) {
            String written = r.since(start);
            return new CxxNames.Name(written.substring(0, written.length() - 1));
        }
        if (r.forwardAllowed && level == 0) {
            CxxTemplates.ForwardReference reference = new CxxTemplates.ForwardReference(index);
            r.forwardReferences.add(reference);
            return reference;
        }
        List<CxxNode> arguments = level < r.argumentLevels.size() ? r.argumentLevels.get(level) : null;
        if (arguments != null && index < arguments.size()) {
            return arguments.get(index);
        }
        return autoParameter(level);
    }

    /** A generic lambda's {@code auto} is mangled as a template parameter that is declared nowhere. */
    private CxxNode autoParameter(int level) {
        if (r.lambdaParameterLevel != level || level > r.argumentLevels.size()) {
            throw UnreadableName.malformed();
        }
        if (level == r.argumentLevels.size()) {
            r.argumentLevels.add(null);
        }
        return new CxxNames.Name("auto");
    }

    boolean isParameterDeclaration() {
        return r.look() == 'T' && r.look(1) != '\0' && "yptnk".indexOf(r.look(1)) >= 0;
    }

    /** A parameter with an invented name, which is added to {@code scope} unless that is null. */
    CxxNode parameterDeclaration(List<CxxNode> scope) {
        r.budget.enter();
        CxxNode declaration = declaration(scope);
        r.budget.leave();
        return declaration;
    }

    private CxxNode declaration(List<CxxNode> scope) {
        if (r.took("Ty")) {
            return new CxxTemplates.TypeParameter(null, invent(TYPE_NAME, types++, scope));
        }
        if (r.took("Tk")) {
            CxxNode concept = r.names.name(null);
            return new CxxTemplates.TypeParameter(concept, invent(TYPE_NAME, types++, scope));
        }
        if (r.took("Tn")) {
            CxxNode name = invent(VALUE_NAME, values++, scope);
            return new CxxTemplates.ValueParameter(r.types.type(), name);
        }
        if (r.took("Tt")) {
            return templateParameter(invent(TEMPLATE_NAME, templates++, scope));
        }
        if (r.took("Tp")) {
            return new CxxTemplates.PackParameter(parameterDeclaration(scope));
        }
        throw UnreadableName.malformed();
    }

    private static CxxNode invent(String prefix, int index, List<CxxNode> scope) {
        CxxNode name = new CxxTemplates.InventedName(prefix, index);
        if (scope != null) {
            scope.add(name);
        }
        return name;
    }

    private CxxNode templateParameter(CxxNode name) {
        List<CxxNode> scope = new ArrayList<>(2);
        int levels = r.argumentLevels.size();
        r.argumentLevels.add(scope);
        List<CxxNode> parameters = new ArrayList<>(2);
        CxxNode constraint = null;
        while (!r.took('E')) {
            parameters.add(parameterDeclaration(scope));
            if (r.took('Q')) {
                constraint = constraint();
                r.expect('E');
                break;
            }
        }
        while (r.argumentLevels.size() > levels) {
            r.argumentLevels.removeLast();
        }
        return new CxxTemplates.TemplateParameter(parameters, name, constraint);
    }
}
