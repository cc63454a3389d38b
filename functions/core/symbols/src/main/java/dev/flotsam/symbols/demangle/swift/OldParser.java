package dev.flotsam.symbols.demangle.swift;

import dev.flotsam.symbols.demangle.text.UnreadableName;

/**
 * Reads names of Swift 1 to 3, and the class names that Swift still gives to the Objective-C runtime ({@code _TtC…}):
 * a prefix grammar, read by recursive descent (behaviour of swiftlang/swift lib/Demangling/OldDemangler.cpp).
 *
 * <pre>
 * mangled-name ::= '_T' ('TS' specialization '_T')* ('To' | 'TO' | 'TD' | 'Td' | 'TV')? global
 * global ::= 'M' [PaLmnfp]? type | 'PA' 'o'? ('__T' global)? | 't' type | 'w' VALUE-WITNESS type | 'W' … | 'T' [RrW] … | entity
 * </pre>
 */
final class OldParser {
    private static final String PREFIX = "_T";

    private final OldReading r;
    private final OldSpecializations specializations;

    private OldParser(OldReading reading) {
        this.r = reading;
        this.specializations = new OldSpecializations(reading);
    }

    /**
     * The tree of {@code name}.
     *
     * @throws UnreadableName if it is not of the grammar
     */
    static Node parse(String name) {
        if (!name.startsWith(PREFIX)) {
            throw UnreadableName.malformed();
        }
        return new OldParser(new OldReading(new Cursor(name, PREFIX.length()))).topLevel();
    }

    private Node topLevel() {
        Node top = Node.of(Kind.GLOBAL);
        if (r.in.nextIf("TS")) {
            do {
                top.add(specializations.specialization());
                r.forgetSubstitutions();
            } while (tookPrefix("TS"));
            if (!tookPrefix("")) {
                return top.add(foreignName());
            }
        } else {
            attribute(top);
        }
        top.add(global());
        return r.in.atEnd() ? top : top.add(Node.of(Kind.SUFFIX, r.in.rest()));
    }

    /** The prefix of the specialized function; some compilers of Swift 3 left out its underscore. */
    private boolean tookPrefix(String kind) {
        return r.in.nextIf(PREFIX + kind) || r.in.nextIf("T" + kind);
    }

    /** Swift 3 also specialized functions that have a C name. */
    private Node foreignName() {
        String name = r.in.rest();
        if (name.isEmpty() || !(name.charAt(0) == '_' || Cursor.isLetter(name.charAt(0)))) {
            throw UnreadableName.malformed();
        }
        return Node.of(Kind.IDENTIFIER, name);
    }

    private void attribute(Node top) {
        String attribute = r.in.nextIf("To")
                ? "@objc "
                : r.in.nextIf("TO")
                        ? "@nonobjc "
                        : r.in.nextIf("TD")
                                ? "dynamic "
                                : r.in.nextIf("Td") ? "super " : r.in.nextIf("TV") ? "override " : "";
        if (!attribute.isEmpty()) {
            top.add(Node.of(Kind.LEADING, attribute));
        }
    }

    private Node global() {
        r.budget.enter();
        Node global = globalOfKind();
        r.budget.leave();
        return global;
    }

    private Node globalOfKind() {
        if (r.in.atEnd()) {
            throw UnreadableName.malformed();
        }
        if (r.in.nextIf('M')) {
            return metadata();
        }
        if (r.in.nextIf("PA")) {
            boolean objc = r.in.nextIf('o');
            Node forwarder =
                    Node.of(Kind.PARTIAL_APPLY, objc ? "partial apply ObjC forwarder" : "partial apply forwarder");
            return r.in.nextIf("__T") ? forwarder.add(global()) : forwarder;
        }
        if (r.in.nextIf('t')) {
            return Node.of(Kind.TYPE_MANGLING).add(r.types.type());
        }
        if (r.in.nextIf('w')) {
            String witness = Witnesses.valueWitnessName(r.in.take(2));
            return Node.of(Kind.VALUE_WITNESS, witness).add(r.types.type());
        }
        if (r.in.nextIf('W')) {
            return witness();
        }
        if (r.in.nextIf('T')) {
            return thunk();
        }
        return r.entities.entity();
    }

