package dev.flotsam.symbols.demangle.swift;

/**
 * What a {@link Node} of a Swift name stands for.
 *
 * <p>The compiler's own tree has some 350 kinds. Most of them only differ in the phrase they are printed with ("metaclass
 * for", "type metadata accessor for"): here those are one kind, {@link #LABELLED}, with the phrase as text. A kind of its
 * own is given to what the grammar asks for by kind, or what is printed by a rule of its own.
 */
enum Kind {
    // Words and numbers.
    IDENTIFIER(Role.DECL_NAME),
    INFIX_OPERATOR(Role.DECL_NAME),
    PREFIX_OPERATOR(Role.DECL_NAME),
    POSTFIX_OPERATOR(Role.DECL_NAME),
    LOCAL_DECL_NAME(Role.DECL_NAME),
    PRIVATE_DECL_NAME(Role.DECL_NAME),
    RELATED_DECL_NAME(Role.DECL_NAME),
    MODULE(Role.CONTEXT),
    NUMBER(Role.NONE),
    UNKNOWN_INDEX(Role.NONE),
    /** Text printed as it stands: conventions, builtin names, escaped fragments. */
    WORD(Role.NONE),

    // Markers that the reader's stack holds until an operator takes them.
    EMPTY_LIST(Role.NONE),
    FIRST_ELEMENT(Role.NONE),
    VARIADIC(Role.NONE),

    // Named types. They are contexts too.
    CLASS(Role.GENERIC_CONTEXT),
    STRUCTURE(Role.GENERIC_CONTEXT),
    ENUM(Role.GENERIC_CONTEXT),
    PROTOCOL(Role.GENERIC_CONTEXT),
    OTHER_NOMINAL(Role.GENERIC_CONTEXT),
    TYPE_ALIAS(Role.GENERIC_CONTEXT),
    BOUND_CLASS(Role.NONE),
    BOUND_STRUCTURE(Role.NONE),
    BOUND_ENUM(Role.NONE),
    BOUND_PROTOCOL(Role.NONE),
    BOUND_OTHER_NOMINAL(Role.NONE),
    BOUND_TYPE_ALIAS(Role.NONE),
    BOUND_FUNCTION(Role.NONE),

    // Other contexts and entities.
    EXTENSION(Role.CONTEXT),
    ANONYMOUS_CONTEXT(Role.CONTEXT),
    FUNCTION(Role.CONTEXT),
    VARIABLE(Role.CONTEXT),
    SUBSCRIPT(Role.CONTEXT),
    /** A getter, setter, addressor…; the text names it, the child is the variable or subscript. */
    ACCESSOR(Role.CONTEXT),
    ALLOCATOR(Role.CONTEXT),
    CONSTRUCTOR(Role.CONTEXT),
    /** Destructors and ivar helpers: untyped members whose text is their name. */
    LIFECYCLE(Role.CONTEXT),
    /** Destructors whose name gets a prefix in a class: text is the class's word for it. */
    DEALLOCATOR(Role.CONTEXT),
    EXPLICIT_CLOSURE(Role.CONTEXT),
    IMPLICIT_CLOSURE(Role.CONTEXT),
    DEFAULT_ARGUMENT(Role.CONTEXT),
    /** Initial value expressions and property wrapper initializers; the text says which. */
    INITIALIZER(Role.CONTEXT),
    STATIC(Role.CONTEXT),
    OPAQUE_RETURN_OF(Role.CONTEXT),
    AUTODIFF_FUNCTION(Role.CONTEXT),
    GENERIC_PARAM_DECL(Role.NONE),
    MACRO(Role.NONE),
    /** A macro expansion; the text is the phrase before its number. */
    MACRO_EXPANSION(Role.NONE),
    MACRO_EXPANSION_PLACE(Role.NONE),

