package dev.flotsam.symbols.demangle.swift;

import dev.flotsam.symbols.demangle.text.UnreadableName;

/** Writes types that are neither declared nor functions: sugar, tuples, metatypes, existentials, boxes, markers. */
final class TypePrinter {
    private final SwiftPrinter p;

    TypePrinter(SwiftPrinter printer) {
        this.p = printer;
    }

    void print(Node node) {
        switch (node.kind) {
            case BOUND_CLASS, BOUND_STRUCTURE, BOUND_ENUM, BOUND_PROTOCOL, BOUND_OTHER_NOMINAL, BOUND_TYPE_ALIAS ->
                bound(node);
            case WORD, BUILTIN, CLANG_TYPE, METATYPE_REPRESENTATION, AUTODIFF_KIND, INDEX_SUBSET ->
                p.out.append(node.text);
            case NUMBER, INTEGER -> p.out.append(node.index);
            case UNKNOWN_INDEX -> p.out.append("unknown index");
            case BUILTIN_FIXED_ARRAY -> enclosed("Builtin.FixedArray<", node, ", ", ">");
            case TUPLE -> enclosed("(", node, ", ", ")");
            case TUPLE_ELEMENT -> tupleElement(node);
            case TYPE_LIST, RETURN_TYPE -> p.printAll(node, "");
            case PACK -> enclosed(node.text + "Pack{", node, ", ", "}");
            case PACK_ELEMENT -> {
                p.out.append("/* level: ").append(node.index).append(" */ each ");
                p.print(node.first());
            }
            case INOUT -> enclosed("inout ", node, "", "");
            case METATYPE -> metatype(node);
            case EXISTENTIAL_METATYPE -> {
                representation(node);
                p.print(node.last());
                p.out.append(".Type");
            }
            case DYNAMIC_SELF, CONSTRAINED_EXISTENTIAL_SELF -> p.out.append("Self");
            case PROTOCOL_LIST -> protocols(node);
            case PROTOCOL_LIST_WITH_CLASS -> {
                p.print(node.child(1));
                p.out.append(" & ");
                p.printAll(node.first().first(), " & ");
            }
            case PROTOCOL_LIST_WITH_ANY_OBJECT -> {
                p.printAll(node.first().first(), " & ");
                p.out.append(node.first().first().isEmpty() ? "" : " & ").append("Swift.AnyObject");
            }
            case CONSTRAINED_EXISTENTIAL -> {
                p.out.append("any ");
                p.print(node.first());
                enclosed("<", node.child(1), ", ", ">");
            }
            case EXISTENTIAL_SHAPE -> {
                p.out.append("existential shape for ");
                representation(node);
                p.out.append("any ");
                p.print(node.last());
            }
            case ASSOCIATED_TYPE_REF -> {
                p.print(node.first());
                p.out.append('.').append(node.child(1).text);
            }
            case OPAQUE_TYPE -> {
                p.print(node.first());
                p.out.append('.');
                p.print(node.child(1));
            }
            case OPAQUE_RETURN -> p.out.append("some");
            case OPAQUE_RETURN_OF -> enclosed("<<opaque return type of ", node, "", ">>");
            case ERROR_TYPE -> p.out.append("<ERROR TYPE>");
            case BOX -> enclosed("@box ", node, "", "");
            case BOX_WITH_LAYOUT -> boxWithLayout(node);
            case BOX_LAYOUT -> enclosed("{ ", node, ", ", " }");
            case BOX_VAR -> enclosed("var ", node, "", "");
            case BOX_LET -> enclosed("let ", node, "", "");
            case SUGARED -> sugared(node);
            case SERIALIZED -> p.out.append("serialized");
            case EMPTY_LIST -> p.out.append(" empty-list ");
            case FIRST_ELEMENT -> p.out.append(" first-element-marker ");
            case VARIADIC -> p.out.append(" variadic-marker ");
            case ASYNC -> p.out.append(" async");
            case THROWS -> p.out.append(" throws");
            case SENDABLE -> p.out.append("@Sendable ");
            case ISOLATED_ANY -> p.out.append("@isolated(any) ");
            case NONISOLATED_NONSENDING -> p.out.append("nonisolated(nonsending) ");
            case SENDING_RESULT -> p.out.append("sending ");
            default -> throw UnreadableName.malformed();
        }
    }

    private void enclosed(String open, Node node, String separator, String close) {
        p.out.append(open);
        p.printAll(node, separator);
        p.out.append(close);
    }

    private void tupleElement(Node node) {
        Node name = node.childOf(Kind.TUPLE_ELEMENT_NAME);
        if (name != null) {
            p.out.append(name.text).append(": ");
        }
        tupleElementType(p, node);
    }

    /** A tuple element without its label. */
    static void tupleElementType(SwiftPrinter p, Node node) {
        Node type = node.childOf(Kind.TYPE);
        if (type == null) {
            throw UnreadableName.malformed();
        }
        p.print(type);
        if (node.childOf(Kind.VARIADIC) != null) {
            p.out.append("...");
        }
    }

