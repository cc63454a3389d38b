package dev.flotsam.signature.names;

import java.util.function.UnaryOperator;

/**
 * Objective-C methods and blocks: {@code __31-[Feed reload:]_block_invoke_2} is {@code -[Feed reload:]}. Categories are
 * kept; a class that key-value observing made is the class it was made from.
 */
public final class ObjcName {
    private static final String BLOCK = "_block_invoke";
    private static final String OBSERVED = "NSKVONotifying_";

    private ObjcName() {}

    /** Whether the name is, or holds, a bracketed method. */
    public static boolean isMethod(String name) {
        int bracket = name.indexOf('[');
        return bracket > 0
                && (name.charAt(bracket - 1) == '-' || name.charAt(bracket - 1) == '+')
                && name.indexOf(' ', bracket) > 0;
    }

    /** The method a name is about; class names in it are made readable by {@code demangler}. */
    public static String method(String name, UnaryOperator<String> demangler) {
        int open = name.indexOf('[');
        int close = name.indexOf(']', open);
        int space = name.indexOf(' ', open);
        if (close < 0 || space > close) {
            return name;
        }
        String type = name.substring(open + 1, space);
        if (type.startsWith(OBSERVED)) {
            type = type.substring(OBSERVED.length());
        }
        if (type.startsWith("_Tt")) {
            type = demangler.apply(type);
        }
        return name.charAt(open - 1) + "[" + type + name.substring(space, close + 1);
    }

    /** The function a C block stands in: {@code __load_block_invoke.12} is {@code load}. */
    public static String withoutBlock(String name) {
        int block = name.indexOf(BLOCK);
        if (block <= 0 || !isNumbering(name, block + BLOCK.length())) {
            return name;
        }
        int start = 0;
        while (start < block && name.charAt(start) == '_' && start < 2) {
            start++;
        }
        while (start < block && Character.isDigit(name.charAt(start))) {
            start++;
        }
        return start < block ? name.substring(start, block) : name;
    }

    private static boolean isNumbering(String name, int from) {
        for (int i = from; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '_' && c != '.' && !Character.isDigit(c)) {
                return false;
            }
        }
        return true;
    }
}
