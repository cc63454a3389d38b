// One cluster: what it is, how bad, why these reports are one.
import { json } from "./api.js";
import { days } from "./days.js";
import { decisions, history } from "./decide.js";
import { el } from "./dom.js";
import { neighbours } from "./merge.js";
import { kind, parts, problem, skeleton, stack, time } from "./parts.js";
import { bare, count } from "./words.js";

export async function cluster(main, id) {
  main.replaceChildren(skeleton(6));
  const show = async () => {
    const it = await json(`/v1/clusters/${encodeURIComponent(id)}`);
    document.title = `${bare(it)} · Flotsam`;
    const focus = document.activeElement?.dataset.key;
    main.replaceChildren(el("div", { class: "grid" }, story(it, show), aside(it, show)));
    if (focus) main.querySelector(`[data-key="${focus}"]`)?.focus();
  };
  try {
    await show();
  } catch (error) {
    if (error.status === 401) throw error;
    main.replaceChildren(problem(error, () => cluster(main, id)));
  }
}

function story(it, again) {
  return el("div", {},
    kind(it), el("h1", { class: "mono" }, bare(it)),
    it.cause && el("p", { class: "cause" }, it.cause),
    decisions(it, again),
    days(it),
    it.frames.length > 0 && el("section", { class: "card stack" }, el("h2", {}, "Blamed stack of the first report, in-app frames bright"), ...stack(it.frames)),
    el("section", { class: "card" }, el("h2", {}, `Why these reports are one cluster · ruleset ${it.ruleset}`),
      it.explanation.length ? el("ol", { class: "why" }, ...it.explanation.map((line) => el("li", {}, line.replace(/→\s*$/, "→ dropped")))) : el("p", { class: "sub" }, "The first report's raw bytes are no longer kept.")),
    el("section", { class: "card" }, el("h2", {}, "Latest reports"),
      ...newestFirst(it.samples).map((report) => el("div", { class: "row sample" },
        el("a", { class: "mono link", href: `/reports/${report.id}`, "data-row": true }, report.id.slice(0, 12)),
        el("span", { class: "sub" }, [report.version, report.os, report.device].filter(Boolean).join(" · ")), time(report.at)))));
}

/** By when they happened: they come by when they were uploaded. */
const newestFirst = (reports) => reports.map((report) => ({ ...report, at: report.captured ?? report.uploaded }))
  .sort((one, other) => Date.parse(other.at) - Date.parse(one.at));

function aside(it, again) {
  return el("aside", {},
    el("section", { class: "card" }, el("dl", { class: "facts" },
      ...facts([["App", it.app], ["Reports", count(it.count)],
        ["Devices", it.devices.estimate ? `${count(it.devices.estimate)} ± ${(it.devices.error * 100).toFixed(1)} %` : "not told"],
        ["First seen", time(it.first_seen)], ["Last seen", time(it.last_seen)]]))),
    parts("Version", it.versions), parts("System", it.os), parts("Device", it.device_models),
    ...neighbours(it, again), history(it.decision));
}

export const facts = (pairs) => pairs.filter(([, value]) => value).flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]);
