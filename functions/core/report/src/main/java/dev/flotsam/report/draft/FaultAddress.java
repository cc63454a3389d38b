package dev.flotsam.report.draft;

import dev.flotsam.report.json.Numbers;
import java.util.Optional;

/** The address that a bad access went to, out of the words that formats use. */
final class FaultAddress {
    private FaultAddress() {}

    /**
     * "… at 0x10" in subtype or codes; else the second code of an EXC_BAD_ACCESS. Other exceptions write the place of the
     * instruction there.
     */
    static Optional<Long> of(String type, String signal, String codes, String subtype) {
        Optional<Long> said = afterAt(subtype).or(() -> afterAt(codes));
        boolean badAccess = type.equals("EXC_BAD_ACCESS");
        if (said.isPresent()) {
            boolean badSignal = signal.equals("SIGSEGV") || signal.equals("SIGBUS");
            return badAccess || (type.isEmpty() && badSignal) ? said : Optional.empty();
        }
        int comma = codes.indexOf(',');
        return badAccess && comma >= 0
                ? ReportDraft.boxed(Numbers.integer(codes.substring(comma + 1)))
                : Optional.empty();
    }

    private static Optional<Long> afterAt(String words) {
        int at = words.indexOf(" at 0x");
        if (at < 0) {
            return Optional.empty();
        }
        int from = at + " at ".length();
        int to = from + 2;
        while (to < words.length() && Character.digit(words.charAt(to), 16) >= 0) {
            to++;
        }
        return ReportDraft.boxed(Numbers.integer(words.substring(from, to)));
    }
}
