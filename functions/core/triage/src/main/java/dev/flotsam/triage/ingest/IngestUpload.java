package dev.flotsam.triage.ingest;

import dev.flotsam.triage.Fault;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Source;
import dev.flotsam.triage.Occurrences.Claim;
import dev.flotsam.triage.decide.KeepApart;
import dev.flotsam.triage.examine.Examined;
import dev.flotsam.triage.examine.Examiner;
import dev.flotsam.triage.examine.Finding;
import dev.flotsam.triage.ingest.RawObjects.Content;
import dev.flotsam.triage.trail.FollowTrail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Records every report of an uploaded object, once each. Deliveries repeat and stop half-way: what was recorded before
 * is found and left alone.
 */
public final class IngestUpload {
    /** Where symbols go that were uploaded under a reports' prefix; they are never handed on from there. */
    public static final String HANDED_OVER = "symbols/handed-over/";

    private final RawObjects objects;
    private final Examiner examiner;
    private final FollowTrail trail;
    private final KeepApart keepApart;
    private final Keepsakes keepsakes;
    private final Duration retention;

    /**
     * Over the bucket and the records.
     *
     * @param objects raw uploads
     * @param examiner reads and signs
     * @param trail claims reports, with all that their installations told
     * @param keepApart puts reports into the parts that people set apart
     * @param keepsakes what is kept of reports besides their records
     * @param retention how long reports are kept
     */
    public IngestUpload(
            RawObjects objects,
            Examiner examiner,
            FollowTrail trail,
            KeepApart keepApart,
            Keepsakes keepsakes,
            Duration retention) {
        this.objects = objects;
        this.examiner = examiner;
        this.trail = trail;
        this.keepApart = keepApart;
        this.keepsakes = keepsakes;
        this.retention = retention;
    }

    /**
     * Ingests an object.
     *
     * @param version empty for the latest
     * @return how many reports went where; nothing but zeros where the object is gone
     * @throws Fault if storage fails; the object is to be delivered again then
     */
    public Ingested ingest(String key, String version) {
        Optional<Content> opened = objects.open(key, version);
        if (opened.isEmpty()) {
            return Ingested.NOTHING;
        }
        try (Content content = opened.get()) {
            Recorder recorder = new Recorder(new Source(key, version, "", content.stored()), content);
            examiner.examine(content.stream(), recorder::take);
            return recorder.ingested;
        } catch (IOException | UncheckedIOException broken) {
            throw new Fault(Fault.Blame.OURS, "reading object " + key + ": " + broken.getMessage(), broken);
        }
    }

    /** Takes the findings of one object. */
    private final class Recorder {
        private final Source source;
        private final Reports reports;
        private Ingested ingested = Ingested.NOTHING;

        Recorder(Source source, Content content) {
            this.source = source;
            this.reports = new Reports(content.entityTag(), content.size(), retention);
        }

        void take(Examined examined) {
            if (examined.finding() instanceof Finding.Symbols) {
                handOver();
                return;
            }
            List<Occurrence> found = reports.of(source, examined).stream()
                    .map(report -> keepApart.placed(report, examined.cleanFrames()))
                    .toList();
            keepsakes.keep(examined.finding(), found);
            List<Optional<Hearing>> heard = Hearing.of(found, examined.finding());
            for (int i = 0; i < found.size(); i++) {
                Occurrence report = found.get(i);
                count(
                        report,
                        heard.get(i)
                                .map(hearing -> trail.record(report, hearing.statement(), hearing.keys()))
                                .orElseGet(() -> trail.record(report)));
            }
        }

        private void handOver() {
            objects.copy(source.key(), source.version(), HANDED_OVER + source.key());
            ingested = ingested.plus(new Ingested(0, 0, 0, 0, 1));
        }

        private void count(Occurrence report, Claim claim) {
            boolean isRejected = report.outcome() instanceof Occurrence.Outcome.Rejected;
            ingested = ingested.plus(
                    switch (claim) {
                        case Claim.Recorded ignored ->
                            isRejected ? new Ingested(0, 0, 0, 1, 0) : new Ingested(1, 0, 0, 0, 0);
                        case Claim.AlreadySeen ignored -> new Ingested(0, 1, 0, 0, 0);
                        case Claim.Variant ignored -> new Ingested(0, 0, 1, 0, 0);
                    });
        }
    }

    /**
     * What became of an object's reports.
     *
     * @param recorded new ones
     * @param alreadySeen repeats
     * @param variants other contents of known reports
     * @param rejected new ones that can't be read
     * @param handedOver symbols given to index-symbols
     */
    public record Ingested(int recorded, int alreadySeen, int variants, int rejected, int handedOver) {
        /** Of an object that is gone, or empty. */
        public static final Ingested NOTHING = new Ingested(0, 0, 0, 0, 0);

        private Ingested plus(Ingested more) {
            return new Ingested(
                    recorded + more.recorded,
                    alreadySeen + more.alreadySeen,
                    variants + more.variants,
                    rejected + more.rejected,
                    handedOver + more.handedOver);
        }
    }
}
