package dev.flotsam.symbols.demangle.itanium;

import dev.flotsam.symbols.demangle.text.UnreadableName;

/**
 * Names in expressions that depend on template parameters (Itanium C++ ABI 5.1.6.1).
 *
 * <pre>
 * unresolved-name ::= 'gs'? base-unresolved-name | 'gs'? 'sr' simple-id+ 'E' base-unresolved-name
 * unresolved-name ::= 'sr' unresolved-type template-args? base-unresolved-name | 'srN' unresolved-type template-args? simple-id* 'E' base-unresolved-name
 * base-unresolved-name ::= simple-id | 'on'? operator-name template-args? | 'dn' destructor-name
 * </pre>
 */
final class UnresolvedNames {
    private final CxxReading r;

    UnresolvedNames(CxxReading reading) {
        this.r = reading;
    }

    CxxNode unresolved(boolean global) {
        if (r.took("srN")) {
            CxxNode scope = typeWithArguments();
            while (!r.took('E')) {
                scope = new CxxNames.Nested(scope, simpleId());
            }
            return new CxxNames.Nested(scope, baseName());
        }
        if (!r.took("sr")) {
            CxxNode name = baseName();
            return global ? new CxxNames.Global(name) : name;
        }
        if (!CxxReading.isDigit(r.look())) {
            return new CxxNames.Nested(typeWithArguments(), baseName());
        }
        CxxNode scope = simpleId();
        scope = global ? new CxxNames.Global(scope) : scope;
        while (!r.took('E')) {
            scope = new CxxNames.Nested(scope, simpleId());
        }
        return new CxxNames.Nested(scope, baseName());
    }

    private CxxNode typeWithArguments() {
        return withArguments(type());
    }

    private CxxNode withArguments(CxxNode name) {
        return r.look() == 'I' ? new CxxNames.Specialized(name, r.templates.arguments(false)) : name;
    }

    private CxxNode type() {
        return switch (r.look()) {
            case 'T' -> r.substitutable(r.templates.parameter());
            case 'D' -> r.substitutable(r.types.decltype());
            default -> r.names.substitution();
        };
    }

    private CxxNode simpleId() {
        return withArguments(r.unqualified.sourceName());
    }

    private CxxNode baseName() {
        if (CxxReading.isDigit(r.look())) {
            return simpleId();
        }
        if (r.took("dn")) {
            CxxNode of = CxxReading.isDigit(r.look()) ? simpleId() : type();
            return new CxxNames.Destructor(of);
        }
        r.took("on");
        if (r.atEnd()) {
            throw UnreadableName.malformed();
        }
        return withArguments(r.unqualified.operatorName(null));
    }
}
