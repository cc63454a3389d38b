package dev.flotsam.symbols.demangle.itanium;

import dev.flotsam.symbols.demangle.itanium.EncodingParser.NameFacts;
import dev.flotsam.symbols.demangle.text.UnreadableName;
import java.util.ArrayList;
import java.util.List;

/**
 * Names in their scopes (Itanium C++ ABI 5.1.3, 5.1.6, 5.1.10).
 *
 * <pre>
 * name ::= nested-name | local-name | unscoped-name | unscoped-template-name template-args
 * nested-name ::= 'N' 'H'? CV-qualifiers? ref-qualifier? prefix unqualified-name 'E'
 * local-name ::= 'Z' encoding 'E' (name discriminator? | 's' discriminator? | 'd' number? '_' name)
 * substitution ::= 'S' seq-id? '_' | 'St' | 'S' [absiod]
 * </pre>
 */
final class NameParser {
    private final CxxReading r;

    NameParser(CxxReading reading) {
        this.r = reading;
    }

    /** A name; {@code facts} is null where it is no function's. */
    CxxNode name(NameFacts facts) {
        r.budget.enter();
        CxxNode name =
                switch (r.look()) {
                    case 'N' -> nested(facts);
                    case 'Z' -> local(facts);
                    default -> unscopedWithArguments(facts);
                };
        r.budget.leave();
        return name;
    }

    private CxxNode unscopedWithArguments(NameFacts facts) {
        Unscoped unscoped = unscoped(facts, true);
        CxxNode name = unscoped.name;
        if (r.look() == 'I') {
            if (!unscoped.substituted) {
                r.substitutions.add(name);
            }
            CxxNode arguments = r.templates.arguments(facts != null);
            if (facts != null) {
                facts.endsWithArguments = true;
            }
            return new CxxNames.Specialized(name, arguments);
        }
        if (unscoped.substituted) {
            throw UnreadableName.malformed();
        }
        return name;
    }

    /** An unscoped name, and whether it was only a substitution. */
    record Unscoped(CxxNode name, boolean substituted) {}

    /** unscoped-name ::= unqualified-name | 'St' unqualified-name | substitution, where that is allowed */
    Unscoped unscoped(NameFacts facts, boolean maySubstitute) {
        CxxNode std = r.took("St") ? new CxxNames.Name("std") : null;
        CxxSpecials.Module module = null;
        if (r.look() == 'S') {
            CxxNode substituted = substitution();
            if (substituted instanceof CxxSpecials.Module m) {
                module = m;
            } else if (maySubstitute && std == null) {
                return new Unscoped(substituted, true);
            } else {
                throw UnreadableName.malformed();
            }
        }
        return new Unscoped(r.unqualified.unqualified(facts, std, module), false);
    }

    private CxxNode local(NameFacts facts) {
        r.expect('Z');
        CxxNode function = r.encodings.encoding();
        r.expect('E');
        if (r.took('s')) {
            discriminator();
            return new CxxNames.Local(function, new CxxNames.Name("string literal"));
        }
        List<CxxNode> savedOuter = r.outerArguments;
        List<List<CxxNode>> savedLevels = r.argumentLevels;
        r.outerArguments = new ArrayList<>(4);
        r.argumentLevels = new ArrayList<>(2);
        boolean inDefaultArgument = r.took('d');
        if (inDefaultArgument) {
            r.number(true);
            r.expect('_');
        }
        CxxNode entity = name(facts);
        if (!inDefaultArgument) {
            discriminator();
        }
        r.outerArguments = savedOuter;
        r.argumentLevels = savedLevels;
        return new CxxNames.Local(function, entity);
    }

    /** discriminator ::= '_' digit | '__' digits '_'; digits alone are taken at the end of a name. */
    private void discriminator() {
        if (r.look() == '_') {
            if (CxxReading.isDigit(r.look(1))) {
                r.skip(2);
            } else if (r.look(1) == '_') {
                int digits = 2;
                while (CxxReading.isDigit(r.look(digits))) {
                    digits++;
                }
                if (r.look(digits) == '_') {
                    r.skip(digits + 1);
                }
            }
        } else if (CxxReading.isDigit(r.look())) {
            int digits = 1;
            while (CxxReading.isDigit(r.look(digits))) {
                digits++;
            }
            if (digits == r.left()) {
                r.skip(digits);
            }
        }
    }

