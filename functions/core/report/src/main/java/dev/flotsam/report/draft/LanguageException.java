package dev.flotsam.report.draft;

import java.util.List;
import java.util.Optional;

/**
 * An uncaught Objective-C or C++ exception as frameworks write it into the application-specific information.
 *
 * @param name such as "NSRangeException" or "std::runtime_error"
 * @param reason what it says, may be empty
 */
public record LanguageException(String name, String reason) {
    private static final String OBJC = "due to uncaught exception";
    private static final String CPP = "uncaught exception of type ";

    /** What KSCrash writes below an exception that was not thrown, but whose remains were touched. */
    private static final String DEALLOCATED = "This exception has been deallocated";

    /** The first uncaught exception that a line tells of. */
    public static Optional<LanguageException> in(List<String> lines) {
        Optional<LanguageException> unnamed = Optional.empty();
        for (String line : lines) {
            if (line.contains(DEALLOCATED)) {
                return Optional.empty();
            }
        }
        for (String line : lines) {
            Optional<LanguageException> objc = objc(line);
            if (objc.isPresent()) {
                return objc;
            }
            if (unnamed.isEmpty()) {
                unnamed = cpp(line);
            }
        }
        return unnamed;
    }

    /** The line that {@link #in} reads. */
    public String write() {
        return "*** Terminating app due to uncaught exception '" + name + "', reason: '" + reason + "'";
    }

    /** *** Terminating app due to uncaught exception 'NAME', reason: 'REASON' */
    private static Optional<LanguageException> objc(String line) {
        int said = line.indexOf(OBJC);
        if (said < 0) {
            return Optional.empty();
        }
        int nameAt = skipQuote(line, said + OBJC.length());
        int nameEnd = line.indexOf('\'', nameAt);
        if (nameEnd <= nameAt) {
            return Optional.empty();
        }
        int reasonSaid = line.indexOf("reason:", nameEnd);
        if (reasonSaid < 0) {
            return Optional.of(new LanguageException(line.substring(nameAt, nameEnd), ""));
        }
        int reasonAt = skipQuote(line, reasonSaid + "reason:".length());
        int reasonEnd = line.lastIndexOf('\'');
        String reason = reasonEnd >= reasonAt ? line.substring(reasonAt, reasonEnd) : line.substring(reasonAt);
        return Optional.of(new LanguageException(line.substring(nameAt, nameEnd), reason));
    }

    /** libc++abi: terminating with uncaught exception of type std::runtime_error: what it says */
    private static Optional<LanguageException> cpp(String line) {
        int said = line.indexOf(CPP);
        if (said < 0) {
            return Optional.empty();
        }
        String rest = line.substring(said + CPP.length()).strip();
        int colon = rest.indexOf(": ");
        String name = colon < 0 ? rest : rest.substring(0, colon);
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(new LanguageException(name, colon < 0 ? "" : rest.substring(colon + 2)));
    }

    private static int skipQuote(String line, int from) {
        int at = from;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\'')) {
            at++;
            if (line.charAt(at - 1) == '\'') {
                break;
            }
        }
        return at;
    }
}
