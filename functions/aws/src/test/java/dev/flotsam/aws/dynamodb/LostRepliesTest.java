package dev.flotsam.aws.dynamodb;

import static dev.flotsam.contracts.report.ReportBuilder.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.contracts.fake.FakeClock;
import dev.flotsam.contracts.report.ReportBuilder;
import dev.flotsam.triage.Cluster.Exemplar;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Fault;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrences.Claim;
import dev.flotsam.triage.absorb.AbsorbChanges;
import dev.flotsam.triage.absorb.AbsorbChanges.Setback;
import dev.flotsam.triage.absorb.Change;
import dev.flotsam.triage.absorb.Counter;
import dev.flotsam.triage.absorb.Page;
import dev.flotsam.triage.absorb.Position;
import dev.flotsam.triage.alert.Decided;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Replies that get lost after the commit: the SDK asks again by itself, or the caller does. */
final class LostRepliesTest {
    private static final int REPORTS = 60;
    private static final int MOST_ATTEMPTS = 50;
    private static final ClusterId CLUSTER = report("any").cluster();

    @RegisterExtension
    static final LocalDynamo DYNAMO = new LocalDynamo();

    @Test
    void aClaimWhoseReplyWasLostIsNotDoubled() {
        Loss loss = new Loss(2);
        Table table = DYNAMO.emptyTable("Occurrences", loss);
        DynamoOccurrences occurrences = new DynamoOccurrences(table);
        List<Claim> claims = IntStream.range(0, 20)
                .mapToObj(number -> claim(occurrences, report("crash " + number).build()))
                .toList();
        loss.end();
        assertThat(claims).contains(new Claim.Recorded(), new Claim.AlreadySeen());
        assertThat(claims).doesNotContain(new Claim.Variant());
        assertThat(IntStream.range(0, 20).mapToObj(number -> ReportBuilder.idOf("crash " + number)))
                .allSatisfy(id -> assertThat(occurrences.find(id)).isPresent());
    }

    @Test
    void countsAreExactWhileEveryThirdReplyIsLostAndEveryBatchComesTwice() {
        Loss loss = new Loss(3);
        Table table = DYNAMO.emptyTable("Clusters", loss);
        AbsorbChanges absorbing = absorbing(table);
        List<Change> changes = IntStream.range(0, REPORTS)
                .mapToObj(number -> (Change) new Change.Appeared(
                        Position.of("shardId-1", "99999999999999999999" + number % 1000),
                        report("crash " + number).build()))
                .toList();
        for (int from = 0; from < REPORTS; from += 7) {
            List<Change> batch = changes.subList(from, Math.min(REPORTS, from + 7));
            settle(absorbing, batch);
            settle(absorbing, batch);
        }
        assertThat(loss.lost()).isGreaterThan(20);
        loss.end();
        DynamoCounters counters = new DynamoCounters(table);
        assertThat(counters.read(Counter.Key.total(CLUSTER)).tally().reports()).isEqualTo(REPORTS);
        assertThat(counters.read(Counter.Key.total(CLUSTER)).tally().by()).containsEntry("os:iOS 17.2", (long) REPORTS);
        assertThat(new DynamoPages(table)
                        .newestFirst(new Page.Listing.OfCluster(CLUSTER), Optional.empty(), 100).pages().stream()
                                .flatMap(page -> page.entries().stream())
                                .map(Page.Entry::report)
                                .distinct())
                .hasSize(REPORTS);
    }

    /** Asks again for as long as nobody answers, as Lambda's retries do. */
    private static Claim claim(DynamoOccurrences occurrences, Occurrence report) {
        for (int attempt = 0; attempt < 5; attempt++) {
            try {
                return occurrences.claim(report);
            } catch (Fault lost) {
                assertThat(lost.blame()).isEqualTo(Fault.Blame.OURS);
            }
        }
        throw new AssertionError("never answered");
    }

    /** Delivers again for as long as it is asked to, as Lambda does. */
    private static void settle(AbsorbChanges absorbing, List<Change> batch) {
        List<Change> left = batch;
        List<Setback> setbacks = new ArrayList<>();
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<Setback> setback = absorbing.absorb(left);
            if (setback.isEmpty()) {
                return;
            }
            setbacks.add(setback.get());
            Position from = setback.get().from();
            left = left.stream()
                    .dropWhile(change -> !change.position().equals(from))
                    .toList();
        }
        throw new AssertionError("the batch does not settle: " + setbacks);
    }

    private static AbsorbChanges absorbing(Table table) {
        return AbsorbChanges.over(
                new DynamoClusters(table),
                report -> Exemplar.NONE,
                new DynamoPages(table),
                new DynamoWaiters(table),
                new DynamoAlerts(table),
                new DynamoSketches(table),
                new DynamoCounters(table),
                new DynamoSetAside(table),
                Decided.NOTHING,
                new FakeClock(ReportBuilder.UPLOADED));
    }

    /**
     * Loses every n-th reply, once the service has done its work. The SDK asks again by itself, but for every
     * {@value #FOR_GOOD}th of them.
     */
    private static final class Loss implements ExecutionInterceptor {
        private static final int FOR_GOOD = 10;

        private final int every;
        private final AtomicInteger replies = new AtomicInteger();
        private boolean ended;

        Loss(int every) {
            this.every = every;
        }

        void end() {
            ended = true;
        }

        int lost() {
            return replies.get() / every;
        }

        @Override
        public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
            if (ended) {
                return;
            }
            int number = replies.incrementAndGet();
            if (number % (every * FOR_GOOD) == 0) {
                throw SdkClientException.create("reply lost for good by the test");
            }
            if (number % every == 0) {
                throw SdkClientException.create("reply lost by the test", new SocketException("reset"));
            }
        }
    }
}