    private CxxNode nested(NameFacts facts) {
        r.expect('N');
        qualifiers(facts);
        CxxNode soFar = null;
        while (!r.took('E')) {
            if (facts != null) {
                facts.endsWithArguments = false;
            }
            CxxSpecials.Module module = null;
            if (r.look() == 'S') {
                CxxNode substituted = r.took("St") ? new CxxNames.Name("std") : substitution();
                if (!(substituted instanceof CxxSpecials.Module known)) {
                    requireFirst(soFar);
                    soFar = substituted;
                    continue;
                }
                module = known;
            }
            soFar = module == null ? component(facts, soFar) : r.unqualified.unqualified(facts, soFar, module);
            r.substitutions.add(soFar);
            r.took('M');
        }
        if (soFar == null || r.substitutions.isEmpty()) {
            throw UnreadableName.malformed();
        }
        r.substitutions.removeLast();
        return soFar;
    }

    private void qualifiers(NameFacts facts) {
        boolean explicitObject = r.took('H');
        int flags = explicitObject ? 0 : r.cvQualifiers();
        if (!explicitObject && r.took('O')) {
            flags |= CxxTypes.RVALUE;
        } else if (!explicitObject && r.took('R')) {
            flags |= CxxTypes.LVALUE;
        }
        if (facts != null) {
            facts.explicitObject = explicitObject;
            facts.flags = flags;
        }
    }

    private CxxNode component(NameFacts facts, CxxNode soFar) {
        char c = r.look();
        if (c == 'T') {
            requireFirst(soFar);
            return r.templates.parameter();
        }
        if (c == 'I') {
            if (soFar == null || soFar instanceof CxxNames.Specialized) {
                throw UnreadableName.malformed();
            }
            CxxNode arguments = r.templates.arguments(facts != null);
            if (facts != null) {
                facts.endsWithArguments = true;
            }
            return new CxxNames.Specialized(soFar, arguments);
        }
        if (c == 'D' && (r.look(1) == 't' || r.look(1) == 'T')) {
            requireFirst(soFar);
            return r.types.decltype();
        }
        return r.unqualified.unqualified(facts, soFar, null);
    }

    private static void requireFirst(CxxNode soFar) {
        if (soFar != null) {
            throw UnreadableName.malformed();
        }
    }

    /** What was read before, or an abbreviation of the standard library. */
    CxxNode substitution() {
        r.expect('S');
        char c = r.look();
        if (c >= 'a' && c <= 'z') {
            r.skip(1);
            CxxNode standard = new CxxNames.Standard(abbreviation(c), false);
            CxxNode tagged = r.unqualified.abiTags(standard);
            if (tagged != standard) {
                r.substitutions.add(tagged);
            }
            return tagged;
        }
        int index = r.took('_') ? 0 : r.sequenceId() + 1;
        if (index > 0) {
            r.expect('_');
        } else if (c != '_') {
            throw UnreadableName.malformed();
        }
        if (index >= r.substitutions.size()) {
            throw UnreadableName.malformed();
        }
        return r.substitutions.get(index);
    }

    private static CxxNames.Abbreviation abbreviation(char c) {
        return switch (c) {
            case 'a' -> CxxNames.Abbreviation.ALLOCATOR;
            case 'b' -> CxxNames.Abbreviation.BASIC_STRING;
            case 'd' -> CxxNames.Abbreviation.IOSTREAM;
            case 'i' -> CxxNames.Abbreviation.ISTREAM;
            case 'o' -> CxxNames.Abbreviation.OSTREAM;
            case 's' -> CxxNames.Abbreviation.STRING;
            default -> throw UnreadableName.malformed();
        };
    }
}
