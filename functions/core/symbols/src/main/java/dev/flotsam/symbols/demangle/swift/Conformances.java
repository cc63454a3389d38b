package dev.flotsam.symbols.demangle.swift;

import dev.flotsam.symbols.demangle.text.UnreadableName;

/**
 * References to protocol conformances and runtime records: {@code 'H' letter} ("Conformances" in swiftlang/swift
 * docs/ABI/Mangling.rst).
 *
 * <pre>
 * any-protocol-conformance ::= concrete-protocol-conformance | dependent-protocol-conformance
 * concrete-protocol-conformance ::= type protocol-conformance-ref any-protocol-conformance-list 'HC'
 * protocol-conformance-ref ::= protocol module? | protocol 'HP' | protocol 'Hp'
 * dependent-protocol-conformance ::= type protocol 'HD' INDEX | … 'HI' INDEX | … type protocol 'HA' INDEX | … type 'HO'
 * retroactive-conformance ::= any-protocol-conformance 'g' INDEX
 * </pre>
 */
final class Conformances {
    private final Reading r;
    private final Identifiers identifiers;

    Conformances(Reading reading, Identifiers identifiers) {
        this.r = reading;
        this.identifiers = identifiers;
    }

    Node conformance() {
        return switch (r.in.next()) {
            case 'A' -> associated();
            case 'C' -> concrete();
            case 'D' -> root();
            case 'I' -> inherited();
            case 'O' -> opaque();
            case 'P' -> Node.of(Kind.CONFORMANCE_REF_TYPE_MODULE).add(r.popProtocol());
            case 'p' -> Node.of(Kind.CONFORMANCE_REF_PROTOCOL_MODULE).add(r.popProtocol());
            case 'X' -> Node.of(Kind.PACK_CONFORMANCE).add(conformanceList());
            case 'c' -> r.labelled("protocol conformance descriptor runtime record for ", r.popProtocolConformance());
            case 'n' -> r.labelledType("nominal type descriptor runtime record for ");
            case 'o' -> r.labelled("opaque type descriptor runtime record for ", r.popAny());
            case 'r' -> r.labelled("protocol descriptor runtime record for ", r.popProtocol());
            case 'F' -> Node.of(Kind.LEADING_THUNK, "accessible function runtime record for ");
            default -> {
                r.in.back();
                r.in.back();
                yield identifiers.identifier();
            }
        };
    }

    private Node conformanceList() {
        return r.popList(Kind.CONFORMANCE_LIST, () -> r.pop(Kind::isConformance));
    }

    private Node concrete() {
        Node conditions = conformanceList();
        Node reference = r.popIf(Kind.CONFORMANCE_REF_TYPE_MODULE);
        if (reference == null) {
            reference = r.popIf(Kind.CONFORMANCE_REF_PROTOCOL_MODULE);
        }
        if (reference == null) {
            Node module = r.popModule();
            reference = Node.of(Kind.CONFORMANCE_REF_OTHER_MODULE)
                    .add(r.popProtocol())
                    .add(module);
        }
        Node type = r.pop(Kind.TYPE);
        return Node.of(Kind.CONCRETE_CONFORMANCE).add(type).add(reference).add(conditions);
    }

    private Node root() {
        Node index = conformanceIndex();
        Node protocol = r.popProtocol();
        return Node.of(Kind.ROOT_CONFORMANCE)
                .add(r.pop(Kind.TYPE))
                .add(protocol)
                .add(index);
    }

    private Node inherited() {
        Node index = conformanceIndex();
        Node protocol = r.popProtocol();
        Node nested = r.pop(Kind::isDependentConformance);
        return Node.of(Kind.INHERITED_CONFORMANCE).add(nested).add(protocol).add(index);
    }

    private Node associated() {
        Node index = conformanceIndex();
        Node protocol = r.popProtocol();
        Node type = r.pop(Kind.TYPE);
        Node through = Node.of(Kind.LABELLED, "dependent associated conformance ")
                .add(type)
                .add(protocol);
        Node nested = r.pop(Kind::isDependentConformance);
        return Node.of(Kind.ASSOCIATED_CONFORMANCE).add(nested).add(through).add(index);
    }

    private Node opaque() {
        Node type = r.pop(Kind.TYPE);
        Node conformance = r.pop(Kind::isDependentConformance);
        return Node.of(Kind.OPAQUE_CONFORMANCE).add(conformance).add(type);
    }

    /** INDEX, one more than it was when an unknown one became sayable. */
    private Node conformanceIndex() {
        int index = r.in.index();
        if (index == 0) {
            throw UnreadableName.malformed();
        }
        return index == 1 ? Node.of(Kind.UNKNOWN_INDEX) : Node.of(Kind.NUMBER, index - 2L);
    }

    /** retroactive-conformance ::= any-protocol-conformance 'g' INDEX */
    Node retroactive() {
        Node index = r.in.indexNode();
        return Node.of(Kind.RETROACTIVE_CONFORMANCE).add(index).add(r.pop(Kind::isConformance));
    }
}
