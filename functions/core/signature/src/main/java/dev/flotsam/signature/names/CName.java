package dev.flotsam.signature.names;

import java.util.Set;

/**
 * C symbols without what compilers, linkers and C libraries hang on them: {@code *__GI_abort.cold.1@@GLIBC_2.2} is
 * {@code abort}.
 */
public final class CName {
    /** Suffixes of GCC's and LLVM's function splitting and cloning that need no number. */
    private static final Set<String> BARE_CLONES = Set.of("cold", "lto_priv", "localalias");

    /** Suffixes of GCC's and LLVM's function splitting and cloning; without a number they may be a method's name. */
    private static final Set<String> CLONES =
            Set.of("cold", "isra", "part", "constprop", "lto_priv", "llvm", "localalias");

    private static final Set<String> ALIASES = Set.of("__GI_", "IA__", "__imp_", "__interceptor_");

    private CName() {}

    /** The symbol as the programmer wrote it. */
    public static String of(String name) {
        String rest = withoutOffset(name);
        rest = rest.startsWith("*") && rest.length() > 1 ? rest.substring(1) : rest;
        for (String alias : ALIASES) {
            if (rest.startsWith(alias) && rest.length() > alias.length()) {
                rest = rest.substring(alias.length());
            }
        }
        rest = withoutVersion(withoutVariant(rest));
        return withoutClones(rest);
    }

    /** {@code name + 24} is {@code name}. */
    private static String withoutOffset(String name) {
        int plus = name.lastIndexOf(" + ");
        if (plus <= 0) {
            return name;
        }
        for (int i = plus + 3; i < name.length(); i++) {
            if (Character.digit(name.charAt(i), 16) < 0 && name.charAt(i) != 'x') {
                return name;
            }
        }
        return name.substring(0, plus);
    }

    /** {@code _platform_bzero$VARIANT$Haswell} is {@code _platform_bzero}: one of several for different processors. */
    private static String withoutVariant(String name) {
        int variant = name.indexOf("$VARIANT$");
        return variant > 0 ? name.substring(0, variant) : name;
    }

    /** {@code memcpy@@GLIBC_2.14} and {@code memcpy@plt} are {@code memcpy}. */
    private static String withoutVersion(String name) {
        int at = name.indexOf('@');
        boolean versioned =
                at > 0 && (name.startsWith("@@", at) || name.startsWith("@GLIBC", at) || name.endsWith("@plt"));
        return versioned ? name.substring(0, at) : name;
    }

    private static String withoutClones(String name) {
        int end = name.length();
        int cut = end;
        boolean numbered = false;
        while (true) {
            int dot = name.lastIndexOf('.', end - 1);
            String part = dot <= 0 ? "" : name.substring(dot + 1, end);
            if (BARE_CLONES.contains(part) || (numbered && CLONES.contains(part))) {
                cut = dot;
                numbered = false;
            } else if (isNumber(part)) {
                numbered = true;
            } else {
                return name.substring(0, cut);
            }
            end = dot;
        }
    }

    private static boolean isNumber(String part) {
        return !part.isEmpty() && part.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
