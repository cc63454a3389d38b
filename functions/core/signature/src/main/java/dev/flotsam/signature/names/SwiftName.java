package dev.flotsam.signature.names;

import java.util.List;

/**
 * The function a demangled Swift name is about: closures, specialisations and forwarders are their function.
 *
 * <p>Words as the Swift compiler's demangler prints them (swift/lib/Demangling/NodePrinter.cpp).
 */
public final class SwiftName {
    /** Words before the function's own name. */
    private static final List<String> WRAPPERS = List.of(
            "specialized ",
            "merged ",
            "@objc ",
            "@nonobjc ",
            "@nonobjc dynamic ",
            "dynamic ",
            "static ",
            "class ",
            "partial apply forwarder for ",
            "partial apply for ",
            "curry thunk of ",
            "dispatch thunk of ",
            "async function pointer to ",
            "distributed thunk for ",
            "back deployment thunk for ",
            "back deployment fallback for ",
            "invocation function for block in ",
            "non-virtual thunk to ",
            "virtual thunk to ",
            "objc completion handler block implementation of ",
            "variable initialization expression of ",
            "property wrapper backing initializer of ",
            "one-time initialization function for ",
            "method lookup function for ");

    /** Words before a bracketed list and " of ". */
    private static final List<String> SPECIALIZATIONS = List.of(
            "generic specialization <",
            "generic not re-abstracted specialization <",
            "generic pre-specialization <",
            "generic partial specialization <",
            "inlined generic function <",
            "function signature specialization <");

    /** Unnamed functions that run as part of the one they stand in. */
    private static final List<String> UNNAMED = List.of(
            "closure #", "implicit closure #", "autoclosure #", "$defer #", "async closure #", "default argument ");

    /** Wrappers taken off one name; real names have fewer than ten. */
    static final int MOST_WRAPPERS = 24;

    private SwiftName() {}

    /** The function's name and arguments without what the compiler wrapped around it. */
    public static String unwrapped(String name) {
        return unwrapped(name, MOST_WRAPPERS);
    }

    private static String unwrapped(String name, int most) {
        String rest = name;
        for (int i = 0; i < most; i++) {
            String next = once(rest, most - i - 1);
            if (next.length() >= rest.length()) {
                return rest;
            }
            rest = next;
        }
        return rest;
    }

    private static String once(String name, int most) {
        if (name.startsWith("(") && Character.isDigit(charAt(name, 1))) {
            return afterResume(name);
        }
        for (String wrapper : WRAPPERS) {
            if (name.startsWith(wrapper)) {
                return name.substring(wrapper.length());
            }
        }
        for (String specialization : SPECIALIZATIONS) {
            if (name.startsWith(specialization)) {
                int end = Brackets.after(name, specialization.length() - 1);
                return name.startsWith(" of ", end) ? name.substring(end + " of ".length()) : name;
            }
        }
        for (String unnamed : UNNAMED) {
            if (name.startsWith(unnamed)) {
                return afterScope(name, unnamed.equals("default argument ") ? " of " : " in ");
            }
        }
        return localFunction(name, most);
    }

    /** {@code (2) suspend resume partial function for f} is {@code f}: the parts of an async function. */
    private static String afterResume(String name) {
        String words = " resume partial function for ";
        int at = name.indexOf(words);
        return at < 0 ? name : name.substring(at + words.length());
    }

    private static String afterScope(String name, String word) {
        int scope = Brackets.outside(name, word, 0);
        return scope < 0 ? name : name.substring(scope + word.length());
    }

    /** {@code inner #1 (Int) -> () in Outer.f()} is {@code Outer.f.inner}. */
    private static String localFunction(String name, int most) {
        int number = name.indexOf(" #");
        int scope = number < 0 ? -1 : Brackets.outside(name, " in ", number);
        if (number <= 0 || scope < 0 || !Character.isDigit(charAt(name, number + 2))) {
            return name;
        }
        String outer = BareName.of(unwrapped(name.substring(scope + " in ".length()), most));
        return outer + "." + name.substring(0, number);
    }

    private static char charAt(String text, int index) {
        return index < text.length() ? text.charAt(index) : ' ';
    }
}
