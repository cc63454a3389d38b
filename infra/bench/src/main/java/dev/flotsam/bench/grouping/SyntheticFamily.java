package dev.flotsam.bench.grouping;

import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How the reports of one bug differ, and which rule must see through it. Each adds the frames above the callers; a name
 * beginning with "!" lies in a system image.
 */
enum SyntheticFamily {
    /** The same function fails, called from anywhere. */
    CALLERS("selection") {
        @Override
        List<String> innermost(SyntheticBug bug, RandomGenerator random) {
            return List.of(bug.function() + "(_:)");
        }
    },
    /** System functions above the app's differ by OS version, or have no names. */
    OS_VERSIONS("selection") {
        @Override
        List<String> innermost(SyntheticBug bug, RandomGenerator random) {
            List<String> system = SYSTEM_CALLS.get(bug.number() % SYSTEM_CALLS.size());
            String version = pick(random, "", "_v2", "Internal");
            return switch (random.nextInt(3)) {
                case 0 -> List.of("!" + system.getFirst() + version, "!" + system.getLast(), bug.function() + "(_:)");
                case 1 -> List.of("!<redacted>", "!<redacted>", bug.function() + "(_:)");
                default -> List.of("!" + system.getLast() + version, bug.function() + "(_:)");
            };
        }
    },
    /** Abort machinery grows with the OS version. */
    ABORTS("irrelevant") {
        @Override
        List<String> innermost(SyntheticBug bug, RandomGenerator random) {
            return switch (random.nextInt(3)) {
                case 0 -> List.of("!__pthread_kill", "!pthread_kill", "!abort", bug.function() + "()");
                case 1 -> List.of("!__kill", "!raise", "!abort", "!__assert_rtn", bug.function() + "()");
                default -> List.of("!__abort_with_payload", "!abort_with_reason", bug.function() + "()");
            };
        }
    },
    /** Closures, specialisations and partial applications by optimisation level. */
    CLOSURES("swift-names") {
        @Override
        List<String> innermost(SyntheticBug bug, RandomGenerator random) {
            String prefix = pick(
                    random,
                    "",
                    "closure #1 in ",
                    "specialized closure #2 in ",
                    "partial apply for closure #1 in ",
                    "(" + (1 + random.nextInt(4)) + ") suspend resume partial function for ",
                    "@objc ");
            return List.of(prefix + bug.function() + "(_:)");
        }
    },
    /** Forwarders stand above, or not. */
    THUNKS("thunks") {
        @Override
        List<String> innermost(SyntheticBug bug, RandomGenerator random) {
            return switch (random.nextInt(3)) {
                case 0 -> List.of("thunk for @escaping @callee_guaranteed () -> ()", bug.function() + "()");
                case 1 -> List.of("outlined init with copy of Item", bug.function() + "()");
                default -> List.of(bug.function() + "()");
            };
        }
    },
    /** Blocks are numbered anew by every compilation. */
    BLOCKS("objective-c-names") {
        @Override
        List<String> innermost(SyntheticBug bug, RandomGenerator random) {
            String method = "-[" + bug.function().replace('.', ' ') + "]";
            return random.nextInt(4) == 0
                    ? List.of(method)
                    : List.of(
                            "__" + (20 + random.nextInt(9)) + method + "_block_invoke" + pick(random, "", "_2", "_3"));
        }
    },
    /** C++ functions are split, cloned and instantiated. */
    TEMPLATES("bare-names") {
        @Override
        List<String> innermost(SyntheticBug bug, RandomGenerator random) {
            String name = bug.function().replace(".", "::");
            return List.of(
                    switch (random.nextInt(4)) {
                        case 0 -> "void " + name + "<int>(int, std::allocator<int> const&)";
                        case 1 -> name + "(std::string const&) const";
                        case 2 -> name + "<char>(char)";
                        default -> name + "()";
                    });
        }
    },
    /** A stack overflow ends at any place of a cycle, at any depth. */
    RECURSION("recursion") {
        @Override
        List<String> innermost(SyntheticBug bug, RandomGenerator random) {
            return Collections.nCopies(3 + random.nextInt(60), bug.function() + "(depth:)");
        }
    },
    /** An assertion helper fails for many bugs. */
    HELPERS("selection") {
        @Override
        List<String> innermost(SyntheticBug bug, RandomGenerator random) {
            return List.of("Check.failure(_:)", bug.function() + "()");
        }
    },
    /** The standard library's generic code was compiled into the app. */
    STANDARD_LIBRARY("runtime-functions") {
        @Override
        List<String> innermost(SyntheticBug bug, RandomGenerator random) {
            return switch (random.nextInt(3)) {
                case 0 -> List.of("specialized Array.subscript.getter", bug.function() + "()");
                case 1 ->
                    List.of("specialized Array._checkSubscript(_:)", "Array.subscript.getter", bug.function() + "()");
                default -> List.of("!_assertionFailure(_:_:file:line:flags:)", bug.function() + "()");
            };
        }
    },
    /** A crash reporter's handler ran above the crash. */
    HANDLERS("sentinels") {
        @Override
        List<String> innermost(SyntheticBug bug, RandomGenerator random) {
            return random.nextInt(2) == 0
                    ? List.of("CrashWriter.write(_:)", "CrashWriter.handle(_:)", "!_sigtramp", bug.function() + "()")
                    : List.of(bug.function() + "()");
        }
    },
    /** A hung thread waits in one primitive or another. */
    WAITS("irrelevant") {
        @Override
        List<String> innermost(SyntheticBug bug, RandomGenerator random) {
            return switch (random.nextInt(3)) {
                case 0 -> List.of("!__ulock_wait", "!_dispatch_sync_f_slow", bug.function() + "()");
                case 1 -> List.of("!mach_msg2_trap", "!mach_msg", bug.function() + "()");
                default -> List.of("!__psynch_cvwait", "!_pthread_cond_wait", bug.function() + "()");
            };
        }
    };

    private static final List<List<String>> SYSTEM_CALLS = List.of(
            List.of("-[__NSArrayM objectAtIndex:]", "-[NSArray objectAtIndexedSubscript:]"),
            List.of("-[UIImageView _setImage:]", "-[UIImageView setImage:]"),
            List.of("-[NSManagedObjectContext _save]", "-[NSManagedObjectContext save:]"),
            List.of("CFStringAppendCore", "CFStringAppend"));

    private final String rule;

    SyntheticFamily(String rule) {
        this.rule = rule;
    }

    /** The rule that must hold the bug's reports together, or apart from others. */
    String rule() {
        return rule;
    }

    /** The frames from the crash to the failing function, innermost first. */
    abstract List<String> innermost(SyntheticBug bug, RandomGenerator random);

    private static String pick(RandomGenerator random, String... words) {
        return words[random.nextInt(words.length)];
    }
}
