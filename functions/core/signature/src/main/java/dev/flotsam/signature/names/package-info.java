/**
 * A function's name as some toolchain wrote it becomes the bare name that is the same in every build: no arguments, no
 * return type, no generic arguments, no compiler-made suffixes. Pure functions, one pass over the name, any language.
 */
package dev.flotsam.signature.names;
