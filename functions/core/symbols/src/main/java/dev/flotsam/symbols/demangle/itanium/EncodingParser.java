package dev.flotsam.symbols.demangle.itanium;

import dev.flotsam.symbols.demangle.text.UnreadableName;
import java.util.ArrayList;
import java.util.List;

/**
 * Functions and data with their types (Itanium C++ ABI 5.1.2 to 5.1.4).
 *
 * <pre>
 * encoding ::= function-name bare-function-type ('Q' constraint)? | data-name | special-name
 * </pre>
 */
final class EncodingParser {
    private final CxxReading r;

    EncodingParser(CxxReading reading) {
        this.r = reading;
    }

    /** What a function's name tells about its type. */
    static final class NameFacts {
        boolean constructorOrConversion;
        boolean endsWithArguments;
        boolean explicitObject;
        int flags;
        private final int firstForward;

        NameFacts(CxxReading r) {
            firstForward = r.forwardReferences.size();
        }
    }

    /** The whole encoding; its name only if {@code nameOnly}, whatever follows. */
    CxxNode encoding(boolean nameOnly) {
        r.budget.enter();
        List<CxxNode> savedOuter = r.outerArguments;
        List<List<CxxNode>> savedLevels = r.argumentLevels;
        r.outerArguments = new ArrayList<>(4);
        r.argumentLevels = new ArrayList<>(2);
        CxxNode encoding = r.look() == 'G' || r.look() == 'T' ? r.special.specialName() : named(nameOnly);
        r.outerArguments = savedOuter;
        r.argumentLevels = savedLevels;
        r.budget.leave();
        return encoding;
    }

    CxxNode encoding() {
        return encoding(false);
    }

    private CxxNode named(boolean nameOnly) {
        NameFacts facts = new NameFacts(r);
        CxxNode name = r.names.name(facts);
        resolveForwardReferences(facts);
        if (atEndOfEncoding()) {
            return name;
        }
        if (nameOnly) {
            r.rest();
            return name;
        }
        CxxNode attributes = attributes();
        boolean tellsResult = !facts.constructorOrConversion && facts.endsWithArguments;
        CxxNode result = tellsResult ? r.types.type() : null;
        List<CxxNode> parameters = parameters(facts.explicitObject);
        CxxNode constraint = r.took('Q') ? r.templates.constraint() : null;
        return new CxxFunctions.Encoding(result, name, parameters, attributes, constraint, facts.flags);
    }

    private void resolveForwardReferences(NameFacts facts) {
        for (int i = facts.firstForward; i < r.forwardReferences.size(); i++) {
            CxxTemplates.ForwardReference reference = r.forwardReferences.get(i);
            List<CxxNode> arguments = r.argumentLevels.isEmpty() ? null : r.argumentLevels.getFirst();
            if (arguments == null || reference.index >= arguments.size()) {
                throw UnreadableName.malformed();
            }
            reference.resolve(arguments.get(reference.index));
        }
        r.forwardReferences
                .subList(facts.firstForward, r.forwardReferences.size())
                .clear();
    }

    private boolean atEndOfEncoding() {
        return r.atEnd() || r.look() == 'E' || r.look() == '.' || r.look() == '_';
    }

    private CxxNode attributes() {
        if (!r.took("Ua9enable_ifI")) {
            return null;
        }
        List<CxxNode> conditions = new ArrayList<>(2);
        while (!r.took('E')) {
            conditions.add(r.templates.argument());
        }
        return new CxxFunctions.EnableIf(conditions);
    }

    private List<CxxNode> parameters(boolean explicitObject) {
        List<CxxNode> parameters = new ArrayList<>(4);
        if (r.took('v')) {
            return parameters;
        }
        do {
            CxxNode type = r.types.type();
            parameters.add(explicitObject && parameters.isEmpty() ? new CxxFunctions.ExplicitObject(type) : type);
        } while (!atEndOfEncoding() && r.look() != 'Q');
        return parameters;
    }
}