    // Types.
    TYPE(Role.NONE),
    TYPE_LIST(Role.NONE),
    LABEL_LIST(Role.NONE),
    TYPE_MANGLING(Role.NONE),
    BUILTIN(Role.NONE),
    BUILTIN_FIXED_ARRAY(Role.NONE),
    TUPLE(Role.NONE),
    TUPLE_ELEMENT(Role.NONE),
    TUPLE_ELEMENT_NAME(Role.NONE),
    PACK(Role.NONE),
    PACK_ELEMENT(Role.NONE),
    INOUT(Role.NONE),
    METATYPE(Role.NONE),
    EXISTENTIAL_METATYPE(Role.NONE),
    METATYPE_REPRESENTATION(Role.NONE),
    DYNAMIC_SELF(Role.NONE),
    PROTOCOL_LIST(Role.NONE),
    PROTOCOL_LIST_WITH_CLASS(Role.NONE),
    PROTOCOL_LIST_WITH_ANY_OBJECT(Role.NONE),
    CONSTRAINED_EXISTENTIAL(Role.NONE),
    CONSTRAINED_EXISTENTIAL_REQUIREMENTS(Role.NONE),
    CONSTRAINED_EXISTENTIAL_SELF(Role.NONE),
    EXISTENTIAL_SHAPE(Role.NONE),
    ASSOCIATED_TYPE_REF(Role.NONE),
    OPAQUE_TYPE(Role.NONE),
    OPAQUE_RETURN(Role.NONE),
    ERROR_TYPE(Role.NONE),
    INTEGER(Role.NONE),
    BOX(Role.NONE),
    BOX_WITH_LAYOUT(Role.NONE),
    BOX_LAYOUT(Role.NONE),
    BOX_VAR(Role.NONE),
    BOX_LET(Role.NONE),
    /** Sugar the debugger keeps: {@code T?}, {@code [T]}, {@code [K : V]}, {@code (T)}; the text says which. */
    SUGARED(Role.NONE),

    // Function types; the first children are annotations, the last two are arguments and result.
    FUNCTION_TYPE(Role.NONE),
    NO_ESCAPE_FUNCTION_TYPE(Role.NONE),
    UNCURRIED_FUNCTION_TYPE(Role.NONE),
    AUTO_CLOSURE_TYPE(Role.NONE),
    THIN_FUNCTION_TYPE(Role.NONE),
    C_FUNCTION_POINTER(Role.NONE),
    OBJC_BLOCK(Role.NONE),
    ESCAPING_OBJC_BLOCK(Role.NONE),
    ARGUMENTS(Role.NONE),
    RETURN_TYPE(Role.NONE),
    CLANG_TYPE(Role.NONE),
    ASYNC(Role.NONE),
    THROWS(Role.NONE),
    TYPED_THROWS(Role.NONE),
    SENDABLE(Role.NONE),
    DIFFERENTIABLE(Role.NONE),
    GLOBAL_ACTOR(Role.NONE),
    ISOLATED_ANY(Role.NONE),
    NONISOLATED_NONSENDING(Role.NONE),
    SENDING_RESULT(Role.NONE),

    // Function types of the intermediate language.
    IMPL_FUNCTION_TYPE(Role.NONE),
    IMPL_PARAMETER(Role.NONE),
    IMPL_RESULT(Role.NONE),
    IMPL_YIELD(Role.NONE),
    IMPL_ERROR_RESULT(Role.NONE),
    IMPL_PATTERN_SUBSTITUTIONS(Role.NONE),
    IMPL_INVOCATION_SUBSTITUTIONS(Role.NONE),
    IMPL_SENDING_RESULT(Role.NONE),

    // Generics.
    GENERIC_SIGNATURE(Role.NONE),
    GENERIC_PARAM_COUNT(Role.NONE),
    GENERIC_PARAM_PACK(Role.NONE),
    GENERIC_PARAM_VALUE(Role.NONE),
    GENERIC_PARAM(Role.NONE),
    DEPENDENT_GENERIC_TYPE(Role.NONE),
    DEPENDENT_MEMBER(Role.NONE),
    DEPENDENT_ASSOCIATED_TYPE_REF(Role.NONE),
    ASSOC_TYPE_PATH(Role.NONE),
    CONFORMANCE_REQUIREMENT(Role.REQUIREMENT),
    SAME_TYPE_REQUIREMENT(Role.REQUIREMENT),
    SAME_SHAPE_REQUIREMENT(Role.REQUIREMENT),
    LAYOUT_REQUIREMENT(Role.REQUIREMENT),
    INVERSE_REQUIREMENT(Role.REQUIREMENT),

    // Conformances.
    PROTOCOL_CONFORMANCE(Role.NONE),
    RETROACTIVE_CONFORMANCE(Role.NONE),
    CONFORMANCE_REF_TYPE_MODULE(Role.NONE),
    CONFORMANCE_REF_PROTOCOL_MODULE(Role.NONE),
    CONFORMANCE_REF_OTHER_MODULE(Role.NONE),
    CONFORMANCE_LIST(Role.NONE),
    CONCRETE_CONFORMANCE(Role.CONFORMANCE),
    PACK_CONFORMANCE(Role.CONFORMANCE),
    OPAQUE_CONFORMANCE(Role.CONFORMANCE),
    ROOT_CONFORMANCE(Role.CONFORMANCE),
    INHERITED_CONFORMANCE(Role.CONFORMANCE),
    ASSOCIATED_CONFORMANCE(Role.CONFORMANCE),

