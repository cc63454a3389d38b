package dev.flotsam.triage.examine;

import dev.flotsam.memory.MemoryFormat;
import dev.flotsam.memory.Reading;
import dev.flotsam.memory.Rejection;
import dev.flotsam.memory.allocation.AllocationReader;
import dev.flotsam.memory.allocation.AllocationStacks;
import dev.flotsam.memory.jetsam.JetsamEvent;
import dev.flotsam.memory.jetsam.JetsamReader;
import dev.flotsam.memory.jetsam.Kill;
import dev.flotsam.memory.jetsam.ProcessKind;
import dev.flotsam.memory.plist.PropertyLists;
import dev.flotsam.memory.rates.ExitMetricsReader;
import dev.flotsam.memory.session.Build;
import dev.flotsam.memory.session.KnownLimits;
import dev.flotsam.memory.session.SessionJudge;
import dev.flotsam.memory.session.SessionRecord;
import dev.flotsam.memory.session.shape.SessionReader;
import dev.flotsam.memory.verdict.Verdict;
import dev.flotsam.memory.warning.MemoryWarning;
import dev.flotsam.memory.warning.MemoryWarningReader;
import dev.flotsam.report.ParsedReport.App;
import dev.flotsam.report.ParsedReport.Incident;
import dev.flotsam.report.ReadResult;
import dev.flotsam.report.ReadResult.MemoryKind;
import dev.flotsam.report.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What core/memory reads becomes a finding.
 *
 * @param known memory limits learned so far
 * @param signing names and signs stacks of an app that records hold
 * @param portraits reads memory portraits
 * @param learned names of system functions from other reports
 */
record MemoryExaminer(
        KnownLimits known, Function<String, AppSigning> signing, PortraitExaminer portraits, LearnedFrames learned) {

    Finding examine(ReadResult.ForMemory memory, byte[] content) {
        return switch (memory.kind()) {
            case JETSAM_EVENT -> of(JetsamReader.read(content), MemoryExaminer::jetsam);
            case SESSION_RECORD -> session(memory.body());
            case MEMORY_RECORD -> of(MemoryWarningReader.read(memory.body()), this::warning);
            case EXIT_METRICS -> of(ExitMetricsReader.read(memory.body()), Finding.Exits::new);
            case PROPERTY_LIST -> of(PropertyLists.read(content), this::propertyList);
            case MEMORY_PORTRAIT -> portraits.examine(content);
            case ALLOCATION_STACKS -> allocations(memory.body());
            case VM_SCAN_LOG -> kept(memory.kind());
        };
    }

    private static <T> Finding of(Reading<T> reading, Function<T, Finding> finding) {
        return switch (reading) {
            case Reading.Refused<T>(Rejection rejection) ->
                new Finding.Rejected(rejection.code(), rejection.where(), rejection.message());
            case Reading.Read<T>(T value) -> finding.apply(value);
        };
    }

    /** A property list says nothing that its tree as JSON would not. */
    private Finding propertyList(JsonValue tree) {
        return switch (MemoryFormat.recognise(tree).orElse(MemoryFormat.PROPERTY_LIST)) {
            case SESSION -> session(tree);
            case WARNING -> of(MemoryWarningReader.read(tree), this::warning);
            case EXIT_METRICS -> of(ExitMetricsReader.read(tree), Finding.Exits::new);
            case ALLOCATIONS -> allocations(tree);
            case JETSAM_EVENT, PORTRAIT, REGION_SCAN, PROPERTY_LIST ->
                new Finding.Rejected(
                        "not-a-report",
                        "$",
                        "a property list of another kind than a session record, a memory warning or allocation stacks");
        };
    }

    private Finding allocations(JsonValue body) {
        return of(AllocationReader.read(body), stacks -> new Finding.Allocations(stacks, examined(stacks)));
    }

    private NamedAllocations examined(AllocationStacks stacks) {
        AppSigning app = signing.apply(stacks.build().appId());
        return new AllocationExaminer(app.symbolicator(), app.signer(), learned).examine(stacks);
    }

    private Finding session(JsonValue body) {
        return of(
                SessionReader.read(body),
                record -> session(
                        record,
                        AllocationReader.within(body, record.run(), record.build())
                                .map(this::examined)));
    }

    private Finding session(SessionRecord record, Optional<NamedAllocations> filled) {
        Verdict verdict = new SessionJudge(known).judge(record, Optional.empty());
        Optional<Evidence> evidence = HangStack.of(
                        record, signing.apply(record.build().appId()).signer())
                .or(() -> filled.flatMap(NamedAllocations::evidence));
        return new Finding.Session(
                record,
                verdict,
                VerdictSigner.sign(record, verdict, evidence.stream().toList()),
                evidence,
                record.memory().limit().or(() -> known.limitOf(record.build())),
                filled);
    }

    private Finding warning(MemoryWarning warning) {
        Build build = new Build(
                warning.appId(),
                warning.appVersion(),
                "",
                "",
                warning.osVersion(),
                "",
                warning.device(),
                Build.Host.APP);
        Optional<Long> limit = known.limitOf(build);
        return new Finding.Warning(warning, limit, WarningSigner.sign(warning, limit));
    }

    private static Finding jetsam(JetsamEvent event) {
        List<Kill> apps = event.kills().stream()
                .filter(kill -> kill.kind() != ProcessKind.DAEMON)
                .toList();
        return new Finding.Jetsam(event, apps.stream().map(VerdictSigner::sign).toList());
    }

    private static Finding kept(MemoryKind kind) {
        return new Finding.Recognised(
                FindingFields.word(kind),
                "kept; not judged yet",
                new Incident("", Optional.empty(), Optional.empty(), Optional.empty(), ""),
                new App("", "", "", ""));
    }
}
