package dev.flotsam.report.text;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Registers in the order people look for them: numbered ones by number, then the others by name. */
final class RegisterOrder {
    private static final List<String> X86 = List.of(
            "rax", "rbx", "rcx", "rdx", "rdi", "rsi", "rbp", "rsp", "eax", "ebx", "ecx", "edx", "edi", "esi", "ebp",
            "esp");

    private RegisterOrder() {}

    static List<Map.Entry<String, Long>> sorted(Map<String, Long> registers) {
        return registers.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Long>>comparingInt(entry -> rank(entry.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .toList();
    }

    private static int rank(String name) {
        int x86 = X86.indexOf(name);
        if (x86 >= 0) {
            return x86;
        }
        boolean numbered = name.length() >= 2
                && name.length() <= 3
                && (name.charAt(0) == 'x' || name.charAt(0) == 'r')
                && name.chars().skip(1).allMatch(Character::isDigit);
        return numbered ? 16 + Integer.parseInt(name, 1, name.length(), 10) : 1_000;
    }
}
