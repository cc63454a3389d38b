package dev.flotsam.symbols.demangle.swift;

import dev.flotsam.symbols.demangle.text.UnreadableName;
import java.util.ArrayList;
import java.util.List;

/**
 * Thunks, attributes of a global and descriptors of requirements: {@code global ::= … 'T' letter} ("Globals" in
 * swiftlang/swift docs/ABI/Mangling.rst). Specializations are {@link Specializations}, differentiation {@link AutoDiff}.
 */
final class Thunks {
    private final Reading r;
    private final AssociatedTypes associated;
    private final Specializations specializations;
    private final AutoDiff autoDiff;

    Thunks(Reading reading, AssociatedTypes associated, Specializations specializations, AutoDiff autoDiff) {
        this.r = reading;
        this.associated = associated;
        this.specializations = specializations;
        this.autoDiff = autoDiff;
    }

    Node thunk() {
        char letter = r.in.next();
        return switch (letter) {
            case 'T' -> identityThunk();
            case 'c' -> r.labelled("curry thunk of ", r.pop(Kind::isEntity));
            case 'j' -> r.labelled("dispatch thunk of ", r.pop(Kind::isEntity));
            case 'q' -> r.labelled("method descriptor for ", r.pop(Kind::isEntity));
            case 'S' -> r.labelled("protocol self-conformance witness for ", r.pop(Kind::isEntity));
            case 'o' -> leading("@objc ");
            case 'O' -> leading("@nonobjc ");
            case 'D' -> leading("dynamic ");
            case 'd' -> leading("super ");
            case 'u' -> leading("async function pointer to ");
            case 'E' -> leadingThunk("distributed thunk ");
            case 'F' -> leadingThunk("distributed accessor for ");
            case 'm' -> leadingThunk("merged ");
            case 'X' -> leadingThunk("dynamically replaceable variable for ");
            case 'x' -> leadingThunk("dynamically replaceable key for ");
            case 'I' -> leadingThunk("dynamically replaceable thunk for ");
            case 'a' -> Node.of(Kind.PARTIAL_APPLY, "partial apply ObjC forwarder");
            case 'A' -> Node.of(Kind.PARTIAL_APPLY, "partial apply forwarder");
            case 'Y' -> resume(" suspend resume partial function for ");
            case 'Q' -> resume(" await resume partial function for ");
            case 'w' -> deploymentThunk();
            case 'v' -> outlinedVariable();
            case 'e' -> outlinedBridgedMethod();
            case 'C' -> r.labelledType("coroutine continuation prototype for ");
            case 'z' -> completionHandler("");
            case 'Z' -> completionHandler("predefined ");
            case 'V' -> vtableThunk();
            case 'W' -> protocolWitness();
            case 'R' -> reabstraction("helper ");
            case 'r' -> reabstraction("");
            case 'y' -> reabstractionWithSelf();
            case 'U' -> reabstractionWithActor();
            case 'g', 'G', 'B', 's', 'i', 't', 'p', 'P' -> specializations.generic(letter);
            case 'f' -> specializations.functionSignature();
            case 'K', 'k' -> keyPathThunk(letter);
            case 'H' -> keyPathOperator("equality");
            case 'h' -> keyPathOperator("hash");
            case 'l' -> r.labelled("associated type descriptor for ", associated.associatedTypeName());
            case 'L' -> r.labelled("protocol requirements base descriptor for ", r.popProtocol());
            case 'M' -> r.labelled("default associated type metadata accessor for ", associated.associatedTypeName());
            case 'n' -> associatedConformance("associated conformance descriptor for ");
            case 'N' -> associatedConformance("default associated conformance accessor for ");
            case 'b' -> baseConformance();
            case 'J' -> autoDiff.thunk();
            default -> throw UnreadableName.malformed();
        };
    }

    private static Node leading(String phrase) {
        return Node.of(Kind.LEADING, phrase);
    }

    private static Node leadingThunk(String phrase) {
        return Node.of(Kind.LEADING_THUNK, phrase);
    }

    private Node identityThunk() {
        if (!r.in.nextIf('I')) {
            throw UnreadableName.malformed();
        }
        return r.labelled("identity thunk of ", r.pop(Kind::isEntity));
    }

    private Node resume(String phrase) {
        return leadingThunk("(" + r.in.index() + ")" + phrase);
    }

    private Node deploymentThunk() {
        return switch (r.in.next()) {
            case 'b' -> leadingThunk("back deployment thunk for ");
            case 'B' -> leading("back deployment fallback for ");
            case 'c' -> leading("coro function pointer to ");
            case 'd' -> leading("default override of ");
            case 'S' -> leading("#_hasSymbol query for ");
            default -> throw UnreadableName.malformed();
        };
    }

    private Node outlinedVariable() {
        int index = r.in.index();
        boolean readOnly = r.in.nextIf('r');
        return leading((readOnly ? "outlined read-only object #" : "outlined variable #") + index + " of ");
    }

