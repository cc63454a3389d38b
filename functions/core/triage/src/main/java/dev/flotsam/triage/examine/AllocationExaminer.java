package dev.flotsam.triage.examine;

import dev.flotsam.memory.allocation.AllocationStacks;
import dev.flotsam.memory.allocation.AllocationStacks.Stack;
import dev.flotsam.memory.session.Build;
import dev.flotsam.report.ParsedReport;
import dev.flotsam.report.ParsedReport.App;
import dev.flotsam.report.ParsedReport.Device;
import dev.flotsam.report.ParsedReport.Format;
import dev.flotsam.report.ParsedReport.Frame;
import dev.flotsam.report.ParsedReport.Incident;
import dev.flotsam.report.ParsedReport.Kind;
import dev.flotsam.report.ParsedReport.Os;
import dev.flotsam.report.ParsedReport.ProcessInfo;
import dev.flotsam.report.ParsedReport.ReportThread;
import dev.flotsam.signature.BlamedStack;
import dev.flotsam.signature.SignableStack;
import dev.flotsam.signature.Signature;
import dev.flotsam.signature.Signer;
import dev.flotsam.symbols.ReturnAddress;
import dev.flotsam.triage.Occurrence.MissingImage;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Allocation stacks of a run become those that hold most, with names, and a tree of calls.
 *
 * <p>Stacks are symbolicated and signed as a crash is. Those that are signed alike count as one, so that the allocator's
 * own frames and the line that called it don't part what one function allocates. Every address is a return address, the
 * innermost too: the recorder itself was called from there.
 *
 * @param symbolicator names frames
 * @param signer signs stacks
 * @param learned names of system functions from other reports, to be read and not to be signed on
 */
record AllocationExaminer(Symbolicator symbolicator, Signer signer, LearnedFrames learned) {
    /** Distinct stacks that are symbolicated, heaviest first: one below them holds less than all of these. */
    static final int MOST_SIGNED = 32;

    /** Stacks that are told. */
    static final int MOST_TOLD = 5;

    NamedAllocations examine(AllocationStacks stacks) {
        Map<String, Signed> alike = new LinkedHashMap<>();
        for (Stack stack : stacks.heaviest(MOST_SIGNED)) {
            Signed signed = signed(stacks, stack);
            alike.merge(String.join("\n", signed.signature().frames()), signed, Signed::and);
        }
        List<Signed> heaviest = alike.values().stream()
                .sorted(Comparator.comparing(Signed::bytes).reversed())
                .limit(MOST_TOLD)
                .toList();
        return new NamedAllocations(
                stacks.bytes(),
                stacks.count(),
                heaviest.stream().map(signed -> told(stacks, signed)).toList(),
                new CallTreeNames(
                                stacks,
                                frames -> named(report(stacks, frames), frames).frames())
                        .tree(),
                heaviest.stream().findFirst().flatMap(Signed::evidence),
                heaviest.stream()
                        .flatMap(signed -> signed.missing().stream())
                        .distinct()
                        .toList());
    }

    private record Signed(
            ParsedReport report,
            Stack stack,
            List<NamedFrame> frames,
            Signature signature,
            List<MissingImage> missing,
            long bytes,
            long count) {

        private Signed and(Signed alike) {
            return new Signed(report, stack, frames, signature, missing, bytes + alike.bytes, count + alike.count);
        }

        private Optional<Evidence> evidence() {
            return bytes == 0 || signature.frames().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Evidence(
                            Evidence.ALLOCATION_STACK, signature.frames(), bytes, signature.unstable(), missing));
        }
    }

    private Signed signed(AllocationStacks stacks, Stack stack) {
        ParsedReport report = report(stacks, stack.frames());
        NamedStack named = named(report, stack.frames());
        SignableStack signable = BlamedStack.of(report)
                .withFrames(named.frames().stream().map(NamedFrame::signable).toList());
        return new Signed(
                report,
                stack,
                named.frames(),
                signer.sign(signable).signature(),
                named.missing(report),
                stack.bytes(),
                stack.count());
    }

    private NamedStack named(ParsedReport report, List<Frame> frames) {
        return symbolicator.name(report, BlamedStack.of(report), frames, ReturnAddress.Origin.RECORDED_CALL);
    }

    private HeavyStack told(AllocationStacks stacks, Signed signed) {
        return new HeavyStack(
                signed.bytes(),
                signed.count(),
                stacks.bytes() == 0 ? 0 : (double) signed.bytes() / stacks.bytes(),
                signed.stack().category(),
                learned.named(signed.report(), signed.frames()));
    }

    /** The stack as a report's: what is symbolicated and signed is always one. */
    private static ParsedReport report(AllocationStacks stacks, List<Frame> frames) {
        Build build = stacks.build();
        String name = stacks.executable();
        return new ParsedReport(
                Format.MEMORY,
                Kind.MEMORY,
                new Incident("", stacks.run().lastSeen(), Optional.empty(), Optional.empty(), ""),
                new App(build.appId(), name, build.version(), build.build()),
                new Os("", build.osVersion(), build.osBuild()),
                new Device(build.device(), ""),
                new ProcessInfo(
                        name, -1, path(stacks, name), "", "", Optional.empty(), ProcessInfo.Host.APP, false, false),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(new ReportThread(0, "", "", true, frames, Map.of())),
                List.of(),
                stacks.images(),
                "",
                Map.of());
    }

    private static String path(AllocationStacks stacks, String executable) {
        return stacks.images().stream()
                .filter(image -> image.name().equals(executable))
                .map(ParsedReport.BinaryImage::path)
                .findFirst()
                .orElse("");
    }
}
