/** How long demangling one name takes, beside llvm-cxxfilt. Enter at {@link dev.flotsam.bench.demangle.DemangleBench}. */
package dev.flotsam.bench.demangle;