    /** bridge-spec ::= [opam] [nbg]* '_' */
    private Node outlinedBridgedMethod() {
        String bridging = r.in.takeUntil('_');
        if (bridging.isEmpty() || "opam".indexOf(bridging.charAt(0)) < 0) {
            throw UnreadableName.malformed();
        }
        for (int i = 1; i < bridging.length(); i++) {
            if ("nbg".indexOf(bridging.charAt(i)) < 0) {
                throw UnreadableName.malformed();
            }
        }
        return leading("outlined bridged method (" + bridging + ") of ");
    }

    private Node completionHandler(String predefined) {
        int errorFlag = r.in.index();
        Node signature = r.popIf(Kind.GENERIC_SIGNATURE);
        Node result = r.pop(Kind.TYPE);
        Node block = r.pop(Kind.TYPE);
        return Node.of(Kind.COMPLETION_HANDLER, predefined, errorFlag)
                .add(block)
                .add(result)
                .addIf(signature);
    }

    private Node vtableThunk() {
        Node base = r.pop(Kind::isEntity);
        Node derived = r.pop(Kind::isEntity);
        return Node.of(Kind.VTABLE_THUNK).add(derived).add(base);
    }

    private Node protocolWitness() {
        Node entity = r.pop(Kind::isEntity);
        return Node.of(Kind.PROTOCOL_WITNESS).add(r.popProtocolConformance()).add(entity);
    }

    private Node reabstraction(String helper) {
        Node thunk = Node.of(Kind.REABSTRACTION_THUNK, helper);
        thunk.addIf(r.popIf(Kind.GENERIC_SIGNATURE));
        return thunk.add(r.pop(Kind.TYPE)).add(r.pop(Kind.TYPE));
    }

    private Node reabstractionWithSelf() {
        Node thunk = Node.of(Kind.REABSTRACTION_THUNK_WITH_SELF);
        thunk.addIf(r.popIf(Kind.GENERIC_SIGNATURE));
        return thunk.add(r.pop(Kind.TYPE)).add(r.pop(Kind.TYPE)).add(r.pop(Kind.TYPE));
    }

    private Node reabstractionWithActor() {
        Node actor = r.pop(Kind.TYPE);
        return Node.of(Kind.REABSTRACTION_THUNK_WITH_ACTOR).add(r.popAny()).add(actor);
    }

    /** global ::= entity generic-signature? type type* 'T' [Kk] ('mu' | 'MA')? 'q'? */
    private Node keyPathThunk(char letter) {
        String phrase = letter == 'K' ? "key path getter for " : "key path setter for ";
        if (r.in.nextIf("mu")) {
            phrase = "key path unapplied method ";
        } else if (r.in.nextIf("MA")) {
            phrase = "key path applied method ";
        }
        boolean serialized = r.in.nextIf('q');
        List<Node> types = popTypes();
        if (types.isEmpty()) {
            throw UnreadableName.malformed();
        }
        Node signature = r.popIf(Kind.GENERIC_SIGNATURE);
        Node thunk = Node.of(Kind.KEY_PATH_THUNK, phrase).add(r.popAny()).addIf(signature);
        types.reversed().forEach(thunk::add);
        return serialized ? thunk.add(serialized()) : thunk;
    }

    private Node keyPathOperator(String operator) {
        boolean serialized = r.in.nextIf('q');
        Node signature = r.popIf(Kind.GENERIC_SIGNATURE);
        List<Node> types = popTypes();
        if ((types.isEmpty() && signature == null) || r.popAnyIf() != null) {
            throw UnreadableName.malformed();
        }
        Node node = Node.of(Kind.KEY_PATH_OPERATOR, "key path index " + operator + " operator for ");
        types.reversed().forEach(node::add);
        node.addIf(signature);
        return serialized ? node.add(serialized()) : node;
    }

    private List<Node> popTypes() {
        List<Node> types = new ArrayList<>(2);
        for (Node type = r.popIf(Kind.TYPE); type != null; type = r.popIf(Kind.TYPE)) {
            types.add(type);
        }
        return types;
    }

    static Node serialized() {
        return Node.of(Kind.SERIALIZED);
    }

    private Node associatedConformance(String phrase) {
        Node requirement = r.popProtocol();
        Node subject = associated.poppedParameterIf();
        if (subject == null) {
            subject = associated.associatedTypePath();
        }
        return Node.of(Kind.ASSOCIATED_CONFORMANCE_ENTRY, phrase)
                .add(r.pop(Kind.TYPE))
                .add(subject)
                .add(requirement);
    }

    private Node baseConformance() {
        Node requirement = r.popProtocol();
        return Node.of(Kind.BASE_CONFORMANCE).add(r.pop(Kind.TYPE)).add(requirement);
    }
}
