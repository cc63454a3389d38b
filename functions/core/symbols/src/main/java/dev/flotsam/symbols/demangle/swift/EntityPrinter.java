package dev.flotsam.symbols.demangle.swift;

import dev.flotsam.symbols.demangle.text.UnreadableName;

/**
 * Writes declarations in their context: {@code Module.Type.method(label: Type) -> Type}. A context with a type or with
 * spaces in its name can't stand before a dot; it goes behind: {@code closure #1 in Module.function()}.
 */
final class EntityPrinter {
    private final SwiftPrinter p;
    private final FunctionTypePrinter functions;

    EntityPrinter(SwiftPrinter printer, FunctionTypePrinter functions) {
        this.p = printer;
        this.functions = functions;
    }

    /** How an entity's type follows its name. */
    private enum Typing {
        NONE,
        COLON,
        FUNCTION
    }

    /**
     * What is written for an entity's name.
     *
     * @param hasName its second child is its name
     * @param instead written in place of a name, or empty
     * @param extra written after the name, or in place of one it hasn't got
     * @param number written after {@code extra}, if not negative
     */
    private record Naming(boolean hasName, String instead, String extra, long number) {
        static final Naming OWN = new Naming(true, "", "", -1);

        static Naming extra(String extra) {
            return new Naming(false, "", extra, -1);
        }

        boolean hasSpaces() {
            return extra.indexOf(' ') >= 0;
        }

        String written() {
            return number < 0 ? extra : extra + number;
        }
    }

    Node nominal(Node node, boolean asPrefix) {
        return entity(node, asPrefix, Typing.NONE, Naming.OWN);
    }

    Node entity(Node node, boolean asPrefix) {
        return switch (node.kind) {
            case VARIABLE -> entity(node, asPrefix, Typing.COLON, Naming.OWN);
            case FUNCTION, BOUND_FUNCTION -> entity(node, asPrefix, Typing.FUNCTION, Naming.OWN);
            case SUBSCRIPT -> entity(node, asPrefix, Typing.FUNCTION, new Naming(false, "subscript", "", -1));
            case MACRO -> entity(node, asPrefix, node.size() == 3 ? Typing.COLON : Typing.FUNCTION, Naming.OWN);
            case MACRO_EXPANSION ->
                entity(node, asPrefix, Typing.NONE, new Naming(true, "", node.text, node.index + 1));
            case EXPLICIT_CLOSURE -> closure(node, asPrefix, "closure #");
            case IMPLICIT_CLOSURE -> closure(node, asPrefix, "implicit closure #");
            case INITIALIZER, LIFECYCLE -> entity(node, asPrefix, Typing.NONE, Naming.extra(node.text));
            case DEFAULT_ARGUMENT ->
                entity(node, asPrefix, Typing.NONE, new Naming(false, "", "default argument ", node.child(1).index));
            case ACCESSOR -> accessor(node, asPrefix);
            case ALLOCATOR -> {
                boolean isClass = node.first().is(Kind.CLASS);
                yield entity(node, asPrefix, Typing.FUNCTION, Naming.extra(isClass ? "__allocating_init" : "init"));
            }
            case CONSTRUCTOR -> {
                boolean hasName = node.size() > 2;
                yield entity(node, asPrefix, Typing.FUNCTION, new Naming(hasName, "", "init", -1));
            }
            case DEALLOCATOR -> {
                boolean isClass = node.first().is(Kind.CLASS);
                yield entity(node, asPrefix, Typing.NONE, Naming.extra(isClass ? node.text : "deinit"));
            }
            default -> throw UnreadableName.malformed();
        };
    }

    private Node closure(Node node, boolean asPrefix, String phrase) {
        Typing typing = p.full ? Typing.FUNCTION : Typing.NONE;
        return entity(node, asPrefix, typing, new Naming(false, "", phrase, node.child(1).index + 1));
    }

    private Node accessor(Node node, boolean asPrefix) {
        Node storage = node.first();
        return switch (storage.kind) {
            case VARIABLE -> entity(storage, asPrefix, Typing.COLON, new Naming(true, "", node.text, -1));
            case SUBSCRIPT -> entity(storage, asPrefix, Typing.COLON, new Naming(false, "subscript", node.text, -1));
            default -> throw UnreadableName.malformed();
        };
    }

