// Small parts that several views share.
import { el, svg } from "./dom.js";
import { ago, count, exactly, family } from "./words.js";

export const time = (iso) => el("time", { datetime: iso, title: exactly(iso) }, ago(iso));

export function kind(cluster) {
  const [style, word] = family(cluster.kind);
  return el("span", { class: `kind ${style}` }, word);
}

/** Days as bars; today so far is paler, a day without reports is a baseline. */
export function spark(cluster) {
  const [style] = family(cluster.kind);
  const most = Math.max(1, ...cluster.days.map((day) => day.count));
  const width = 132 / cluster.days.length;
  const words = `Reports a day, last ${cluster.days.length} days, most ${most}`;
  return svg("svg", { class: `spark ${style}`, width: 132, height: 26, role: "img", "aria-label": words },
    ...cluster.days.map((day, at) => {
      const height = day.count ? Math.max(2, (day.count / most) * 24) : 1;
      const last = at === cluster.days.length - 1;
      return svg("rect", { x: at * width, y: 26 - height, width: width - 2, height, rx: 1,
        class: day.count ? (last ? "today" : "") : "none" },
      svg("title", {}, `${day.day}: ${count(day.count)}`));
    }));
}

/** One frame a line; runs of system frames fold into one. */
export function stack(frames) {
  const rows = [];
  let run = [];
  const flush = () => {
    if (run.length > 3) {
      const images = [...new Set(run.map(([, frame]) => frame.image).filter(Boolean))].join(", ");
      rows.push(el("details", { class: "fold mono" },
        el("summary", {}, `${run.length} system frames: ${images}`), ...run.map(frameRow)));
    } else rows.push(...run.map(frameRow));
    run = [];
  };
  frames.forEach((frame, index) => {
    if (frame.in_app) { flush(); rows.push(frameRow([index, frame])); } else run.push([index, frame]);
  });
  flush();
  return rows;
}

function frameRow([index, frame]) {
  const notes = [frame.inlined && "inlined", frame.outcome === "symbol-only" && "nearest symbol", frame.outcome === "learned" && "name learned from other reports",
    frame.outcome === "dsym-missing" && "upload its dSYM"].filter(Boolean).join(", ");
  return el("div", { class: `frame mono${frame.in_app ? " app" : ""}` },
    el("span", { class: "index" }, String(index)),
    el("span", { class: "image", title: frame.image }, frame.image || "???"),
    el("span", { class: "symbol" }, frame.symbol ?? `${frame.image} + ${frame.offset}`,
      frame.place && el("span", { class: "place" }, ` ${frame.place}`),
      notes && el("span", { class: "note" }, ` ${notes}`)));
}

export function parts(title, values) {
  const entries = Object.entries(values);
  if (!entries.length) return null;
  const sum = entries.reduce((total, [, number]) => total + number, 0);
  return el("section", { class: "card" }, el("h2", {}, title),
    ...entries.slice(0, 6).map(([name, number]) => el("div", { class: "part" },
      el("span", { class: "sub" }, name),
      el("meter", { min: 0, max: sum, value: number, "aria-label": `${name}: ${count(number)} of ${count(sum)}` }),
      el("span", { class: "number" }, count(number)))));
}

export function problem(error, retry, verb = "Try again") {
  return el("section", { class: "card problem", role: "alert" }, el("p", {}, error.message),
    el("button", { class: "button", onclick: retry }, verb));
}

export const skeleton = (rows) =>
  el("div", { "aria-busy": "true", "aria-label": "Loading" }, ...Array.from({ length: rows }, () => el("div", { class: "skeleton" })));
