package dev.flotsam.triage.fleet;

import static dev.flotsam.contracts.report.ReportBuilder.UPLOADED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.contracts.fake.FakeClock;
import dev.flotsam.contracts.fake.FakeLearnedBlocks;
import dev.flotsam.memory.session.KnownLimits;
import dev.flotsam.symbols.SymbolSource;
import dev.flotsam.triage.Fault;
import dev.flotsam.triage.examine.Examined;
import dev.flotsam.triage.examine.Examiner;
import dev.flotsam.triage.examine.Finding;
import dev.flotsam.triage.examine.FindingJson;
import dev.flotsam.triage.examine.NamedFrame;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reports of three installations name a system function; a fourth, which only has its address, shows the name. */
class LearnNamesTest {
    private static final String SYSTEM = "/System/Library/PrivateFrameworks/UIKitCore.framework/UIKitCore";
    private static final String APP = "/private/var/containers/Bundle/Application/7C1E0A42/Cart.app/Cart";

    private final FakeClock clock = new FakeClock(UPLOADED);
    private final FakeLearnedBlocks blocks = new FakeLearnedBlocks();
    private final Examiner plain = Examiner.withBuiltInRules(SymbolSource.EMPTY);
    private final LearnNames learn = new LearnNames(blocks, plain::origin, clock);

    @Test
    void two_installations_give_no_name_and_three_do_with_where_it_is_from() {
        learn.learn(report("a", SYSTEM, "-[UIView layout]", 4096, 40));
        learn.learn(report("b", SYSTEM, "-[UIView layout]", 4096, 60));
        assertThat(shown(4096 + 30, SYSTEM).outcome()).isEqualTo("system-symbols-unknown");

        learn.learn(report("c", SYSTEM, "-[UIView layout]", 4096, 50));

        NamedFrame frame = shown(4096 + 30, SYSTEM);
        assertThat(frame.symbol()).isEqualTo("-[UIView layout]");
        assertThat(frame.outcome()).isEqualTo(NamedFrame.LEARNED);
    }

    @Test
    void a_name_reaches_no_further_than_three_have_seen_it() {
        for (String installation : List.of("a", "b", "c")) {
            learn.learn(report(installation, SYSTEM, "-[UIView layout]", 4096, 40));
        }

        assertThat(shown(4096 + 41, SYSTEM).symbol()).isEmpty();
    }

    @Test
    void one_installation_alone_names_nothing_however_often_it_reports() {
        for (int report = 0; report < 50; report++) {
            learn.learn(report("forger", SYSTEM, "evil", 4096, 40 + report));
        }

        assertThat(shown(4096 + 30, SYSTEM).symbol()).isEmpty();
    }

    @Test
    void a_name_that_others_contradict_with_as_many_voices_is_gone_and_a_single_voice_changes_nothing() {
        for (String installation : List.of("a", "b", "c")) {
            learn.learn(report(installation, SYSTEM, "-[UIView layout]", 4096, 40));
        }
        learn.learn(report("x", SYSTEM, "evil", 4096, 40));
        assertThat(shown(4096 + 30, SYSTEM).symbol()).isEqualTo("-[UIView layout]");

        learn.learn(report("y", SYSTEM, "evil", 4096, 40));
        learn.learn(report("z", SYSTEM, "evil", 4096, 40));
        assertThat(shown(4096 + 30, SYSTEM).symbol()).isEmpty();
    }

    @Test
    void the_apps_own_images_are_never_learned_nor_named() {
        for (String installation : List.of("a", "b", "c")) {
            learn.learn(report(installation, APP, "Cart.open()", 4096, 40));
        }
        assertThat(blocks.writes()).isZero();

        for (String installation : List.of("a", "b", "c")) {
            learn.learn(report(installation, SYSTEM, "evil", 4096, 40));
        }
        assertThat(shown(4096 + 30, APP).symbol()).isEmpty();
    }

    @Test
    void signatures_dont_depend_on_what_was_learned() {
        String before = signature(shownReport(4096 + 30, SYSTEM));
        for (String installation : List.of("a", "b", "c")) {
            learn.learn(report(installation, SYSTEM, "-[UIView layout]", 4096, 40));
        }

        Examined after = shownReport(4096 + 30, SYSTEM);
        assertThat(signature(after)).isEqualTo(before);
        assertThat(FindingJson.line("a", after)).contains("\"outcome\":\"learned\"");
    }

    @Test
    void what_is_known_is_not_written_again() {
        for (String installation : List.of("a", "b", "c")) {
            learn.learn(report(installation, SYSTEM, "-[UIView layout]", 4096, 40));
        }
        int writes = blocks.writes();
        for (int report = 0; report < 100; report++) {
            learn.learn(report("more" + report, SYSTEM, "-[UIView layout]", 4096, 30));
        }

        assertThat(blocks.writes()).isEqualTo(writes);
    }

