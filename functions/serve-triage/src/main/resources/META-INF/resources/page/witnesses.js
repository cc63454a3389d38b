// Who tells of the same end: what each report says alone, which one decided, which one counts it.
import { el } from "./dom.js";
import { time } from "./parts.js";

const KINDS = { session: "Session record", "session-start": "Start record of a run", "session-end": "End record of a run",
  crash: "Crash report", "memory-exception": "MetricKit memory exception", jetsam: "JetsamEvent",
  "memory-warning": "Memory warning", allocations: "Allocation stacks", portrait: "Memory portrait" };

const SILENT = { "memory-warning": " tells how much memory the run used, not how it ended",
  allocations: " tell who filled the memory, not how it ended", portrait: " tells who keeps the memory, not how it ended" };

/** A card of an end; nothing where the report stands alone. Its verdict says what would overturn it, where it shows one. */
export function witnesses(end, shown) {
  if (end.witnesses.length < 2) return null;
  return el("section", { class: "card", "aria-label": "Reports of the same end" },
    el("h2", {}, `${end.witnesses.length} reports tell of this end: ${end.class}`),
    end.before && end.before !== end.class && el("p", { class: "sub" }, `The run’s record alone would have said ${end.before}.`),
    el("ul", { class: "why" }, ...end.witnesses.map((one) => witness(one, shown.id))),
    !shown.report?.verdict && end.overturned_by.length > 0 && el("p", { class: "sub" }, `Would be overturned by: ${end.overturned_by.join("; ")}`));
}

function witness(one, shown) {
  const name = KINDS[one.kind] ?? one.kind;
  const says = one.says ? ` says ${one.says.class}, ${one.says.confidence.toFixed(2)}: ${one.says.reason}` : SILENT[one.kind] ?? " doesn’t tell how it ended";
  const parts = [one.decided && "decided", one.counts && "counts the end", one.id === shown && "shown here"].filter(Boolean);
  return el("li", {},
    one.id === shown ? el("strong", {}, name) : el("a", { class: "link", href: `/reports/${one.id}` }, name),
    says, parts.length > 0 && el("strong", {}, ` · ${parts.join(" · ")}`), el("span", { class: "sub" }, " · sent ", time(one.uploaded)));
}
