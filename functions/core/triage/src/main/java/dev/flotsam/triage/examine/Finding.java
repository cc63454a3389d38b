package dev.flotsam.triage.examine;

import dev.flotsam.memory.allocation.AllocationStacks;
import dev.flotsam.memory.jetsam.JetsamEvent;
import dev.flotsam.memory.portrait.PortraitReport;
import dev.flotsam.memory.rates.ExitMetrics;
import dev.flotsam.memory.session.SessionRecord;
import dev.flotsam.memory.verdict.Verdict;
import dev.flotsam.memory.warning.MemoryWarning;
import dev.flotsam.report.ParsedReport;
import dev.flotsam.report.ParsedReport.App;
import dev.flotsam.report.ParsedReport.Incident;
import dev.flotsam.report.ReadResult.SymbolKind;
import dev.flotsam.signature.SignedStack;
import dev.flotsam.triage.Occurrence.MissingImage;
import dev.flotsam.triage.examine.VerdictSigner.SignedEnd;
import java.util.List;
import java.util.Optional;

/** What one report of an upload turned out to mean. */
public sealed interface Finding {

    /**
     * A stack that was symbolicated and signed.
     *
     * @param report the facts
     * @param frames the blamed stack with names, innermost first, inlined frames expanded
     * @param signed its signature, and how it came about
     * @param missing images of the app whose symbols nobody uploaded
     */
    record Stack(ParsedReport report, List<NamedFrame> frames, SignedStack signed, List<MissingImage> missing)
            implements Finding {
        public Stack {
            frames = List.copyOf(frames);
            missing = List.copyOf(missing);
        }
    }

    /**
     * A JetsamEvent.
     *
     * @param event the facts
     * @param kills the apps it killed, each with verdict and signature, in the event's order
     */
    record Jetsam(JetsamEvent event, List<SignedKill> kills) implements Finding {
        public Jetsam {
            kills = List.copyOf(kills);
        }
    }

    /**
     * A session record and why its run ended.
     *
     * @param record the facts
     * @param verdict why, with the evidence
     * @param signed what it is grouped by; empty for ends that are nothing to triage
     * @param evidence the stack of a hung main thread, if the record holds one
     * @param limit the device's memory limit in bytes, told by the record or known to the atlas
     * @param allocations who filled its memory, if the client sends that with the record
     */
    record Session(
            SessionRecord record,
            Verdict verdict,
            Optional<SignedEnd> signed,
            Optional<Evidence> evidence,
            Optional<Long> limit,
            Optional<NamedAllocations> allocations)
            implements Finding {}

    /**
     * An OOM warning: how much memory a run used at the most.
     *
     * @param warning the facts
     * @param limit the device's memory limit in bytes, if the atlas knows it
     * @param signed what it is grouped by; empty for a run that came near nothing
     */
    record Warning(MemoryWarning warning, Optional<Long> limit, Optional<SignedEnd> signed) implements Finding {}

    /**
     * MetricKit's exit counts of one device and day.
     *
     * @param metrics the facts
     */
    record Exits(ExitMetrics metrics) implements Finding {}

    /**
     * A memory portrait: who keeps the memory.
     *
     * @param report what it answers, bounded however large the portrait was
     */
    record Portrait(PortraitReport report) implements Finding {}

    /**
     * Allocation stacks of a run: who filled its memory.
     *
     * @param stacks as they were recorded
     * @param named those that hold most, with names
     */
    record Allocations(AllocationStacks stacks, NamedAllocations named) implements Finding {}

    /**
     * A known diagnostic without anything to sign.
     *
     * @param format what it is
     * @param summary in words
     * @param incident which event
     * @param app whose
     */
    record Recognised(String format, String summary, Incident incident, App app) implements Finding {}

    /**
     * Not readable as a report.
     *
     * @param code stable word
     * @param where line, byte offset or JSON path
     * @param message what is wrong and what to do
     */
    record Rejected(String code, String where, String message) implements Finding {}

    /**
     * Debug symbols, for index-symbols.
     *
     * @param kind how they come
     */
    record Symbols(SymbolKind kind) implements Finding {}
}
