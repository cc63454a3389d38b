package dev.flotsam.symbols.demangle.swift;

import dev.flotsam.symbols.demangle.text.UnreadableName;

/**
 * Type metadata and descriptors: {@code global ::= type 'M' letter} ("Globals" in swiftlang/swift docs/ABI/Mangling.rst).
 */
final class Metadata {
    private final Reading r;
    private final AssociatedTypes associated;

    Metadata(Reading reading, AssociatedTypes associated) {
        this.r = reading;
        this.associated = associated;
    }

    Node metadata() {
        return switch (r.in.next()) {
            case 'a' -> r.labelledType("type metadata accessor for ");
            case 'A' -> r.labelled("reflection metadata associated type descriptor ", r.popProtocolConformance());
            case 'b' -> r.labelledType("canonical specialized generic type metadata accessor for ");
            case 'B' -> r.labelledType("reflection metadata builtin descriptor ");
            case 'c' -> r.labelled("protocol conformance descriptor for ", r.popProtocolConformance());
            case 'C' -> r.labelled("reflection metadata superclass descriptor ", r.popAnyGeneric());
            case 'D' -> r.labelledType("demangling cache variable for type metadata for ");
            case 'f' -> r.labelledType("full type metadata for ");
            case 'F' -> r.labelledType("reflection metadata field descriptor ");
            case 'g' -> r.labelled("opaque type descriptor accessor for ", r.popAny());
            case 'h' -> r.labelled("opaque type descriptor accessor impl for ", r.popAny());
            case 'i' -> r.labelledType("type metadata instantiation function for ");
            case 'I' -> r.labelledType("type metadata instantiation cache for ");
            case 'j' -> r.labelled("opaque type descriptor accessor key for ", r.popAny());
            case 'J' ->
                r.labelled("cache variable for noncanonical specialized generic type metadata for ", r.popAny());
            case 'k' -> r.labelled("opaque type descriptor accessor var for ", r.popAny());
            case 'K' -> r.labelled("metadata instantiation cache for ", r.popAny());
            case 'l' -> r.labelledType("type metadata singleton initialization cache for ");
            case 'L' -> r.labelledType("lazy cache variable for type metadata for ");
            case 'm' -> r.labelledType("metaclass for ");
            case 'M' -> r.labelledType("specialized generic metaclass for ");
            case 'n' -> r.labelledType("nominal type descriptor for ");
            case 'N' -> r.labelledType("noncanonical specialized generic type metadata for ");
            case 'o' -> r.labelledType("class metadata base offset for ");
            case 'p' -> r.labelled("protocol descriptor for ", r.popProtocol());
            case 'P' -> r.labelledType("generic type metadata pattern for ");
            case 'q' -> r.labelled("uniquable ", r.popAny());
            case 'Q' -> r.labelled("opaque type descriptor for ", r.popAny());
            case 'r' -> r.labelledType("type metadata completion function for ");
            case 's' -> r.labelledType("ObjC resilient class stub for ");
            case 'S' -> r.labelled("protocol self-conformance descriptor for ", r.popProtocol());
            case 't' -> r.labelledType("full ObjC resilient class stub for ");
            case 'u' -> r.labelledType("method lookup function for ");
            case 'U' -> r.labelledType("ObjC metadata update function for ");
            case 'V' -> r.labelled("property descriptor for ", r.pop(Kind::isEntity));
            case 'X' -> contextDescriptor();
            case 'z' -> r.labelledType("flag for loading of canonical specialized generic type metadata for ");
            default -> throw UnreadableName.malformed();
        };
    }

    private Node contextDescriptor() {
        return switch (r.in.next()) {
            case 'E' -> r.labelled("extension descriptor ", r.popContext());
            case 'M' -> r.labelled("module descriptor ", r.popModule());
            case 'X' -> r.labelled("anonymous descriptor ", r.popContext());
            case 'Y' -> {
                r.popAny();
                yield r.labelled("anonymous descriptor ", r.popContext());
            }
            case 'A' -> {
                Node path = associated.associatedTypePath();
                yield r.labelled("generic parameter reference for associated type ", r.pop(Kind.TYPE))
                        .add(path);
            }
            default -> throw UnreadableName.malformed();
        };
    }
}
