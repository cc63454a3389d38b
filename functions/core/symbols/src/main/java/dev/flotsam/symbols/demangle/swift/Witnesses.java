package dev.flotsam.symbols.demangle.swift;

import dev.flotsam.symbols.demangle.text.UnreadableName;
import java.util.ArrayList;
import java.util.List;

/**
 * Witness tables, outlined value operations, one-time initializers: {@code 'W' letter}, and value witnesses
 * {@code 'w' letter letter} ("Globals" in swiftlang/swift docs/ABI/Mangling.rst).
 */
final class Witnesses {
    private final Reading r;
    private final AssociatedTypes associated;
    private final AutoDiff autoDiff;

    Witnesses(Reading reading, AssociatedTypes associated, AutoDiff autoDiff) {
        this.r = reading;
        this.associated = associated;
        this.autoDiff = autoDiff;
    }

    Node witness() {
        char letter = r.in.next();
        return switch (letter) {
            case 'C' -> r.labelled("enum case for ", r.pop(Kind::isEntity));
            case 'V' -> r.labelledType("value witness table for ");
            case 'v' -> fieldOffset();
            case 'S' -> r.labelled("protocol self-conformance witness table for ", r.popProtocol());
            case 'P' -> r.labelled("protocol witness table for ", r.popProtocolConformance());
            case 'p' -> r.labelled("protocol witness table pattern for ", r.popProtocolConformance());
            case 'G' -> r.labelled("generic protocol witness table for ", r.popProtocolConformance());
            case 'I' ->
                r.labelled(
                        "instantiation function for generic protocol witness table for ", r.popProtocolConformance());
            case 'r' -> r.labelled("resilient protocol witness table for ", r.popProtocolConformance());
            case 'a' -> r.labelled("protocol witness table accessor for ", r.popProtocolConformance());
            case 'l' -> lazyTable("lazy protocol witness table accessor for type ");
            case 'L' -> lazyTable("lazy protocol witness table cache variable for type ");
            case 't' -> associatedTypeAccessor();
            case 'T' -> associatedTableAccessor();
            case 'b' -> baseTableAccessor();
            case 'O' -> outlined();
            case 'Z' -> once("one-time initialization function for ");
            case 'z' -> once("one-time initialization token for ");
            case 'J' -> autoDiff.witness();
            default -> throw UnreadableName.malformed();
        };
    }

    private Node fieldOffset() {
        String directness = directness(r.in.next());
        return Node.of(Kind.FIELD_OFFSET, directness).add(r.pop(Kind::isEntity));
    }

    static String directness(char letter) {
        return switch (letter) {
            case 'd' -> "direct field offset for ";
            case 'i' -> "indirect field offset for ";
            default -> throw UnreadableName.malformed();
        };
    }

    private Node lazyTable(String phrase) {
        Node conformance = r.popProtocolConformance();
        return Node.of(Kind.LAZY_WITNESS_TABLE, phrase).add(r.pop(Kind.TYPE)).add(conformance);
    }

    private Node associatedTypeAccessor() {
        Node name = r.pop(Kind::isDeclName);
        return Node.of(Kind.LABELLED_IN, "associated type metadata accessor for ")
                .add(r.popProtocolConformance())
                .add(name);
    }

    private Node associatedTableAccessor() {
        Node protocol = r.pop(Kind.TYPE);
        Node path = associated.associatedTypePath();
        return Node.of(Kind.ASSOCIATED_WITNESS_TABLE)
                .add(r.popProtocolConformance())
                .add(path)
                .add(protocol);
    }

    private Node baseTableAccessor() {
        Node protocol = r.pop(Kind.TYPE);
        return Node.of(Kind.LABELLED_IN, "base witness table accessor for ")
                .add(r.popProtocolConformance())
                .add(protocol);
    }

    /** global ::= generic-signature? type 'WO' letter */
    private Node outlined() {
        char letter = r.in.next();
        String phrase =
                switch (letter) {
                    case 'y' -> "outlined copy of ";
                    case 'e' -> "outlined consume of ";
                    case 'r' -> "outlined retain of ";
                    case 's' -> "outlined release of ";
                    case 'b', 'B' -> "outlined init with take of ";
                    case 'c', 'C' -> "outlined init with copy of ";
                    case 'd', 'D' -> "outlined assign with take of ";
                    case 'f', 'F' -> "outlined assign with copy of ";
                    case 'h', 'H' -> "outlined destroy of ";
                    case 'g' -> "outlined enum get tag of ";
                    case 'i' -> "outlined enum tag store of ";
                    case 'j' -> "outlined enum project data for load of ";
                    default -> throw UnreadableName.malformed();
                };
        if (letter == 'i' || letter == 'j') {
            r.in.index();
        }
        Node signature = r.popIf(Kind.GENERIC_SIGNATURE);
        Node outlined = r.labelledType(phrase);
        boolean showsSignature = letter == 'y' || letter == 'e';
        return showsSignature ? outlined.addIf(signature) : outlined;
    }

    /** global ::= context (decl-name '_')+ 'W' [Zz] */
    private Node once(String phrase) {
        List<Node> names = new ArrayList<>(2);
        while (r.took(Kind.FIRST_ELEMENT)) {
            names.add(r.pop(Kind::isDeclName));
        }
        Node declarations = Node.of(Kind.ONCE_DECLARATIONS);
        names.reversed().forEach(declarations::add);
        return Node.of(Kind.ONCE, phrase).add(r.popContext()).add(declarations);
    }

    Node valueWitness() {
        String code = r.in.take(2);
        return Node.of(Kind.VALUE_WITNESS, valueWitnessName(code)).add(r.pop(Kind.TYPE));
    }

    /** VALUE-WITNESS-KIND */
    static String valueWitnessName(String code) {
        return switch (code) {
            case "al" -> "allocateBuffer";
            case "ca" -> "assignWithCopy";
            case "ta" -> "assignWithTake";
            case "de" -> "deallocateBuffer";
            case "xx" -> "destroy";
            case "XX" -> "destroyBuffer";
            case "Xx" -> "destroyArray";
            case "CP" -> "initializeBufferWithCopyOfBuffer";
            case "Cp" -> "initializeBufferWithCopy";
            case "cp" -> "initializeWithCopy";
            case "Cc" -> "initializeArrayWithCopy";
            case "TK" -> "initializeBufferWithTakeOfBuffer";
            case "Tk" -> "initializeBufferWithTake";
            case "tk" -> "initializeWithTake";
            case "Tt" -> "initializeArrayWithTakeFrontToBack";
            case "tT" -> "initializeArrayWithTakeBackToFront";
            case "pr" -> "projectBuffer";
            case "xs" -> "storeExtraInhabitant";
            case "xg" -> "getExtraInhabitantIndex";
            case "ug" -> "getEnumTag";
            case "up" -> "destructiveProjectEnumData";
            case "ui" -> "destructiveInjectEnumTag";
            case "et" -> "getEnumTagSinglePayload";
            case "st" -> "storeEnumTagSinglePayload";
            default -> throw UnreadableName.malformed();
        };
    }
}
