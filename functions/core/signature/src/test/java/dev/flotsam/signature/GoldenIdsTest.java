package dev.flotsam.signature;

import static dev.flotsam.signature.Reports.exception;
import static dev.flotsam.signature.Reports.frame;
import static dev.flotsam.signature.Reports.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.report.ParsedReport;
import dev.flotsam.report.ParsedReport.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Ids that stored clusters are known by. They change only together with {@link Ruleset#BUILT_IN_VERSION}. */
class GoldenIdsTest {
    private static final List<ParsedReport> REPORTS = List.of(
            report().at("UIKitCore", "objc_msgSend").at("Feed", "-[Feed INIT:]").build(),
            report().at("Feed", "closure #1 in Feed.load(_:)").build(),
            report().at("Feed", "app::Cache<int>::get(int) const").build(),
            report().unnamed("UIKitCore", 1).unnamed("Feed", 0xABCD).build(),
            report().unnamed("UIKitCore", 1).build(),
            report().build(),
            report().raised(exception("EXC_BREAKPOINT", "SIGTRAP", "", ""))
                    .at("libswiftCore.dylib", "_assertionFailure(_:_:file:line:flags:)")
                    .at("Feed", "Check.fail()")
                    .at("Feed", "Feed.item(at:)")
                    .build(),
            report().raised(exception("EXC_CRASH", "SIGABRT", "NSRangeException", "index 7 beyond 0x1"))
                    .thrownAt(frame("UIKitCore", "-[UITableView rowAt:]"))
                    .build(),
            report().kind(Kind.HANG)
                    .at("libsystem_kernel.dylib", "mach_msg2_trap")
                    .at("Feed", "Feed.wait")
                    .build(),
            report().raised(exception("EXC_CRASH", "SIGKILL", "", ""))
                    .killed("FRONTBOARD", 0x8badf00dL)
                    .at("Feed", "Feed.sync")
                    .build());

    private static String goldens() {
        Signer signer = new Signer(Ruleset.builtIn(), name -> name);
        return REPORTS.stream()
                .map(report -> signer.sign(report).signature())
                .map(signature -> signature.id() + "  " + signature.title() + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void idsAreTheRecordedOnesInEveryLocaleAndTimeZone() throws IOException {
        Path file = Repository.root()
                .resolve("functions/core/signature/src/test/resources/dev/flotsam/signature/golden-ids.txt");
        if (System.getProperty("flotsam.update") != null) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, goldens());
        }
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            assertThat(file).hasContent(goldens());
            Locale.setDefault(Locale.of("tr", "TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(file).hasContent(goldens());
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