    private Node labelledType(String phrase) {
        return Node.of(Kind.LABELLED, phrase).add(r.types.type());
    }

    private Node metadata() {
        if (r.in.nextIf('p')) {
            return Node.of(Kind.LABELLED, "protocol descriptor for ").add(r.names.protocol());
        }
        if (r.in.nextIf('R')) {
            return reflection();
        }
        String phrase =
                switch (r.in.peek()) {
                    case 'P' -> "generic type metadata pattern for ";
                    case 'a' -> "type metadata accessor for ";
                    case 'L' -> "lazy cache variable for type metadata for ";
                    case 'm' -> "metaclass for ";
                    case 'n' -> "nominal type descriptor for ";
                    case 'f' -> "full type metadata for ";
                    default -> "";
                };
        if (phrase.isEmpty()) {
            return labelledType("type metadata for ");
        }
        r.in.next();
        return labelledType(phrase);
    }

    /** Swift 3 only: {@code 'MR' [afbs]}. */
    private Node reflection() {
        return switch (r.in.next()) {
            case 'a' -> labelledConformance("reflection metadata associated type descriptor ");
            case 'f' -> labelledType("reflection metadata field descriptor ");
            case 'b' -> labelledType("reflection metadata builtin descriptor ");
            case 's' -> labelledType("reflection metadata superclass descriptor ");
            default -> throw UnreadableName.malformed();
        };
    }

    private Node labelledConformance(String phrase) {
        return Node.of(Kind.LABELLED, phrase).add(r.names.protocolConformance());
    }

    private Node witness() {
        return switch (r.in.next()) {
            case 'V' -> labelledType("value witness table for ");
            case 'v' -> {
                String directness = Witnesses.directness(r.in.next());
                yield Node.of(Kind.FIELD_OFFSET, directness).add(r.entities.entity());
            }
            case 'o' -> Node.of(Kind.LABELLED, "witness table offset for ").add(r.entities.entity());
            case 'P' -> labelledConformance("protocol witness table for ");
            case 'G' -> labelledConformance("generic protocol witness table for ");
            case 'I' -> labelledConformance("instantiation function for generic protocol witness table for ");
            case 'a' -> labelledConformance("protocol witness table accessor for ");
            case 'l' -> lazyTable("lazy protocol witness table accessor for type ");
            case 'L' -> lazyTable("lazy protocol witness table cache variable for type ");
            case 't' ->
                Node.of(Kind.LABELLED_IN, "associated type metadata accessor for ")
                        .add(r.names.protocolConformance())
                        .add(r.names.declName());
            case 'T' ->
                Node.of(Kind.ASSOCIATED_WITNESS_TABLE)
                        .add(r.names.protocolConformance())
                        .add(r.names.declName())
                        .add(r.names.protocol());
            default -> throw UnreadableName.malformed();
        };
    }

    private Node lazyTable(String phrase) {
        return Node.of(Kind.LAZY_WITNESS_TABLE, phrase).add(r.types.type()).add(r.names.protocolConformance());
    }

    private Node thunk() {
        return switch (r.in.next()) {
            case 'R' -> reabstraction("helper ");
            case 'r' -> reabstraction("");
            case 'W' ->
                Node.of(Kind.PROTOCOL_WITNESS)
                        .add(r.names.protocolConformance())
                        .add(r.entities.entity());
            default -> throw UnreadableName.malformed();
        };
    }

    private Node reabstraction(String helper) {
        Node thunk = Node.of(Kind.REABSTRACTION_THUNK, helper);
        if (r.in.nextIf('G')) {
            thunk.add(r.generics.signature());
        }
        return thunk.add(r.types.type()).add(r.types.type());
    }
}
