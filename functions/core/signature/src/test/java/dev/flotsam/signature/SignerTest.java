package dev.flotsam.signature;

import static dev.flotsam.signature.Reports.exception;
import static dev.flotsam.signature.Reports.frame;
import static dev.flotsam.signature.Reports.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.report.ParsedReport.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignerTest {
    private final Signer signer = new Signer(Ruleset.builtIn(), name -> name);

    private Signature sign(Reports report) {
        return signer.sign(report.build()).signature();
    }

    private static Reports abortIn(String function) {
        return report().raised(exception("EXC_CRASH", "SIGABRT", "", ""))
                .at("libsystem_kernel.dylib", "__pthread_kill")
                .at("libsystem_kernel.dylib", "abort")
                .at("Feed", function)
                .at("UIKitCore", "-[UIApplication _run]")
                .at("Feed", "main");
    }

    @Test
    void theFirstMeaningfulAppFrameIsSigned() {
        Signature signature = sign(abortIn("Feed.reload(_:)"));

        assertThat(signature.kind()).isEqualTo("abort");
        assertThat(signature.frames()).containsExactly("Feed.reload");
        assertThat(signature.title()).isEqualTo("abort | Feed.reload");
        assertThat(signature.id()).matches("[0-9a-f]{24}");
        assertThat(signature.unstable()).isFalse();
        assertThat(signature.weak()).isFalse();
    }

    @Test
    void differentFunctionsAreDifferentCrashes() {
        assertThat(sign(abortIn("Feed.reload")).id())
                .isNotEqualTo(sign(abortIn("Feed.close")).id());
    }

    @Test
    void systemFramesAboveTheAppAndCallersBelowItChangeNothing() {
        Signature one = sign(report().at("libsystem_kernel.dylib", "objc_msgSend")
                .at("UIKitCore", "-[UILabel setText:]")
                .at("Feed", "Feed.show")
                .at("Feed", "Feed.first"));
        Signature other = sign(report().at("UIKitCore", "<redacted>")
                .at("Feed", "closure #1 in Feed.show()")
                .at("Paging", "Pager.next")
                .at("Feed", "main"));

        assertThat(one.id()).isEqualTo(other.id());
    }

    @Test
    void anErrorThatTheAppToldACrashReporterOfIsSignedByWhoToldIt() {
        Signature signature = sign(report().at("Feed", "kscrashsentry_reportUserException")
                .at("Feed", "-[BugsnagNotifier notify:withData:atSeverity:atDepth:]")
                .at("Feed", "+[Bugsnag notify:]")
                .at("Feed", "-[FeedLoader parse:]")
                .at("Feed", "main"));

        assertThat(signature.frames()).containsExactly("-[FeedLoader parse:]");
    }

    @Test
    void aFunctionOfTheAppNamedLikeAnAllocatorsIsSigned() {
        Signature signature = sign(report().at("libsystem_malloc.dylib", "small_free_list_add_ptr")
                .at("libsystem_malloc.dylib", "rack_get_thread_index")
                .at("Feed", "small_image_decode")
                .at("Feed", "main"));

        assertThat(signature.frames()).containsExactly("small_image_decode");
    }

    @Test
    void anUnsymbolicatedAppFrameIsItsPlaceInThatBuildAndUnstable() {
        Signature signature =
                sign(report().unnamed("UIKitCore", 16).unnamed("Feed", 0x2a10).at("Feed", "main"));

        assertThat(signature.frames()).containsExactly("Feed + 0x2a10");
        assertThat(signature.unstable()).isTrue();
        assertThat(signature.id())
                .isNotEqualTo(sign(report().unnamed("Feed", 0x2a14)).id());
    }

    @Test
    void aNamelessSystemStackIsWeakAndGroupedByImageAndKind() {
        Signature signature = sign(report().unnamed("UIKitCore", 16).unnamed("UIKitCore", 32));
        Signature again = sign(report().unnamed("UIKitCore", 48));

        assertThat(signature.weak()).isTrue();
        assertThat(signature.id()).isEqualTo(again.id());
        assertThat(signature.title()).isEqualTo("bad-access | no usable frame | in UIKitCore");
        assertThat(sign(report().unnamed("libsystem_kernel.dylib", 16)).id()).isNotEqualTo(signature.id());
    }

    @Test
    void anEmptyStackIsSignedWeakly() {
        assertThat(sign(report()).weak()).isTrue();
    }

    @Test
    void aSystemStackIsToldApartByItsReasonWithoutNumbers() {
        Signature one = sign(thrown("index 4 beyond bounds"));
        Signature same = sign(thrown("index 17 beyond bounds"));
        Signature other = sign(thrown("unrecognized selector"));

        assertThat(one.id()).isEqualTo(same.id());
        assertThat(one.id()).isNotEqualTo(other.id());
        assertThat(one.kind()).isEqualTo("nsexception NSRangeException");
    }

    private static Reports thrown(String reason) {
        return report().raised(exception("EXC_CRASH", "SIGABRT", "NSRangeException", reason))
                .thrownAt(
                        frame("UIKitCore", "__exceptionPreprocess"),
                        frame("UIKitCore", "objc_exception_throw"),
                        frame("UIKitCore", "-[UITableView rowAt:]"));
    }

    @Test
    void theBacktraceOfTheExceptionWinsOverTheThreadThatAborted() {
        Signature signature = sign(abortIn("Feed.handler")
                .saying("*** Terminating app due to uncaught exception 'NSRangeException', reason: 'x'")
                .thrownAt(
                        frame("UIKitCore", "__exceptionPreprocess"),
                        frame("UIKitCore", "objc_exception_throw"),
                        frame("UIKitCore", "-[__NSArrayM objectAtIndex:]"),
                        frame("Feed", "-[Feed itemAt:]"),
                        frame("Feed", "main")));

        assertThat(signature.title()).isEqualTo("nsexception NSRangeException | -[Feed itemAt:]");
    }

    @Test
    void recursionIsSignedOnceHoweverDeep() {
        Reports deep = report();
        Reports shallow = report();
        for (int i = 0; i < 200; i++) {
            deep.at("Feed", i % 2 == 0 ? "Tree.walk" : "Tree.visit");
        }
        shallow.at("Feed", "Tree.walk").at("Feed", "Tree.visit");

        assertThat(sign(deep).id()).isEqualTo(sign(shallow).id());
    }

    @Test
    void aPrefixFrameIsSignedWithItsCaller() {
        Signature signature =
                sign(report().at("Feed", "Check.fail").at("Feed", "Feed.load").at("Feed", "main"));

        assertThat(signature.frames()).containsExactly("Check.fail", "Feed.load");
    }

    @Test
    void standardLibraryCodeInTheAppsBinaryIsNotTheAppsCode() {
        Signature signature = sign(report().at("Feed", "specialized Array.subscript.getter")
                .at("Feed", "std::__1::vector<int>::at(unsigned long)")
                .at("Feed", "Feed.load()")
                .at("Feed", "main"));

        assertThat(signature.frames()).containsExactly("Feed.load");
    }

    @Test
    void framesAboveASignalTrampolineOnlyHandleIt() {
        Signature signature = sign(report().at("Feed", "CrashReporter.write")
                .at("libsystem_kernel.dylib", "_sigtramp")
                .at("Feed", "Feed.load")
                .at("Feed", "main"));

        assertThat(signature.frames()).containsExactly("Feed.load");
    }

    @Test
    void trapsAreAlikeOnEveryProcessorAndSoAreBadAccesses() {
        assertThat(sign(report().raised(exception("EXC_BREAKPOINT", "SIGTRAP", "", ""))
                                .at("Feed", "f"))
                        .id())
                .isEqualTo(sign(report().raised(exception("EXC_BAD_INSTRUCTION", "SIGILL", "", ""))
                                .at("Feed", "f"))
                        .id());
        assertThat(sign(report().raised(exception("", "SIGBUS", "", "")).at("Feed", "f"))
                        .id())
                .isEqualTo(sign(report().at("Feed", "f")).id());
    }

    @ParameterizedTest
    @CsvSource({
        "HANG, '', 0, hang",
        "CPU, '', 0, cpu",
        "DISK_WRITES, '', 0, disk-writes",
        "CRASH, FRONTBOARD, 2343432205, watchdog",
        "TERMINATION, RUNNINGBOARD, 3735883980, file-lock",
        "CRASH, DYLD, 1, dyld"
    })
    void killsAndHangsAreTheirOwnKinds(Kind kind, String namespace, long code, String expected) {
        Signature signature = sign(report().kind(kind)
                .raised(exception("EXC_CRASH", "SIGKILL", "", ""))
                .killed(namespace, code)
                .blamingNobody()
                .at("libsystem_kernel.dylib", "mach_msg2_trap")
                .at("Feed", "Feed.wait")
                .at("Feed", "main"));

        assertThat(signature.kind()).isEqualTo(expected);
        assertThat(signature.frames()).containsExactly("Feed.wait");
    }

    @Test
    void everyChangeLeavesANoteOfARuleOfThePipeline() {
        SignedStack signed = signer.sign(abortIn("closure #1 in Feed.load()").build());

        assertThat(signed.notes())
                .contains(new Note("swift-names", "closure #1 in Feed.load()", "Feed.load()"))
                .contains(new Note("bare-names", "Feed.load()", "Feed.load"))
                .contains(new Note("irrelevant", "__pthread_kill", ""));
        assertThat(Pipeline.of(FrameLists.builtIn(), name -> name).stream().map(Rule::name))
                .containsAll(signed.notes().stream().map(Note::rule).toList());
    }
}
