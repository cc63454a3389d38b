package dev.flotsam.symbols.demangle.itanium;

import java.util.ArrayList;
import java.util.List;

/**
 * Function types (Itanium C++ ABI 5.1.5.3).
 *
 * <pre>
 * function-type ::= CV-qualifiers? exception-spec? 'Dx'? 'F' 'Y'? type+ [RO]? 'E'
 * </pre>
 */
final class FunctionTypeParser {
    private final CxxReading r;

    FunctionTypeParser(CxxReading reading) {
        this.r = reading;
    }

    CxxNode function() {
        int flags = r.cvQualifiers();
        CxxNode exceptions = exceptions();
        r.took("Dx");
        r.expect('F');
        r.took('Y');
        CxxNode result = r.types.type();
        List<CxxNode> parameters = new ArrayList<>(4);
        while (!r.took('E')) {
            if (r.took('v')) {
                continue;
            }
            if (r.took("RE")) {
                flags |= CxxTypes.LVALUE;
                break;
            }
            if (r.took("OE")) {
                flags |= CxxTypes.RVALUE;
                break;
            }
            parameters.add(r.types.type());
        }
        return new CxxFunctions.Function(result, parameters, flags, exceptions);
    }

    /** exception-spec ::= 'Do' | 'DO' expression 'E' | 'Dw' type+ 'E' */
    private CxxNode exceptions() {
        if (r.took("Do")) {
            return new CxxNames.Name("noexcept");
        }
        if (r.took("DO")) {
            CxxNode condition = r.expressions.expression();
            r.expect('E');
            return new CxxFunctions.Noexcept(condition);
        }
        if (r.took("Dw")) {
            List<CxxNode> types = new ArrayList<>(2);
            while (!r.took('E')) {
                types.add(r.types.type());
            }
            return new CxxFunctions.Throws(types);
        }
        return null;
    }
}
