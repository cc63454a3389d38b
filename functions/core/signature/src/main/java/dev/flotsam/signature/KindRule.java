package dev.flotsam.signature;

import dev.flotsam.signature.SignableStack.Cause;
import java.util.Locale;

/** Names the family of the cause. */
final class KindRule implements Rule {

    @Override
    public String name() {
        return "kind";
    }

    @Override
    public String about() {
        return "The cause's family comes first in every signature. EXC_BREAKPOINT and EXC_BAD_INSTRUCTION are both "
                + "`trap`, SIGSEGV and SIGBUS both `bad-access`: which one a bug raises depends on the processor. "
                + "A language exception counts by its name, a kill by its termination code.";
    }

    @Override
    public Draft apply(Draft draft, Notes notes) {
        Cause cause = draft.stack().cause();
        String kind = kindOf(cause);
        notes.changed(this, reported(cause), kind);
        return draft.withKind(kind);
    }

    private static String kindOf(Cause cause) {
        return switch (cause.kind()) {
            case HANG -> "hang";
            case CPU -> "cpu";
            case WAKEUPS -> "wakeups";
            case DISK_WRITES -> "disk-writes";
            case MEMORY -> "memory";
            case APP_LAUNCH -> "app-launch";
            case USER_REPORTED -> "user-reported";
            case SAMPLE -> "sample";
            case CRASH, TERMINATION -> ofCrash(cause);
        };
    }

    private static String ofCrash(Cause cause) {
        if (!cause.exceptionName().isEmpty()) {
            return CxxTypes.isCxx(cause.exceptionName()) ? "cpp-exception" : "nsexception " + cause.exceptionName();
        }
        if (cause.thrown()) {
            return "nsexception";
        }
        String killed = Terminations.kindOf(cause.terminationNamespace(), cause.terminationCode());
        return killed.isEmpty() ? ofException(cause) : killed;
    }

    private static String ofException(Cause cause) {
        return switch (cause.exceptionType()) {
            case "EXC_BAD_ACCESS" -> "bad-access";
            case "EXC_BREAKPOINT", "EXC_BAD_INSTRUCTION" -> "trap";
            case "EXC_ARITHMETIC" -> "arithmetic";
            case "EXC_GUARD" -> "guard";
            case "EXC_RESOURCE" -> ofResource(cause.exceptionSubtype());
            default -> ofSignal(cause);
        };
    }

    private static String ofResource(String subtype) {
        String upper = subtype.toUpperCase(Locale.ROOT);
        if (upper.startsWith("CPU")) {
            return "cpu";
        }
        if (upper.startsWith("WAKEUPS")) {
            return "wakeups";
        }
        if (upper.startsWith("MEMORY")) {
            return "memory";
        }
        return upper.startsWith("IO") ? "disk-writes" : "resource";
    }

    private static String ofSignal(Cause cause) {
        return switch (cause.signal()) {
            case "SIGSEGV", "SIGBUS" -> "bad-access";
            case "SIGTRAP", "SIGILL" -> "trap";
            case "SIGFPE" -> "arithmetic";
            case "SIGABRT" -> "abort";
            case "SIGKILL" -> "killed";
            case "SIGSYS" -> "bad-syscall";
            case "SIGPIPE" -> "broken-pipe";
            case "SIGQUIT" -> "quit";
            case "SIGTERM" -> "terminated";
            case "" ->
                cause.exceptionType().isEmpty()
                        ? "crash"
                        : cause.exceptionType().toLowerCase(Locale.ROOT);
            default -> cause.signal().toLowerCase(Locale.ROOT);
        };
    }

    private static String reported(Cause cause) {
        StringBuilder words = new StringBuilder(cause.kind().name());
        for (String fact :
                new String[] {cause.exceptionType(), cause.signal(), cause.exceptionName(), cause.terminationNamespace()
                }) {
            if (!fact.isEmpty()) {
                words.append(' ').append(fact);
            }
        }
        cause.terminationCode().ifPresent(code -> words.append(" 0x").append(Long.toHexString(code)));
        return words.toString();
    }
}
