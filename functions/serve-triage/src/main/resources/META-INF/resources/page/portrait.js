// A memory portrait: who keeps the memory, as a flame picture of dominators with the same in words below.
import { json } from "./api.js";
import { el, svg } from "./dom.js";
import { problem, skeleton } from "./parts.js";

const WIDTH = 1000;
const ROW = 22;
const MOST_ROWS = 16;
const NARROWEST = 3;
const CHARACTER = 7;

/** The card of a report's portrait; it fills itself. */
export function portrait(path) {
  const card = el("section", { class: "card oom portrait" }, el("h2", {}, "Who keeps the memory"), skeleton(4));
  const fill = () => json(path)
    .then((it) => card.replaceChildren(...answer(it)))
    .catch((error) => card.replaceChildren(problem(error, fill)));
  fill();
  return card;
}

function answer(it) {
  return [
    el("h2", {}, "Who keeps the memory"),
    el("p", {}, `${bytes(it.bytes)} in ${count(it.nodes)} nodes and ${count(it.references)} references. `
      + (it.leaked_bytes > 0 ? `${bytes(it.leaked_bytes)} are leaked: no root reaches them.` : "Nothing is leaked.")),
    it.tree.retained > 0 && flame(it.tree, "retained memory",
      (node) => `${node.class}: ${count(node.nodes)} nodes keep ${bytes(node.retained)}, own ${bytes(node.size)}`),
    table("Classes that keep most", ["Class", "Instances", "Own", "Keeps"],
      it.classes.slice(0, 10).map((row) => [row.class, count(row.instances), bytes(row.size), bytes(row.retained)])),
    el("h3", {}, "Largest, and who refers to them"),
    ...it.retainers.slice(0, 5).map(path),
    it.cycles.length > 0 && el("h3", {}, "Cycles that keep themselves"),
    ...it.cycles.slice(0, 5).map((knot) => el("p", { class: "mono" },
      `${bytes(knot.size)}: ${knot.cycle.map((step) => step.class).join(" → ")} → ${knot.cycle[0]?.class ?? ""}`)),
    it.regions.length > 0 && table("VM regions by tag", ["Tag", "Regions", "Size", "Dirty", "Swapped"],
      it.regions.slice(0, 15).map((row) =>
        [row.tag, count(row.regions), bytes(row.size), bytes(row.dirty), bytes(row.swapped)])),
  ].filter(Boolean);
}

/** Boxes as wide as what they hold of something; below each what it holds in turn. `words` tells a box. */
export function flame(tree, something, words) {
  const boxes = [];
  const rows = place(tree, 0, 0, WIDTH, boxes);
  const largest = boxes.filter((box) => box.depth === 1).slice(0, 3)
    .map((box) => `${box.node.class} ${bytes(box.node.retained)}`).join(", ");
  return svg("svg", { class: "flame", viewBox: `0 0 ${WIDTH} ${rows * ROW}`, role: "img",
    "aria-label": `Flame picture of ${something}, the widest: ${largest}. The tables below say the same.` },
    ...boxes.map(({ node, depth, left, width }) => svg("g", { class: depth % 2 ? "odd" : "even" },
      svg("title", {}, words(node)),
      svg("rect", { x: left, y: depth * ROW, width: Math.max(width - 1, 1), height: ROW - 1, rx: 2 }),
      width > 40 && svg("text", { x: left + 5, y: depth * ROW + 15 }, fitted(`${node.class} ${bytes(node.retained)}`, width)))));
}

function place(node, depth, left, width, boxes) {
  boxes.push({ node, depth, left, width });
  let rows = depth + 1;
  let next = left;
  for (const child of node.children) {
    const share = node.retained > 0 ? width * child.retained / node.retained : 0;
    if (share >= NARROWEST && depth + 1 < MOST_ROWS) rows = Math.max(rows, place(child, depth + 1, next, share, boxes));
    next += share;
  }
  return rows;
}

function path(retainer) {
  return el("details", {}, el("summary", { class: "mono" }, `${retainer.class} keeps ${bytes(retainer.retained)}`),
    el("ol", { class: "why" }, ...retainer.path.map((step) => el("li", { class: "mono" },
      `${step.class} ${step.address}, own ${bytes(step.size)}, keeps ${bytes(step.retained)}`))));
}

export function table(title, heads, rows) {
  return el("div", { class: "wide", tabindex: 0, role: "region", "aria-label": title }, el("h3", {}, title), el("table", {},
    el("thead", {}, el("tr", {}, ...heads.map((head) => el("th", { scope: "col" }, head)))),
    el("tbody", {}, ...rows.map((row) => el("tr", {}, ...row.map((cell, i) =>
      el("td", { class: i ? "number" : "mono", "data-label": heads[i] }, cell)))))));
}

function fitted(text, width) {
  const most = Math.floor((width - 10) / CHARACTER);
  return text.length <= most ? text : `${text.slice(0, Math.max(most - 1, 0))}…`;
}

export function bytes(n) {
  if (n < 1024) return `${n} B`;
  const power = Math.min(Math.floor(Math.log2(n) / 10), 4);
  const value = n / 1024 ** power;
  return `${value.toFixed(value < 10 ? 1 : 0)} ${["B", "KiB", "MiB", "GiB", "TiB"][power]}`;
}

export const count = (n) => n.toLocaleString("en-US");
