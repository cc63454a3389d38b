package dev.flotsam.signature;

import static dev.flotsam.signature.Reports.exception;
import static dev.flotsam.signature.Reports.frame;
import static dev.flotsam.signature.Reports.report;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LimitsTest {
    private final Signer signer = new Signer(Ruleset.builtIn(), name -> name);

    private SignedStack sign(Reports report) {
        return signer.sign(report.build());
    }

    @Test
    void framesBeyondTheRawLimitAreNotLookedAt() {
        Reports report = report();
        for (int i = 0; i < Limits.RAW_FRAMES; i++) {
            report.at("UIKitCore", "objc_msgSend");
        }

        assertThat(sign(report.at("Feed", "Feed.load")).signature().frames()).containsExactly("objc_msgSend");
    }

    @Test
    void framesAreConsideredUpToTheDepthAfterRecursionIsCollapsed() {
        Reports report = report();
        for (int i = 0; i < Limits.FRAMES + 5; i++) {
            report.at("Feed", "step" + i);
        }
        for (int i = 0; i < 5; i++) {
            report.at("Feed", "recursive");
        }

        assertThat(sign(report).cleanFrames()).hasSize(Limits.FRAMES).doesNotContain("recursive");
    }

    @Test
    void cyclesUpToTheLimitAreRecursion() {
        assertThat(sign(cycle(Limits.RECURSION_CYCLE)).cleanFrames()).hasSize(Limits.RECURSION_CYCLE);
        assertThat(sign(cycle(Limits.RECURSION_CYCLE + 1)).cleanFrames())
                .hasSizeGreaterThan(Limits.RECURSION_CYCLE + 1);
    }

    private static Reports cycle(int length) {
        Reports report = report();
        for (int i = 0; i < 2 * length; i++) {
            report.at("Feed", "step" + i % length);
        }
        return report;
    }

    @Test
    void namesAreReadUpToTheirLimit() {
        String longName = "f".repeat(Limits.NAME_CHARACTERS);

        assertThat(sign(report().at("Feed", longName + "a")).cleanFrames())
                .isEqualTo(sign(report().at("Feed", longName + "b")).cleanFrames());
        assertThat(sign(report().at("Feed", longName)).signature().frames().getFirst())
                .hasSize(Limits.SIGNED_NAME_CHARACTERS);
    }

    @Test
    void reasonsAreSignedUpToTheirLimit() {
        Signature signature = sign(report().raised(exception("", "", "Oops", "word ".repeat(500))))
                .signature();

        assertThat(signature.frames().getLast().length())
                .isLessThanOrEqualTo("reason: ".length() + Limits.REASON_CHARACTERS);
    }

    @Test
    void prefixFramesAddUpToTheLimitOfSignedFrames() {
        Reports report = report();
        for (int i = 0; i < Limits.SIGNED_FRAMES + 3; i++) {
            report.at("Feed", "Check" + i + ".fail");
        }

        assertThat(sign(report).signature().frames()).hasSize(Limits.SIGNED_FRAMES);
    }

    @Test
    void titlesAndIdsHaveTheirLength() {
        Signature signature =
                sign(report().thrownAt(frame("Feed", "f".repeat(9000)))).signature();

        assertThat(signature.title()).hasSize(Limits.TITLE_CHARACTERS);
        assertThat(signature.id()).hasSize(Limits.ID_HEX_DIGITS);
    }
}
