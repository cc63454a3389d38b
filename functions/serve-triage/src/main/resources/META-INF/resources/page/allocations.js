// Allocation stacks of a run: who filled its memory, as stacks, and as a flame picture of calls with the same in words.
import { el } from "./dom.js";
import { stack } from "./parts.js";
import { bytes, count, flame, table } from "./portrait.js";

/** A card; `report` is the other report that tells it, where the one that is shown doesn't. */
export function allocations(it, report) {
  return el("section", { class: "card oom portrait", "aria-label": "Who filled the memory" },
    el("h2", {}, "Who filled the memory"),
    el("p", {}, `${bytes(it.bytes)} in ${count(it.count)} recorded allocations. `,
      report && el("a", { class: "link", href: `/reports/${report}` }, "The allocation stacks of this run")),
    it.tree.bytes > 0 && flame(box(it.tree), "allocated memory",
      (node) => `${node.class}: ${count(node.nodes)} allocations hold ${bytes(node.retained)}`),
    table("Stacks that hold most", ["Place", "Holds", "Share", "Allocations"],
      it.heaviest.map((row) => [row.place || "no name", bytes(row.bytes), `${Math.round(100 * row.share)} %`, count(row.count)])),
    ...it.heaviest.map((row, index) => el("details", { open: index === 0 },
      el("summary", { class: "mono" }, `${row.place || "no name"}: ${bytes(row.bytes)}${row.category ? `, ${row.category}` : ""}`),
      el("div", { class: "stack", tabindex: 0, role: "region", "aria-label": `Stack ${index + 1}` }, ...stack(row.frames.map(placed))))));
}

const box = (call) => ({ class: call.function, nodes: call.count, retained: call.bytes, children: call.callees.map(box) });

const placed = (frame) => ({ ...frame,
  place: frame.file && `${frame.file.split("/").pop()}${frame.line ? `:${frame.line}` : ""}` });
