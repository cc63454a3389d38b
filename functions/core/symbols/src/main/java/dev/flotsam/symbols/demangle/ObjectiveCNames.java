package dev.flotsam.symbols.demangle;

import dev.flotsam.symbols.demangle.swift.SwiftNames;
import dev.flotsam.symbols.demangle.text.Limits;
import dev.flotsam.symbols.demangle.text.UnreadableName;

/**
 * Objective-C method names: {@code -[Class method:]}, {@code +[Class(Category) method]}, and blocks in them. They are
 * readable; a Swift class in one is registered under its old mangled name ({@code _TtC3App4Type}), which is read.
 */
final class ObjectiveCNames {
    private static final String SWIFT_CLASS = "_Tt";
    private static final String CLASS_SYMBOL = "_OBJC_";

    private ObjectiveCNames() {}

    static boolean isObjectiveC(String name) {
        return methodStart(name) >= 0 || isClassSymbol(name);
    }

    private static boolean isClassSymbol(String name) {
        return name.startsWith(CLASS_SYMBOL) && name.contains("$_");
    }

    /** Where {@code -[} or {@code +[} starts: at the front, or after a block's underscores. */
    private static int methodStart(String name) {
        int start = 0;
        while (start < name.length() && name.charAt(start) == '_') {
            start++;
        }
        boolean opens = name.startsWith("-[", start) || name.startsWith("+[", start);
        return opens && name.indexOf(']', start) > 0 ? start : -1;
    }

    static String readable(String name, Style style) {
        int swift = name.indexOf(SWIFT_CLASS);
        if (swift < 0) {
            return name;
        }
        StringBuilder readable = new StringBuilder(name.length());
        int done = 0;
        while (swift >= 0 && readable.length() < Limits.TEXT_BYTES) {
            int end = swift;
            while (end < name.length() && isIdentifierPart(name.charAt(end))) {
                end++;
            }
            readable.append(name, done, swift).append(swiftClass(name.substring(swift, end), style));
            done = end;
            swift = name.indexOf(SWIFT_CLASS, end);
        }
        readable.append(name, done, name.length());
        if (3 * readable.length() > Limits.TEXT_BYTES) {
            throw UnreadableName.beyondLimits();
        }
        return readable.toString();
    }

    private static boolean isIdentifierPart(char c) {
        return c == '_' || c == '$' || Character.isLetterOrDigit(c);
    }

    private static String swiftClass(String mangled, Style style) {
        try {
            return SwiftNames.isSwift(mangled) ? Demangler.swift(mangled, style) : mangled;
        } catch (UnreadableName notSwift) {
            return mangled;
        }
    }
}