    private Node entity(Node node, boolean asPrefix, Typing typing, Naming naming) {
        Node arguments = node.is(Kind.BOUND_FUNCTION) ? node.child(1) : null;
        Node entity = node.is(Kind.BOUND_FUNCTION) ? node.first() : node;
        boolean local = naming.hasName() && entity.child(1).is(Kind.LOCAL_DECL_NAME);
        boolean contextBehind = local || naming.hasSpaces();
        if (asPrefix && (typing != Typing.NONE || contextBehind)) {
            return entity;
        }
        Node context = entity.first();
        Node behind = context;
        if (!contextBehind) {
            int before = p.out.length();
            behind = p.print(context, true);
            if (p.out.length() != before) {
                p.out.append('.');
            }
        }
        name(entity, naming, contextBehind);
        type(entity, typing, arguments, contextBehind);
        if (asPrefix || behind == null) {
            return behind;
        }
        p.out.append(isPartOfContext(entity.kind) ? " of " : " in ");
        p.print(behind);
        return null;
    }

    private static boolean isPartOfContext(Kind kind) {
        return kind == Kind.DEFAULT_ARGUMENT || kind == Kind.INITIALIZER;
    }

    private void name(Node entity, Naming naming, boolean contextBehind) {
        String extra = naming.written();
        if (naming.hasName() || !naming.instead().isEmpty()) {
            if (!extra.isEmpty() && contextBehind) {
                p.out.append(extra).append(" of ");
                extra = "";
            }
            int before = p.out.length();
            if (naming.instead().isEmpty()) {
                ownName(entity);
            } else {
                p.out.append(naming.instead());
            }
            if (p.out.length() != before && !extra.isEmpty()) {
                p.out.append('.');
            }
        }
        p.out.append(extra);
    }

    private void ownName(Node entity) {
        Node name = entity.child(1);
        if (!name.is(Kind.PRIVATE_DECL_NAME)) {
            p.print(name);
        }
        Node discriminated = entity.childOf(Kind.PRIVATE_DECL_NAME);
        if (discriminated != null) {
            p.print(discriminated);
        }
    }

    private void type(Node entity, Typing typing, Node arguments, boolean contextBehind) {
        if (typing == Typing.NONE) {
            return;
        }
        Node marked = entity.childOf(Kind.TYPE);
        if (marked == null) {
            throw UnreadableName.malformed();
        }
        Node type = marked.first();
        if (typing == Typing.FUNCTION && isWrittenAsFunction(type)) {
            if (contextBehind || GenericPrinter.needsSpaceBefore(type)) {
                p.out.append(' ');
            }
            functions.entityType(entity, type, arguments);
        } else if (p.full) {
            p.out.append(" : ");
            functions.entityType(entity, type, arguments);
        }
    }

    private static boolean isWrittenAsFunction(Node type) {
        Node bare = type;
        while (bare.is(Kind.DEPENDENT_GENERIC_TYPE)) {
            bare = bare.child(1).first();
        }
        return bare.kind.isPlainFunctionType()
                || bare.is(Kind.UNCURRIED_FUNCTION_TYPE)
                || bare.is(Kind.C_FUNCTION_POINTER)
                || bare.is(Kind.THIN_FUNCTION_TYPE);
    }

    void context(Node node) {
        switch (node.kind) {
            case PRIVATE_DECL_NAME -> privateName(node);
            case RELATED_DECL_NAME -> {
                p.out.append("related decl '").append(node.first().text).append("' for ");
                p.print(node.child(1));
            }
            case EXTENSION -> extension(node);
            default -> anonymous(node);
        }
    }

    private void privateName(Node node) {
        boolean named = node.size() > 1;
        if (!p.full) {
            if (named) {
                p.print(node.child(1));
            }
            return;
        }
        p.out.append('(');
        if (named) {
            p.print(node.child(1));
            p.out.append(' ');
        }
        p.out.append("in ").append(node.first().text).append(')');
    }

    private void extension(Node node) {
        if (p.full) {
            p.out.append("(extension in ");
            p.print(node.first(), true);
            p.out.append("):");
        }
        p.print(node.child(1));
        if (node.size() == 3) {
            p.print(node.child(2));
        }
    }

    private void anonymous(Node node) {
        if (!p.full) {
            return;
        }
        p.print(node.child(1));
        p.out.append(".(unknown context at ");
        p.print(node.first());
        p.out.append(')');
        if (!node.child(2).isEmpty()) {
            p.out.append('<');
            p.print(node.child(2));
            p.out.append('>');
        }
    }
}
