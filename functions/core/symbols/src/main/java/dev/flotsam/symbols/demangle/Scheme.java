package dev.flotsam.symbols.demangle;

/** Who made a name: the language whose grammar it was read by. */
public enum Scheme {
    SWIFT,
    CXX,
    OBJECTIVE_C,
    RUST,
    /** No grammar reads it: a C function, a name already readable, or a name beyond the limits. */
    NONE
}
