package dev.flotsam.signature;

import dev.flotsam.signature.SignableStack.Cause;
import dev.flotsam.signature.names.Reason;
import java.util.Locale;
import java.util.Optional;

/** A fact beside the stack that an app's owner may have signed too. */
enum ExtraKey {
    /** The language exception's reason, normalised. */
    REASON {
        @Override
        String of(Cause cause) {
            return Reason.of(cause.reason(), Limits.REASON_CHARACTERS);
        }
    },
    /** The signal: tells SIGSEGV from SIGBUS. */
    SIGNAL {
        @Override
        String of(Cause cause) {
            return cause.signal();
        }
    },
    /** Who ended the process, and the code it gave. */
    TERMINATION {
        @Override
        String of(Cause cause) {
            return (cause.terminationNamespace()
                            + cause.terminationCode()
                                    .map(code -> " 0x" + Long.toHexString(code))
                                    .orElse(""))
                    .strip();
        }
    };

    /** The words to sign, empty if the report does not say. */
    abstract String of(Cause cause);

    /** The name it has in an overrides file. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ExtraKey> named(String word) {
        for (ExtraKey key : values()) {
            if (key.word().equals(word)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }
}
