// One report: blamed stack, facts, Apple text to copy.
import { json, text } from "./api.js";
import { allocations } from "./allocations.js";
import { appleText } from "./apple.js";
import { facts } from "./cluster.js";
import { el } from "./dom.js";
import { kind, problem, skeleton, stack, time } from "./parts.js";
import { portrait } from "./portrait.js";
import { witnesses } from "./witnesses.js";
import { bare } from "./words.js";

export async function report(main, id) {
  main.replaceChildren(skeleton(6));
  try {
    const path = `/v1/reports/${encodeURIComponent(id)}`;
    const [it, apple] = await Promise.all([json(path), text(`${path}/text`).catch((error) => error.message)]);
    document.title = `Report ${id.slice(0, 12)} · Flotsam`;
    main.replaceChildren(el("div", { class: "grid" }, story(it, apple), aside(it)));
  } catch (error) {
    if (error.status === 401) throw error;
    main.replaceChildren(problem(error, () => report(main, id)));
  }
}

function story(it, apple) {
  const found = it.report;
  const frames = (found?.frames ?? []).map((frame) => ({ ...frame,
    place: frame.file && `${frame.file.split("/").pop()}${frame.line ? `:${frame.line}` : ""}` }));
  return el("div", {},
    ...heading(found, it.summary),
    it.cluster && el("p", { class: "sub" }, "One report of ", el("a", { class: "link", href: `/clusters/${it.cluster}` }, "its cluster")),
    it.portrait && portrait(it.portrait),
    found?.allocations && allocations(found.allocations),
    frames.length > 0 && !found.allocations && el("section", { class: "card stack" },
      el("h2", {}, found.crashed_thread === null ? "Blamed stack" : `Blamed stack, thread ${found.crashed_thread}`), ...stack(frames)),
    found?.missing_symbols?.length > 0 && el("section", { class: "card" }, el("h2", {}, "Symbols nobody uploaded"),
      ...found.missing_symbols.map((image) => el("div", { class: "mono" }, `${image.image} ${image.arch} ${image.uuid}`))),
    ...(found?.joined?.allocations ?? []).map((filled) => allocations(filled, filled.report)),
    ...(found?.joined?.portraits ?? []).map((heap) => el("section", { class: "card oom" }, el("h2", {}, "Who keeps the memory"),
      el("p", {}, heap.summary, " ", el("a", { class: "link", href: `/reports/${heap.report}` }, "The memory portrait of this run")))),
    found?.verdict && verdict(found.verdict),
    it.end && witnesses(it.end, it),
    found?.explanation?.length > 0 && el("section", { class: "card" }, el("h2", {}, "How its signature came about"),
      el("ol", { class: "why" }, ...found.explanation.map((note) => el("li", {}, `${note.rule}: ${note.before} → ${note.after || "dropped"}`)))),
    appleText(apple));
}

/** A signature's title names its kind first, which stands beside it. */
function heading(found, summary) {
  const title = found?.signature?.title ?? found?.summary ?? found?.rejected?.message ?? summary ?? "Report";
  const signed = found?.signature && title.includes(" | ") && { kind: title.split(" | ")[0], title };
  return [signed && kind(signed), el("h1", { class: "mono" }, signed ? bare(signed) : title)];
}

function verdict(it) {
  return el("section", { class: "card oom" }, el("h2", {}, `Why it ended: ${it.class}, confidence ${it.confidence.toFixed(2)}`),
    el("ol", { class: "why" }, ...it.rules.map((rule) => el("li", {}, `${rule.rule}: ${rule.finding}`,
      ...Object.entries(rule.facts).map(([name, value]) => ` · ${name} ${value}`)))),
    it.overturned_by.length > 0 && el("p", { class: "sub" }, `Would be overturned by: ${it.overturned_by.join("; ")}`));
}

function aside(it) {
  const found = it.report ?? {};
  return el("aside", {}, el("section", { class: "card" }, el("dl", { class: "facts" }, ...facts([
    ["State", it.state], ["App", it.app], ["Version", it.version], ["System", found.os], ["Device", found.device],
    ["Captured", found.captured && time(found.captured)], ["Uploaded", time(it.uploaded)],
    ["Format", found.format], ["Object", it.key], ["Place", it.place], ["Variants", it.variants.length || ""]]))));
}
