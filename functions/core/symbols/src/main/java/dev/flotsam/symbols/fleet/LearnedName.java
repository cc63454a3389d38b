package dev.flotsam.symbols.fleet;

/**
 * A name three installations agree on.
 *
 * @param name as the reports gave it: possibly demangled already
 * @param functionStart offset of the function in its image
 */
public record LearnedName(String name, long functionStart) {}
