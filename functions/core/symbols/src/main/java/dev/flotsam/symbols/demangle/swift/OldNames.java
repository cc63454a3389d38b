package dev.flotsam.symbols.demangle.swift;

import dev.flotsam.symbols.demangle.text.UnreadableName;

/**
 * Identifiers, modules, contexts and declared types of the old grammar (behaviour of swiftlang/swift
 * lib/Demangling/OldDemangler.cpp).
 *
 * <pre>
 * identifier ::= 'X'? ('o' [pPi])? NATURAL chars
 * decl-name ::= 'L' INDEX identifier | 'P' identifier identifier | identifier
 * module ::= 's' | 'S' substitution | identifier
 * context ::= 'E' module context | 'e' module generic-signature context | 'S' substitution | 's' | 'G' … | entity | module
 * nominal-type ::= 'S' substitution | [VOCP] context decl-name
 * substitution ::= [oCabcdfiVvPpqQRrSu] | INDEX
 * </pre>
 */
final class OldNames {
    private final OldReading r;

    OldNames(OldReading reading) {
        this.r = reading;
    }

    Node declName() {
        if (r.in.nextIf('L')) {
            Node index = r.in.indexNode();
            return Node.of(Kind.LOCAL_DECL_NAME).add(index).add(identifier());
        }
        if (r.in.nextIf('P')) {
            Node discriminator = identifier();
            return Node.of(Kind.PRIVATE_DECL_NAME).add(discriminator).add(identifier());
        }
        return identifier();
    }

    Node identifier() {
        boolean punycode = r.in.nextIf('X');
        if (!r.in.nextIf('o')) {
            return Node.of(Kind.IDENTIFIER, text(punycode));
        }
        Kind kind =
                switch (r.in.next()) {
                    case 'p' -> Kind.PREFIX_OPERATOR;
                    case 'P' -> Kind.POSTFIX_OPERATOR;
                    case 'i' -> Kind.INFIX_OPERATOR;
                    default -> throw UnreadableName.malformed();
                };
        return Node.of(kind, Identifiers.operatorSymbol(text(punycode)));
    }

    /** An identifier that can't be an operator's, as a node of that kind. */
    Node plainIdentifier(Kind kind) {
        boolean punycode = r.in.nextIf('X');
        return Node.of(kind, text(punycode));
    }

    private String text(boolean punycode) {
        String raw = r.in.take(r.in.natural());
        String text = punycode ? Punycode.decode(raw) : raw;
        if (text.isEmpty()) {
            throw UnreadableName.malformed();
        }
        return text;
    }

    Node module() {
        if (r.in.nextIf('s')) {
            return swiftModule();
        }
        if (r.in.nextIf('S')) {
            Node module = substitution();
            if (!module.is(Kind.MODULE)) {
                throw UnreadableName.malformed();
            }
            return module;
        }
        return r.substitutable(plainIdentifier(Kind.MODULE));
    }

    private static Node swiftModule() {
        return Node.of(Kind.MODULE, StandardTypes.SWIFT);
    }

    /** A substitution whose 'S' has been read. */
    Node substitution() {
        char letter = r.in.peek();
        if (letter == '_' || Cursor.isDigit(letter)) {
            return r.substitution(r.in.index());
        }
        r.in.next();
        return switch (letter) {
            case 'o' -> Node.of(Kind.MODULE, StandardTypes.OBJC_MODULE);
            case 'C' -> Node.of(Kind.MODULE, StandardTypes.CLANG_MODULE);
            case 'a' -> structure("Array");
            case 'b' -> structure("Bool");
            case 'c' -> structure("UnicodeScalar");
            case 'd' -> structure("Double");
            case 'f' -> structure("Float");
            case 'i' -> structure("Int");
            case 'V' -> structure("UnsafeRawPointer");
            case 'v' -> structure("UnsafeMutableRawPointer");
            case 'P' -> structure("UnsafePointer");
            case 'p' -> structure("UnsafeMutablePointer");
            case 'q' -> StandardTypes.bare(Kind.ENUM, "Optional");
            case 'Q' -> StandardTypes.bare(Kind.ENUM, "ImplicitlyUnwrappedOptional");
            case 'R' -> structure("UnsafeBufferPointer");
            case 'r' -> structure("UnsafeMutableBufferPointer");
            case 'S' -> structure("String");
            case 'u' -> structure("UInt");
            default -> throw UnreadableName.malformed();
        };
    }

    private static Node structure(String name) {
        return StandardTypes.bare(Kind.STRUCTURE, name);
    }

    Node context() {
        r.budget.enter();
        Node context = contextOfKind();
        r.budget.leave();
        return context;
    }

    private Node contextOfKind() {
        if (r.in.nextIf('E')) {
            Node module = module();
            return Node.of(Kind.EXTENSION).add(module).add(context());
        }
        if (r.in.nextIf('e')) {
            Node module = module();
            Node signature = r.generics.signature();
            return Node.of(Kind.EXTENSION).add(module).add(context()).add(signature);
        }
        if (r.in.nextIf('S')) {
            return substitution();
        }
        if (r.in.nextIf('s')) {
            return swiftModule();
        }
        if (r.in.nextIf('G')) {
            return r.types.boundGeneric();
        }
        return "FIvPsZCVO".indexOf(r.in.peek()) >= 0 ? r.entities.entity() : module();
    }

    Node nominalType() {
        return switch (r.in.next()) {
            case 'S' -> substitution();
            case 'V' -> declaration(Kind.STRUCTURE);
            case 'O' -> declaration(Kind.ENUM);
            case 'C' -> declaration(Kind.CLASS);
            case 'P' -> declaration(Kind.PROTOCOL);
            default -> throw UnreadableName.malformed();
        };
    }

    Node declaration(Kind kind) {
        Node context = context();
        return r.substitutable(Node.of(kind).add(context).add(declName()));
    }

    /** A protocol as a type. */
    Node protocol() {
        return Node.type(bareProtocol());
    }

    private Node bareProtocol() {
        if (r.in.nextIf('S')) {
            Node substituted = substitution();
            if (substituted.is(Kind.PROTOCOL)) {
                return substituted;
            }
            if (!substituted.is(Kind.MODULE)) {
                throw UnreadableName.malformed();
            }
            return protocolIn(substituted);
        }
        return r.in.nextIf('s') ? protocolIn(swiftModule()) : declaration(Kind.PROTOCOL);
    }

    Node protocolIn(Node context) {
        return r.substitutable(Node.of(Kind.PROTOCOL).add(context).add(declName()));
    }

    Node protocolConformance() {
        Node type = r.types.type();
        Node protocol = protocol();
        return Node.of(Kind.PROTOCOL_CONFORMANCE).add(type).add(protocol).add(context());
    }
}