    private void representation(Node node) {
        if (node.size() == 2) {
            p.print(node.first());
            p.out.append(' ');
        }
    }

    private void metatype(Node node) {
        representation(node);
        Node type = node.last().first();
        p.printInParentheses(type);
        p.out.append(isExistential(type.kind) ? ".Protocol" : ".Type");
    }

    private static boolean isExistential(Kind kind) {
        return switch (kind) {
            case EXISTENTIAL_METATYPE, PROTOCOL_LIST, PROTOCOL_LIST_WITH_CLASS, PROTOCOL_LIST_WITH_ANY_OBJECT -> true;
            default -> false;
        };
    }

    private void protocols(Node node) {
        if (node.first().isEmpty()) {
            p.out.append("Any");
        } else {
            p.printAll(node.first(), " & ");
        }
    }

    private void boxWithLayout(Node node) {
        if (node.size() != 3) {
            p.print(node.first());
            return;
        }
        p.print(node.child(1));
        p.out.append(' ');
        p.print(node.first());
        enclosed(" <", node.child(2), ", ", ">");
    }

    private void sugared(Node node) {
        switch (node.text) {
            case "?" -> {
                p.printInParentheses(node.first());
                p.out.append('?');
            }
            case "()" -> enclosed("(", node, "", ")");
            case "[]" -> enclosed("[", node, "", "]");
            default -> enclosed("[", node, node.text, "]");
        }
    }

    /** Generic types; Optional, Array and Dictionary by their sugar. */
    private void bound(Node node) {
        Node arguments = node.child(1);
        String name = node.size() == 2 ? standardName(node) : "";
        if (node.size() == 2 && node.is(Kind.BOUND_PROTOCOL)) {
            p.printAll(arguments, "");
            p.out.append(" as ");
            p.print(node.first());
        } else if (arguments.size() == 1 && name.endsWith("Optional")) {
            p.printInParentheses(arguments.first());
            p.out.append("Optional".equals(name) ? '?' : '!');
        } else if (arguments.size() == 1 && "Array".equals(name)) {
            enclosed("[", arguments, "", "]");
        } else if (arguments.size() == 2 && "Dictionary".equals(name)) {
            enclosed("[", arguments, " : ", "]");
        } else {
            p.print(node.first());
            enclosed("<", arguments, ", ", ">");
        }
    }

    /** The name of a type of the standard library that has sugar, else empty. */
    private static String standardName(Node bound) {
        if (!bound.is(Kind.BOUND_ENUM) && !bound.is(Kind.BOUND_STRUCTURE)) {
            return "";
        }
        Node type = bound.first().first();
        if (!type.first().is(Kind.MODULE)
                || !type.first().text.equals(StandardTypes.SWIFT)
                || !type.child(1).is(Kind.IDENTIFIER)) {
            return "";
        }
        String name = type.child(1).text;
        return switch (name) {
            case "Optional", "ImplicitlyUnwrappedOptional" -> bound.is(Kind.BOUND_ENUM) ? name : "";
            case "Array", "Dictionary" -> bound.is(Kind.BOUND_STRUCTURE) ? name : "";
            default -> "";
        };
    }

    /** A type that needs no parentheses before a postfix. */
    static boolean isSimple(Node type) {
        return switch (type.kind) {
            case TYPE -> isSimple(type.first());
            case PROTOCOL_LIST -> type.first().size() <= 1;
            case PROTOCOL_LIST_WITH_ANY_OBJECT -> type.first().first().isEmpty();
            case ASSOCIATED_TYPE_REF,
                    BOUND_CLASS,
                    BOUND_ENUM,
                    BOUND_STRUCTURE,
                    BOUND_PROTOCOL,
                    BOUND_OTHER_NOMINAL,
                    BOUND_TYPE_ALIAS,
                    BOUND_FUNCTION,
                    BUILTIN,
                    BUILTIN_FIXED_ARRAY,
                    CLASS,
                    STRUCTURE,
                    ENUM,
                    PROTOCOL,
                    OTHER_NOMINAL,
                    TYPE_ALIAS,
                    DEPENDENT_GENERIC_TYPE,
                    DEPENDENT_MEMBER,
                    GENERIC_PARAM,
                    DYNAMIC_SELF,
                    ERROR_TYPE,
                    EXISTENTIAL_METATYPE,
                    METATYPE,
                    MODULE,
                    TUPLE,
                    PACK,
                    CONSTRAINED_EXISTENTIAL_SELF,
                    RETURN_TYPE,
                    BOX,
                    BOX_WITH_LAYOUT,
                    TYPE_LIST,
                    LABEL_LIST,
                    SUGARED,
                    INTEGER -> true;
            default -> false;
        };
    }
}
