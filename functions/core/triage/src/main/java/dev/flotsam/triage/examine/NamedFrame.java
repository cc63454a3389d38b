package dev.flotsam.triage.examine;

import dev.flotsam.report.ParsedReport.Frame;
import dev.flotsam.signature.SignableFrame;
import dev.flotsam.signature.SignableFrame.Naming;

/**
 * A frame as people read it.
 *
 * @param reported the report's frame; frames that were inlined at one address share it
 * @param image image name, empty if unknown
 * @param symbol readable function name with all it says, empty if none
 * @param brief the name as crash logs and titles show it
 * @param file source file, empty if unknown
 * @param line source line, 0 if unknown
 * @param inlined whether it was inlined into the next one
 * @param inApp the app's own code
 * @param outcome what became of its address: one of {@link dev.flotsam.symbols.Lookup#outcome}, {@link #REPORTED},
 *     {@link #LEARNED} or {@link #NO_SYSTEM_SYMBOLS}
 * @param signable what is signed
 */
public record NamedFrame(
        Frame reported,
        String image,
        String symbol,
        String brief,
        String file,
        int line,
        boolean inlined,
        boolean inApp,
        String outcome,
        SignableFrame signable) {

    /** The report itself carried the name. */
    public static final String REPORTED = "reported";

    /** The report carried no name, and nobody has the system's dSYMs. */
    public static final String NO_SYSTEM_SYMBOLS = "system-symbols-unknown";

    /** Three other installations' reports carried the name for this place of the system's code; not signed on. */
    public static final String LEARNED = "learned";

    /** The same frame under a name that the fleet has learned. */
    NamedFrame learned(String full, String simplified) {
        return new NamedFrame(reported, image, full, simplified, file, line, inlined, inApp, LEARNED, signable);
    }

    /** The function in brief, or image and offset where there is none. */
    public String shown() {
        if (!brief.isEmpty()) {
            return brief;
        }
        String where = image.isEmpty() ? "???" : image;
        return reported.offset() >= 0
                ? where + " + " + reported.offset()
                : where + " 0x" + Long.toHexString(reported.address());
    }

    /** Whether the frame has a name to sign on. */
    public boolean isNamed() {
        return signable.naming() != Naming.NONE;
    }
}
