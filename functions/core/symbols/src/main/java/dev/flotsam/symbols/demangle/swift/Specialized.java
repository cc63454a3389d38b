package dev.flotsam.symbols.demangle.swift;

/** What a specialized argument was turned into; its code is the index of the argument's node. */
enum Specialized {
    /** A word or several: dead, exploded, promoted. */
    PLAIN(0, ""),
    FUNCTION(1, "Constant Propagated Function"),
    GLOBAL(2, "Constant Propagated Global"),
    INTEGER(3, "Constant Propagated Integer"),
    FLOAT(4, "Constant Propagated Float"),
    STRING(5, "Constant Propagated String"),
    KEY_PATH(6, "Constant Propagated KeyPath"),
    CLOSURE(7, "Closure Propagated");

    private final int code;
    private final String words;

    Specialized(int code, String words) {
        this.code = code;
        this.words = words;
    }

    static Specialized of(Node parameter) {
        for (Specialized one : values()) {
            if (one.code == parameter.index) {
                return one;
            }
        }
        return PLAIN;
    }

    /** Takes an identifier from the stack. */
    boolean hasPayload() {
        return this == FUNCTION || this == GLOBAL || this == STRING || this == KEY_PATH || this == CLOSURE;
    }

    /** Takes types from the stack too. */
    boolean hasTypes() {
        return this == KEY_PATH || this == CLOSURE;
    }

    Node parameter(Kind kind) {
        return Node.of(kind, words, code);
    }
}
