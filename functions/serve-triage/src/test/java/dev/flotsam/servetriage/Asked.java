package dev.flotsam.servetriage;

import static dev.flotsam.contracts.report.ReportBuilder.UPLOADED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.flotsam.contracts.fake.FakeApiKeys;
import dev.flotsam.contracts.fake.FakePostForms;
import dev.flotsam.contracts.fake.FakeQuotas;
import dev.flotsam.contracts.fake.FakeTriage;
import dev.flotsam.triage.access.ApiKey;
import dev.flotsam.triage.access.Authenticate;
import dev.flotsam.triage.access.Role;
import dev.flotsam.triage.decide.DecideCluster;
import dev.flotsam.triage.decide.LinkClusters;
import dev.flotsam.triage.decide.MoveParts;
import dev.flotsam.triage.query.ListClusters;
import dev.flotsam.triage.query.ListMissingSymbols;
import dev.flotsam.triage.query.ListReports;
import dev.flotsam.triage.query.ShowCluster;
import dev.flotsam.triage.similar.SuggestMerges;
import dev.flotsam.triage.upload.OpenUpload;
import dev.flotsam.triage.upload.Quota;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Resources over what is kept in memory, asked with a key of some roles and apps. */
final class Asked {
    final FakeTriage triage = new FakeTriage();
    private final FakeApiKeys keys = new FakeApiKeys();

    /** Clusters, asked by "ada" who may do {@code roles} with {@code app}. */
    ClustersResource clusters(String app, Role... roles) {
        return new ClustersResource(
                viewer(app, roles),
                new ListClusters(
                        triage.clusters,
                        triage.counters,
                        triage.sketches,
                        triage.decisions,
                        triage.links,
                        triage.clock),
                showCluster(),
                new ListReports(triage.pages, triage.occurrences),
                new SuggestMerges(triage.stacks, triage.clusters, triage.counters),
                new DecideCluster(triage.decisions, triage.clock),
                triage.clock);
    }

    /** Symbols, asked by "ada". */
    SymbolsResource symbols(String app, Role... roles) {
        return new SymbolsResource(
                viewer(app, roles),
                triage.symbols,
                new ListMissingSymbols(triage.waiters, triage.waiters, triage.symbols, triage.counters));
    }

    /** Links, asked by "ada" who may do {@code roles} with {@code app}. */
    LinksResource links(String app, Role... roles) {
        return new LinksResource(
                viewer(app, roles),
                showCluster(),
                new LinkClusters(triage.links, triage.clock),
                new MoveParts(
                        triage.pages, triage.occurrences, triage.links, report -> List.of("frame"), triage.clock));
    }

    private ShowCluster showCluster() {
        return new ShowCluster(
                triage.clusters, triage.counters, triage.sketches, triage.decisions, triage.links, triage.clock);
    }

    static void refused(int status, ThrowingCallable call) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(call)
                .satisfies(problem -> assertThat(problem.document().status()).isEqualTo(status));
    }

    /** Uploads, asked by "ada", who may make two a day. */
    UploadsResource uploads(Role... roles) {
        return new UploadsResource(
                viewer(ApiKey.EVERY_APP, roles),
                new OpenUpload(
                        new FakePostForms(triage.clock),
                        new FakeQuotas(),
                        new Quota(2, 1 << 20),
                        triage.clock,
                        new Random(1)));
    }

    Viewer viewer(String app, Role... roles) {
        String secret = app + Set.of(roles);
        keys.put(new ApiKey(ApiKey.hashOf(secret), "ada", Set.of(roles), Set.of(app), UPLOADED));
        return new Viewer(new Authenticate(keys), new Headers(secret));
    }
}
