package dev.flotsam.symbols.demangle.itanium;

import dev.flotsam.symbols.demangle.itanium.EncodingParser.NameFacts;
import dev.flotsam.symbols.demangle.text.UnreadableName;
import java.util.ArrayList;
import java.util.List;

/**
 * Names without their scope (Itanium C++ ABI 5.1.3, 5.1.7).
 *
 * <pre>
 * unqualified-name ::= module-name? 'F'? 'L'? (operator-name | source-name | unnamed-type-name | ctor-dtor-name) abi-tag*
 * unqualified-name ::= module-name? 'L'? 'DC' source-name+ 'E'
 * unnamed-type-name ::= 'Ut' number? '_' | 'Ul' lambda-sig 'E' number? '_' | 'Ub' number? '_'
 * ctor-dtor-name ::= 'C' 'I'? [12345] name? | 'D' [01245]
 * abi-tag ::= 'B' source-name
 * </pre>
 */
final class UnqualifiedNames {
    private static final String ANONYMOUS = "_GLOBAL__N";

    private final CxxReading r;

    UnqualifiedNames(CxxReading reading) {
        this.r = reading;
    }

    CxxNode unqualified(NameFacts facts, CxxNode scope, CxxSpecials.Module substituted) {
        CxxSpecials.Module module = moduleName(substituted);
        boolean isFriend = scope != null && r.took('F');
        r.took('L');
        char c = r.look();
        CxxNode outer = scope;
        CxxNode name;
        if (c >= '1' && c <= '9') {
            name = sourceName();
        } else if (c == 'U') {
            name = unnamedType(facts != null);
        } else if (r.took("DC")) {
            name = bindings();
        } else if (c == 'C' || c == 'D') {
            if (scope == null || module != null) {
                throw UnreadableName.malformed();
            }
            if (scope instanceof CxxNames.Standard standard && !standard.expanded()) {
                outer = new CxxNames.Standard(standard.which(), true);
            }
            name = constructor(facts, outer);
        } else {
            name = operatorName(facts);
        }
        if (module != null) {
            name = new CxxSpecials.InModule(name, module);
        }
        name = abiTags(name);
        if (outer == null) {
            return name;
        }
        return isFriend ? new CxxNames.Nested(outer, name, "::friend ") : new CxxNames.Nested(outer, name);
    }

    /** module-name ::= ('W' 'P'? source-name)+ */
    CxxSpecials.Module moduleName(CxxSpecials.Module parent) {
        CxxSpecials.Module module = parent;
        while (r.took('W')) {
            boolean partition = r.took('P');
            module = new CxxSpecials.Module(module, sourceName(), partition);
            r.substitutions.add(module);
        }
        return module;
    }

    CxxNode sourceName() {
        String name = r.bareSourceName();
        return new CxxNames.Name(name.startsWith(ANONYMOUS) ? "(anonymous namespace)" : name);
    }

    private CxxNode bindings() {
        List<CxxNode> names = new ArrayList<>(2);
        do {
            names.add(sourceName());
        } while (!r.took('E'));
        return new CxxNames.Bindings(names);
    }

    CxxNode abiTags(CxxNode name) {
        CxxNode tagged = name;
        while (r.took('B')) {
            tagged = new CxxNames.AbiTagged(tagged, r.bareSourceName());
        }
        return tagged;
    }

    private CxxNode constructor(NameFacts facts, CxxNode of) {
        boolean destructor = r.took('D');
        boolean inherited = false;
        if (!destructor) {
            r.expect('C');
            inherited = r.took('I');
        }
        if ((destructor ? "01245" : "12345").indexOf(r.look()) < 0 || r.atEnd()) {
            throw UnreadableName.malformed();
        }
        r.skip(1);
        if (facts != null) {
            facts.constructorOrConversion = true;
        }
        if (inherited) {
            r.names.name(facts);
        }
        return new CxxNames.Constructor(of, destructor);
    }

    /** operator-name ::= code | 'cv' type | 'li' source-name | 'v' digit source-name */
    CxxNode operatorName(NameFacts facts) {
        Operator operator = Operator.at(r);
        if (operator != null) {
            return switch (operator.kind) {
                case CAST -> conversion(facts);
                case NAMED_CAST, OF_OPERAND -> throw UnreadableName.malformed();
                case MEMBER -> {
                    if (!operator.flag) {
                        throw UnreadableName.malformed();
                    }
                    yield new CxxNames.Name(operator.spelling);
                }
                default -> new CxxNames.Name(operator.spelling);
            };
        }
        if (r.took("li")) {
            return new CxxNames.LiteralOperator(sourceName());
        }
        if (r.took('v') && CxxReading.isDigit(r.look())) {
            r.skip(1);
            return new CxxNames.Conversion(sourceName());
        }
        throw UnreadableName.malformed();
    }

    private CxxNode conversion(NameFacts facts) {
        boolean savedArguments = r.argumentsMayFollow;
        boolean savedForward = r.forwardAllowed;
        r.argumentsMayFollow = false;
        r.forwardAllowed |= facts != null;
        CxxNode type = r.types.type();
        r.argumentsMayFollow = savedArguments;
        r.forwardAllowed = savedForward;
        if (facts != null) {
            facts.constructorOrConversion = true;
        }
        return new CxxNames.Conversion(type);
    }

    CxxNode unnamedType(boolean ofFunction) {
        if (ofFunction) {
            r.argumentLevels.clear();
        }
        if (r.took("Ut")) {
            String count = r.number(false);
            r.expect('_');
            return new CxxNames.Unnamed(count);
        }
        if (r.took("Ul")) {
            return closure();
        }
        if (r.took("Ub")) {
            r.number(false);
            r.expect('_');
            return new CxxNames.Name("'block-literal'");
        }
        throw UnreadableName.malformed();
    }

    /** lambda-sig ::= template-param-decl* ('Q' constraint)? ('v' | type+) ('Q' constraint)? */
    private CxxNode closure() {
        int savedLevel = r.lambdaParameterLevel;
        int levels = r.argumentLevels.size();
        r.lambdaParameterLevel = levels;
        List<CxxNode> own = new ArrayList<>(2);
        r.argumentLevels.add(own);
        List<CxxNode> templateParameters = new ArrayList<>(2);
        while (r.templates.isParameterDeclaration()) {
            templateParameters.add(r.templates.parameterDeclaration(own));
        }
        if (templateParameters.isEmpty()) {
            r.argumentLevels.removeLast();
        }
        CxxNode constraint = r.took('Q') ? r.templates.constraint() : null;
        List<CxxNode> parameters = new ArrayList<>(2);
        if (!r.took('v')) {
            do {
                parameters.add(r.types.type());
            } while (r.look() != 'E' && r.look() != 'Q');
        }
        CxxNode trailing = r.took('Q') ? r.templates.constraint() : null;
        r.expect('E');
        String count = r.number(false);
        r.expect('_');
        r.lambdaParameterLevel = savedLevel;
        while (r.argumentLevels.size() > levels) {
            r.argumentLevels.removeLast();
        }
        return new CxxNames.Closure(templateParameters, constraint, parameters, trailing, count);
    }
}
