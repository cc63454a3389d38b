package dev.flotsam.symbols.demangle;

/** How much of a name is wanted. */
public enum Style {
    /** Everything the name says, as {@code swift-demangle} and {@code llvm-cxxfilt} print it. */
    FULL,
    /**
     * What crash logs and titles show: Swift as {@code swift-demangle --simplified}, C++ as
     * {@code llvm-cxxfilt --no-params}.
     */
    SIMPLIFIED,
    /** Type and function only, without generics and arguments: what signatures are made of. */
    BASE
}