    // Globals.
    GLOBAL(Role.NONE),
    SUFFIX(Role.NONE),
    /** A phrase and what it is about: "metaclass for" C. Children are printed one after the other. */
    LABELLED(Role.NONE),
    PROTOCOL_WITNESS(Role.NONE),
    VTABLE_THUNK(Role.NONE),
    VALUE_WITNESS(Role.NONE),
    FIELD_OFFSET(Role.NONE),
    LAZY_WITNESS_TABLE(Role.NONE),
    /** Phrase, subject, "in" and where: two children, the place first. */
    LABELLED_IN(Role.NONE),
    ASSOCIATED_WITNESS_TABLE(Role.NONE),
    /** Phrase, protocol, ".", path, ": ", requirement. */
    ASSOCIATED_CONFORMANCE_ENTRY(Role.NONE),
    BASE_CONFORMANCE(Role.NONE),
    KEY_PATH_THUNK(Role.NONE),
    KEY_PATH_OPERATOR(Role.NONE),
    SERIALIZED(Role.NONE),
    REABSTRACTION_THUNK(Role.NONE),
    REABSTRACTION_THUNK_WITH_SELF(Role.NONE),
    REABSTRACTION_THUNK_WITH_ACTOR(Role.NONE),
    AUTODIFF_VTABLE_THUNK(Role.NONE),
    AUTODIFF_SUBSET_THUNK(Role.NONE),
    AUTODIFF_REORDERING_THUNK(Role.NONE),
    AUTODIFF_KIND(Role.NONE),
    DIFFERENTIABILITY_WITNESS(Role.NONE),
    INDEX_SUBSET(Role.NONE),
    ONCE(Role.NONE),
    ONCE_DECLARATIONS(Role.NONE),
    COMPLETION_HANDLER(Role.NONE),

    // What a global's entity is decorated with. They end up before it.
    /** "@objc ", "dynamic ", "outlined variable #0 of ": shown in every style. */
    LEADING(Role.ATTRIBUTE),
    /** "merged ", "distributed thunk ": shown in the full style only. */
    LEADING_THUNK(Role.ATTRIBUTE),
    PARTIAL_APPLY(Role.ATTRIBUTE),
    GENERIC_SPECIALIZATION(Role.ATTRIBUTE),
    FUNCTION_SPECIALIZATION(Role.ATTRIBUTE),
    SPECIALIZATION_PASS(Role.NONE),
    DROPPED_ARGUMENT(Role.NONE),
    SPECIALIZATION_PARAM(Role.NONE),
    FUNCTION_SPECIALIZATION_PARAM(Role.NONE),
    FUNCTION_SPECIALIZATION_RETURN(Role.NONE),
    FUNCTION_SPECIALIZATION_KIND(Role.NONE),
    FUNCTION_SPECIALIZATION_PAYLOAD(Role.NONE);

    /** What the grammar may ask of a kind. */
    private enum Role {
        NONE,
        DECL_NAME,
        CONTEXT,
        GENERIC_CONTEXT,
        REQUIREMENT,
        CONFORMANCE,
        ATTRIBUTE
    }

    private final Role role;

    Kind(Role role) {
        this.role = role;
    }

    /** Can name a declaration. */
    boolean isDeclName() {
        return role == Role.DECL_NAME;
    }

    /** Can contain other entities. */
    boolean isContext() {
        return role == Role.CONTEXT || role == Role.GENERIC_CONTEXT;
    }

    /** Can take generic arguments. */
    boolean isAnyGeneric() {
        return role == Role.GENERIC_CONTEXT;
    }

    /** Is what the grammar calls an entity, or a type where it stands for one. */
    boolean isEntity() {
        return this == TYPE || isContext();
    }

    /** Is a requirement of a generic signature that a {@code where} clause may list. */
    boolean isRequirement() {
        return role == Role.REQUIREMENT || this == GENERIC_PARAM_PACK || this == GENERIC_PARAM_VALUE;
    }

    /** Is a conformance, of a concrete type or of a generic parameter. */
    boolean isConformance() {
        return role == Role.CONFORMANCE;
    }

    /** Is a conformance that a generic parameter's requirements give. */
    boolean isDependentConformance() {
        return this == ROOT_CONFORMANCE || this == INHERITED_CONFORMANCE || this == ASSOCIATED_CONFORMANCE;
    }

    /** Decorates the entity of a global name and is printed before it. */
    boolean isFunctionAttribute() {
        return role == Role.ATTRIBUTE;
    }

    /** Is a function type that is written {@code (arguments) -> result}. */
    boolean isPlainFunctionType() {
        return this == FUNCTION_TYPE || this == NO_ESCAPE_FUNCTION_TYPE;
    }
}