    @Test
    void a_report_writes_few_blocks_and_hostile_volume_stays_bounded() {
        StringBuilder frames = new StringBuilder();
        for (int frame = 0; frame < 5_000; frame++) {
            frames.append(frame == 0 ? "" : ",").append(frame("evil" + "x".repeat(500), frame * 65_536L, 4));
        }
        learn.learn(parsed(document("forger", SYSTEM, frames.toString())));
        assertThat(blocks.writes()).isLessThanOrEqualTo(LearnNames.MOST_WRITES);

        for (int installation = 0; installation < 300; installation++) {
            StringBuilder sameBlock = new StringBuilder();
            for (int frame = 0; frame < 200; frame++) {
                sameBlock
                        .append(frame == 0 ? "" : ",")
                        .append(frame(installation + "x".repeat(1_000), 64L + 8L * frame, 4));
            }
            learn.learn(parsed(document("forger" + installation, SYSTEM, sameBlock.toString())));
        }
        assertThat(blocks.bytes()).isLessThan(600_000L);
    }

    @Test
    void a_store_that_fails_or_always_changes_keeps_no_report_from_being_recorded() {
        LearnedBlocks broken = new LearnedBlocks() {
            @Override
            public Map<Block, Stored> find(Collection<Block> wanted) {
                return Map.of();
            }

            @Override
            public boolean keep(
                    Block block, dev.flotsam.symbols.fleet.LearnedImage learned, long seen, Instant expires) {
                if (seen == 0 && block.number() > 0) {
                    throw new Fault(Fault.Blame.CAPACITY, "throttled", null);
                }
                return false;
            }
        };
        LearnNames learning = new LearnNames(broken, plain::origin, clock);

        learning.learn(report("a", SYSTEM, "near", 64, 4));
        learning.learn(report("a", SYSTEM, "far", 1 << 20, 4));
    }

    @Test
    void what_was_read_is_asked_for_again_after_a_while() {
        shown(4096 + 30, SYSTEM);
        RecentBlocks recent = new RecentBlocks(blocks, clock);
        Examiner examiner = Examiner.withBuiltInRules(SymbolSource.EMPTY, new StoredNames(recent), KnownLimits.NONE);
        assertThat(frame(examine(examiner, unnamed(4096 + 30, SYSTEM))).symbol())
                .isEmpty();
        for (String installation : List.of("a", "b", "c")) {
            learn.learn(report(installation, SYSTEM, "-[UIView layout]", 4096, 40));
        }
        assertThat(frame(examine(examiner, unnamed(4096 + 30, SYSTEM))).symbol())
                .isEmpty();

        clock.advance(Duration.ofMinutes(6));

        assertThat(frame(examine(examiner, unnamed(4096 + 30, SYSTEM))).symbol())
                .isEqualTo("-[UIView layout]");
    }

    private NamedFrame shown(long offset, String path) {
        return frame(shownReport(offset, path));
    }

    private Examined shownReport(long offset, String path) {
        StoredNames names = new StoredNames(new RecentBlocks(blocks, clock));
        return examine(Examiner.withBuiltInRules(SymbolSource.EMPTY, names, KnownLimits.NONE), unnamed(offset, path));
    }

    private static NamedFrame frame(Examined examined) {
        return ((Finding.Stack) examined.finding()).frames().getFirst();
    }

    private static String signature(Examined examined) {
        return ((Finding.Stack) examined.finding()).signed().signature().id();
    }

    private dev.flotsam.report.ParsedReport report(
            String installation, String path, String symbol, long start, long into) {
        return parsed(document(installation, path, frame(symbol, start, into)));
    }

    private dev.flotsam.report.ParsedReport parsed(String document) {
        return ((Finding.Stack) examine(plain, document).finding()).report();
    }

    private static Examined examine(Examiner examiner, String document) {
        List<Examined> found = new ArrayList<>();
        try {
            examiner.examine(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), found::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static String unnamed(long offset, String path) {
        return document("reader", path, "{\"imageOffset\":" + offset + ",\"imageIndex\":0}");
    }

    private static String frame(String symbol, long start, long into) {
        return "{\"imageOffset\":%d,\"symbol\":\"%s\",\"symbolLocation\":%d,\"imageIndex\":0}"
                .formatted(start + into, symbol, into);
    }

    private static String document(String installation, String path, String frames) {
        return """
                {"app_name":"Cart","timestamp":"2026-03-02 06:55:31.00 +0000","app_version":"5.2","bug_type":"309","bundleID":"com.example.cart","incident_id":"3D00C414-2EDF-3358-A21A-79903A5126E1","name":"Cart"}
                {"pid":7,"procName":"Cart","procPath":"%s","bundleInfo":{"CFBundleIdentifier":"com.example.cart"},"crashReporterKey":"%s","exception":{"type":"EXC_BAD_ACCESS","signal":"SIGSEGV"},"faultingThread":0,"threads":[{"triggered":true,"id":1,"frames":[%s]}],"usedImages":[{"base":4294967296,"size":1073741824,"uuid":"2f1b6d8e-0c4a-4e7d-9a51-c3b8d7e6f504","path":"%s","name":"%s","arch":"arm64"}]}
                """.formatted(APP, installation, frames, path, path.substring(path.lastIndexOf('/') + 1));
    }
}
