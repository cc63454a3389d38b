package dev.flotsam.triage;

import java.time.Instant;
import java.util.List;

/**
 * What a cluster is: written once when its first report is absorbed, and never deleted, so that "new" is said once.
 *
 * @param id which
 * @param app bundle identifier or process name
 * @param kind exception family or verdict, such as "bad-access" or "foom-limit"
 * @param title readable signature
 * @param signature signature id
 * @param ruleset version of the rules that signed it
 * @param unstable the signature rests on an address
 * @param creator the stream position that created it: whoever absorbs that position also raises the alert
 * @param cause why its first report came
 * @param created when its first report was uploaded
 * @param firstReport the report that created it
 * @param firstFacts version, OS and device of that report
 * @param exemplar what that report tells people
 */
public record Cluster(
        ClusterId id,
        String app,
        String kind,
        String title,
        String signature,
        String ruleset,
        boolean unstable,
        String creator,
        Occurrence.Cause cause,
        Instant created,
        ReportId firstReport,
        Occurrence.Facts firstFacts,
        Exemplar exemplar) {

    /**
     * What one report of the cluster tells people: kept with the cluster, so that a message or a list needs no raw
     * report.
     *
     * @param sentence the cause in words
     * @param frames the stack, innermost first, one line a frame, in-app frames marked
     * @param explanation how the signature came about, one line a rule
     */
    public record Exemplar(String sentence, List<FrameLine> frames, List<String> explanation) {
        /** For clusters whose first report could not be read again. */
        public static final Exemplar NONE = new Exemplar("", List.of(), List.of());

        public Exemplar {
            frames = List.copyOf(frames);
            explanation = List.copyOf(explanation);
        }
    }

    /**
     * A frame as a message shows it.
     *
     * @param image image name
     * @param symbol function, or image and offset
     * @param place file and line, empty if unknown
     * @param inApp the app's own code
     */
    public record FrameLine(String image, String symbol, String place, boolean inApp) {}
}
