package dev.flotsam.servetriage;

import static dev.flotsam.contracts.report.ReportBuilder.APP;
import static dev.flotsam.contracts.report.ReportBuilder.UPLOADED;
import static dev.flotsam.contracts.report.ReportBuilder.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.flotsam.servetriage.SymbolAnswers.MissingLine;
import dev.flotsam.servetriage.SymbolAnswers.MissingList;
import dev.flotsam.servetriage.SymbolAnswers.SymbolLine;
import dev.flotsam.servetriage.SymbolAnswers.SymbolList;
import dev.flotsam.symbols.Arch;
import dev.flotsam.symbols.ImageId;
import dev.flotsam.triage.access.ApiKey;
import dev.flotsam.triage.access.Role;
import dev.flotsam.triage.symbol.StoredImage;
import dev.flotsam.triage.symbol.StoredImage.State;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class SymbolsResourceTest {
    private static final String LANTERN = "3F1C5A6E-7B2D-4C8E-9A10-000000000001";
    private static final String APP_BINARY = "3F1C5A6E-7B2D-4C8E-9A10-000000000002";

    private final Asked asked = new Asked();
    private final SymbolsResource symbols = asked.symbols(APP, Role.READ);

    @Test
    void whatReportsWaitForIsListedWithTheBuildAndHowManyItBlocks() {
        asked.triage.crash(report("1").missing(LANTERN, "LanternKit"));
        asked.triage.crash(report("2").missing(LANTERN, "LanternKit").uploadedAt(UPLOADED.plusSeconds(60)));
        asked.triage.crash(report("3").signed("Other.place()").missing(LANTERN, "LanternKit"));
        asked.triage.crash(report("4").missing(APP_BINARY, "Lighthouse").onVersion("5.3 (1050)"));

        assertThat(symbols.missing("", 50).missing())
                .containsExactly(
                        new MissingLine(
                                "LanternKit", LANTERN, "arm64", APP, "5.2", "1042", 3, 2, UPLOADED.plusSeconds(60), ""),
                        new MissingLine("Lighthouse", APP_BINARY, "arm64", APP, "5.3", "1050", 1, 1, UPLOADED, ""));
    }

    @Test
    void whatWasUploadedIsMissingNoLongerUnlessItCantBeRead() {
        asked.triage.crash(report("1").missing(LANTERN, "LanternKit"));
        asked.triage.crash(report("2").missing(APP_BINARY, "Lighthouse"));
        asked.triage.symbols.publish(image(LANTERN, State.INDEXED, 0));
        asked.triage.symbols.publish(image(APP_BINARY, State.MALFORMED, 0));

        assertThat(symbols.missing("", 50).missing())
                .extracting(MissingLine::uuid, MissingLine::unreadable)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(APP_BINARY, "no load commands"));
    }

    @Test
    void anotherAppsReportsAreNobodysBusiness() {
        asked.triage.crash(report("1").ofApp("com.example.buoy").missing(LANTERN, "LanternKit"));

        assertThat(symbols.missing("", 50).missing()).isEmpty();
        assertThat(asked.symbols(ApiKey.EVERY_APP, Role.READ).missing("", 50).missing())
                .hasSize(1);
    }

    @Test
    void missingImagesAreReadPageByPage() {
        for (int i = 0; i < 5; i++) {
            asked.triage.crash(report("r" + i).missing("3F1C5A6E-7B2D-4C8E-9A10-10000000000" + i, "Kit" + i));
        }
        List<String> read = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            MissingList page = symbols.missing(cursor, 2);
            page.missing().forEach(line -> read.add(line.image()));
            cursor = page.next();
        }

        assertThat(read).containsExactlyInAnyOrder("Kit0", "Kit1", "Kit2", "Kit3", "Kit4");
    }

    @Test
    void storedImagesAreListedLatestFirstPageByPage() {
        SymbolsResource all = asked.symbols(ApiKey.EVERY_APP, Role.READ);
        asked.triage.symbols.publish(image(LANTERN, State.INDEXED, 0));
        asked.triage.symbols.publish(image(APP_BINARY, State.MALFORMED, 60));

        SymbolList first = all.stored("", 1);
        assertThat(first.symbols().getFirst().state()).isEqualTo("malformed");
        assertThat(first.symbols().getFirst().reason()).isEqualTo("no load commands");
        assertThat(all.stored(first.next(), 1).symbols())
                .containsExactly(new SymbolLine(
                        LANTERN,
                        "arm64",
                        "LanternKit",
                        "Lantern.dSYM/Contents/Resources/DWARF/LanternKit",
                        "indexed",
                        "",
                        12,
                        4_096,
                        1_024,
                        UPLOADED));
    }

    @Test
    void storedImagesWantAKeyForAllAppsThatMayRead() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> symbols.stored("", 50))
                .satisfies(problem -> assertThat(problem.document().status()).isEqualTo(403));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> asked.symbols(ApiKey.EVERY_APP, Role.UPLOAD).missing("", 50))
                .satisfies(problem -> assertThat(problem.document().status()).isEqualTo(403));
    }

    private static StoredImage image(String uuid, State state, int second) {
        boolean readable = state == State.INDEXED;
        return new StoredImage(
                new ImageId(UUID.fromString(uuid), new Arch("arm64")),
                "Lantern.dSYM/Contents/Resources/DWARF/LanternKit",
                state,
                readable ? 12 : 0,
                0,
                readable ? 4_096 : 0,
                readable ? 1_024 : 0,
                readable ? "ab".repeat(32) : "",
                readable ? "" : "no load commands",
                UPLOADED.plusSeconds(second));
    }
}
