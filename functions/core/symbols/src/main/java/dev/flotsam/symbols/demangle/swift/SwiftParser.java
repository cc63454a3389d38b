package dev.flotsam.symbols.demangle.swift;

import dev.flotsam.symbols.demangle.text.UnreadableName;

/**
 * Reads names of Swift 4 and later into a tree: dispatches each operator of the grammar to the part that reads it
 * ("Mangling" in swiftlang/swift docs/ABI/Mangling.rst; behaviour of lib/Demangling/Demangler.cpp).
 *
 * <pre>
 * mangled-name ::= '$s' global | '$S' global | '_T0' global | '$e' global | '@__swiftmacro_' global
 * </pre>
 */
final class SwiftParser {
    private static final String OLD_FUNCTION_TYPES = "_T0";
    private static final String[] PREFIXES = {
        "$s", "_$s", "$S", "_$S", OLD_FUNCTION_TYPES, "$e", "_$e", "@__swiftmacro_"
    };

    private final Reading r;
    private final Identifiers identifiers;
    private final StandardTypes standard;
    private final BuiltinTypes builtins;
    private final FunctionTypes functions;
    private final NominalTypes nominals;
    private final SpecialTypes specials;
    private final ImplFunctionTypes implFunctions;
    private final AssociatedTypes associated;
    private final Generics generics;
    private final Conformances conformances;
    private final Entities entities;
    private final Metadata metadata;
    private final Witnesses witnesses;
    private final Thunks thunks;

    private SwiftParser(Reading reading) {
        this.r = reading;
        this.identifiers = new Identifiers(reading);
        this.standard = new StandardTypes(reading);
        this.builtins = new BuiltinTypes(reading);
        this.functions = new FunctionTypes(reading);
        this.nominals = new NominalTypes(reading);
        this.specials = new SpecialTypes(reading, functions, nominals);
        this.implFunctions = new ImplFunctionTypes(reading, functions, nominals);
        this.associated = new AssociatedTypes(reading, nominals);
        this.generics = new Generics(reading, associated);
        this.conformances = new Conformances(reading, identifiers);
        this.entities = new Entities(reading, functions, new Macros(reading));
        AutoDiff autoDiff = new AutoDiff(reading);
        this.metadata = new Metadata(reading, associated);
        this.witnesses = new Witnesses(reading, associated, autoDiff);
        this.thunks = new Thunks(reading, associated, new Specializations(reading), autoDiff);
    }

    /** Length of the prefix that says a name is of this grammar, or 0. */
    static int prefixLength(String name) {
        for (String prefix : PREFIXES) {
            if (name.startsWith(prefix)) {
                return prefix.length();
            }
        }
        return 0;
    }

    /**
     * The tree of {@code name}.
     *
     * @throws UnreadableName if it is not of the grammar
     */
    static Node parse(String name) {
        int prefix = prefixLength(name);
        if (prefix == 0) {
            throw UnreadableName.malformed();
        }
        boolean labelsInTuples = name.startsWith(OLD_FUNCTION_TYPES);
        return new SwiftParser(new Reading(new Cursor(name, prefix), labelsInTuples)).global();
    }

    /** The tree: attributes first, then what they decorate, then a suffix the linker or optimizer added. */
    private Node global() {
        while (!r.in.atEnd()) {
            r.push(operator());
        }
        Node global = Node.of(Kind.GLOBAL);
        Node suffix = r.popIf(Kind.SUFFIX);
        Node parent = global;
        for (Node one = r.popIf(Kind::isFunctionAttribute); one != null; one = r.popIf(Kind::isFunctionAttribute)) {
            parent.add(one);
            if (one.is(Kind.PARTIAL_APPLY)) {
                parent = one;
            }
        }
        for (Node operand : r.operands()) {
            parent.add(operand.is(Kind.TYPE) ? operand.first() : operand);
        }
        global.addIf(suffix);
        if (global.isEmpty()) {
            throw UnreadableName.malformed();
        }
        return global;
    }

    private Node operator() {
        char c = r.in.next();
        return switch (c) {
            case 'A' -> standard.repeated();
            case 'B' -> builtins.builtin();
            case 'C' -> nominals.nominal(Kind.CLASS);
            case 'D' -> typeMangling();
            case 'E' -> nominals.extension();
            case 'F' -> entities.function();
            case 'G' -> nominals.boundGeneric();
            case 'H' -> conformances.conformance();
            case 'I' -> implFunctions.implFunctionType();
            case 'K' -> Node.of(Kind.THROWS);
            case 'L' -> identifiers.local();
            case 'M' -> metadata.metadata();
            case 'N' -> r.labelledType("type metadata for ");
            case 'O' -> nominals.nominal(Kind.ENUM);
            case 'P' -> nominals.nominal(Kind.PROTOCOL);
            case 'Q' -> associated.archetype();
            case 'R' -> generics.requirement();
            case 'S' -> standard.standard();
            case 'T' -> thunks.thunk();
            case 'V' -> nominals.nominal(Kind.STRUCTURE);
            case 'W' -> witnesses.witness();
            case 'X' -> specials.special();
            case 'Y' -> functions.annotation();
            case 'Z' -> Node.of(Kind.STATIC).add(r.pop(Kind::isEntity));
            case 'a' -> nominals.nominal(Kind.TYPE_ALIAS);
            case 'c' -> functions.popFunctionType(Kind.FUNCTION_TYPE);
            case 'd' -> Node.of(Kind.VARIADIC);
            case 'f' -> entities.functionEntity();
            case 'g' -> conformances.retroactive();
            case 'h' -> functions.qualified("__shared ");
            case 'i' -> entities.subscript();
            case 'l' -> generics.signature(false);
            case 'm' -> Node.type(Node.of(Kind.METATYPE).add(r.pop(Kind.TYPE)));
            case 'n' -> functions.qualified("__owned ");
            case 'o' -> identifiers.operator();
            case 'p' -> Node.type(specials.protocolList());
            case 'q' -> Node.type(associated.genericParameter());
            case 'r' -> generics.signature(true);
            case 's' -> Node.of(Kind.MODULE, StandardTypes.SWIFT);
            case 't' -> functions.tuple();
            case 'u' -> generics.genericType();
            case 'v' -> entities.variable();
            case 'w' -> witnesses.valueWitness();
            case 'x' -> Node.type(AssociatedTypes.parameter(0, 0));
            case 'y' -> Node.of(Kind.EMPTY_LIST);
            case 'z' -> Node.type(Node.of(Kind.INOUT).add(r.popBareType()));
            case '_' -> Node.of(Kind.FIRST_ELEMENT);
            case '.' -> Node.of(Kind.SUFFIX, '.' + r.in.rest());
            case '$' -> integer();
            default -> {
                r.in.back();
                yield identifiers.identifier();
            }
        };
    }

    private Node typeMangling() {
        Node type = r.pop(Kind.TYPE);
        Node labels = functions.popLabels(type);
        return Node.of(Kind.TYPE_MANGLING).addIf(labels).add(type);
    }

    /** type ::= '$' 'n'? INDEX */
    private Node integer() {
        boolean negative = r.in.nextIf('n');
        long value = r.in.index();
        return Node.type(Node.of(Kind.INTEGER, negative ? -value : value));
    }
}
