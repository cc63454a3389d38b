package dev.flotsam.symbols.demangle.itanium;

import dev.flotsam.symbols.demangle.text.UnreadableName;

/**
 * What compilers make for types and functions (Itanium C++ ABI 5.1.4).
 *
 * <pre>
 * special-name ::= 'T' [VTIS] type | 'T' call-offset encoding | 'Tc' call-offset call-offset encoding | 'TC' type number '_' type
 * special-name ::= 'T' [WH] name | 'TA' template-arg | 'GV' name | 'GR' name seq-id? '_' | 'GI' module-name
 * </pre>
 */
final class SpecialNames {
    private final CxxReading r;

    SpecialNames(CxxReading reading) {
        this.r = reading;
    }

    CxxNode specialName() {
        return r.took('T') ? table() : global();
    }

    private CxxNode table() {
        return switch (r.look()) {
            case 'A' ->
                new CxxSpecials.Special(
                        "template parameter object for ", afterSkip().templates.argument());
            case 'V' -> new CxxSpecials.Special("vtable for ", afterSkip().types.type());
            case 'T' -> new CxxSpecials.Special("VTT for ", afterSkip().types.type());
            case 'I' ->
                new CxxSpecials.Special("typeinfo for ", afterSkip().types.type());
            case 'S' ->
                new CxxSpecials.Special("typeinfo name for ", afterSkip().types.type());
            case 'W' ->
                new CxxSpecials.Special(
                        "thread-local wrapper routine for ", afterSkip().names.name(null));
            case 'H' ->
                new CxxSpecials.Special(
                        "thread-local initialization routine for ",
                        afterSkip().names.name(null));
            case 'C' -> constructionVtable();
            case 'c' -> {
                r.skip(1);
                callOffset();
                callOffset();
                yield new CxxSpecials.Special("covariant return thunk to ", r.encodings.encoding());
            }
            default -> {
                boolean isVirtual = r.look() == 'v';
                callOffset();
                yield new CxxSpecials.Special(
                        isVirtual ? "virtual thunk to " : "non-virtual thunk to ", r.encodings.encoding());
            }
        };
    }

    private CxxReading afterSkip() {
        r.skip(1);
        return r;
    }

    private CxxNode constructionVtable() {
        r.skip(1);
        CxxNode in = r.types.type();
        requireNumber();
        CxxNode of = r.types.type();
        return new CxxSpecials.ConstructionVtable(of, in);
    }

    /** call-offset ::= 'h' number '_' | 'v' number '_' number '_' */
    private void callOffset() {
        if (r.took('h')) {
            requireNumber();
        } else {
            r.expect('v');
            requireNumber();
            requireNumber();
        }
    }

    private void requireNumber() {
        if (r.number(true).isEmpty()) {
            throw UnreadableName.malformed();
        }
        r.expect('_');
    }

    private CxxNode global() {
        r.expect('G');
        if (r.took('V')) {
            return new CxxSpecials.Special("guard variable for ", r.names.name(null));
        }
        if (r.took('R')) {
            CxxNode name = r.names.name(null);
            boolean numbered = r.sequenceId() >= 0;
            if (!r.took('_') && numbered) {
                throw UnreadableName.malformed();
            }
            return new CxxSpecials.Special("reference temporary for ", name);
        }
        if (r.took('I')) {
            CxxSpecials.Module module = r.unqualified.moduleName(null);
            if (module == null) {
                throw UnreadableName.malformed();
            }
            return new CxxSpecials.Special("initializer for module ", module);
        }
        throw UnreadableName.malformed();
    }
}
