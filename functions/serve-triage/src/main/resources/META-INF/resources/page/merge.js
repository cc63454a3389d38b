// Clusters that are one for people: what looks alike, what is shown as one, what was set apart.
import { post } from "./api.js";
import { key } from "./decide.js";
import { el } from "./dom.js";
import { problem, time } from "./parts.js";
import { offer, prompt } from "./prompts.js";
import { count } from "./words.js";

const ID = /[0-9a-z]{20}/;

/** Cards about a cluster's neighbours; empty ones are left out. */
export function neighbours(it, again) {
  return [looksLike(it, again), shownAsOne(it, again), setApart(it)];
}

const links = (it, verb, body) => post(`/v1/clusters/${encodeURIComponent(it.id)}/${verb}`, body);

/** Does it, shows the cluster again, and offers the way back. */
async function act(trouble, again, said, forth, back) {
  try {
    const done = await forth();
    await again();
    offer(said, async () => {
      try {
        await back(done);
        await again();
        offer("Undone");
      } catch (error) {
        offer(error.message);
      }
    });
  } catch (error) {
    trouble.replaceChildren(problem(error, again, "Look again"));
  }
}

function merge(it, other, again, trouble) {
  const before = new Set(it.members.map((member) => member.id));
  return act(trouble, again, "Merged into this cluster", () => links(it, "merge", { with: [other] }), (linked) =>
    links(it, "split", { members: linked.members.filter((member) => !before.has(member) && member !== it.id), undo: true }));
}

function looksLike(it, again) {
  const trouble = el("div", {});
  return el("section", { class: "card" }, el("h2", {}, "Looks like"),
    ...it.similar.map((other) => el("div", { class: "entry" },
      el("span", { class: "split" }, el("a", { class: "mono", href: `/clusters/${other.id}` }, other.title),
        el("span", { class: "sub", title: "1 is the same stack" }, other.score.toFixed(2))),
      el("details", {}, el("summary", { class: "sub" }, `${count(other.frames.length)} functions stand in both stacks`),
        ...other.frames.map((frame) => el("div", { class: "mono sub" }, `${frame.here} ↔ ${frame.there} ${frame.function}`))),
      el("button", { class: "button", type: "button", "aria-label": `Merge ${other.title}`,
        onclick: () => merge(it, other.id, again, trouble) }, "Merge"))),
    !it.similar.length && el("p", { class: "sub" }, "No other cluster of this app looks like it."),
    key("Merge another", "m", async () => {
      const field = el("input", { id: "asked", class: "wide", required: true, placeholder: "its address or id" });
      const answer = await prompt("Which cluster is the same as this one", "Merge", field,
        el("p", { class: "sub" }, "Counts are shown as one, no report is rewritten, and it can be split off again."));
      if (answer) merge(it, answer.match(ID)?.[0] ?? answer, again, trouble);
    }), trouble);
}

function shownAsOne(it, again) {
  if (it.members.length < 2) return null;
  const trouble = el("div", {});
  return el("section", { class: "card" }, el("h2", {}, "Shown as one"), ...it.members.map((member) => el("div", { class: "entry" },
    el("span", { class: "split" }, el("span", { class: "mono" }, member.title), el("span", { class: "number" }, count(member.count))),
    member.merged_at
      ? el("span", { class: "split" }, el("span", { class: "sub" }, `merged by ${member.merged_by}, `, time(member.merged_at)),
        el("button", { class: "button", type: "button", "aria-label": `Split off ${member.title}`,
          onclick: () => act(trouble, again, "Split off", () => links(it, "split", { members: [member.id] }),
            () => links(it, "merge", { with: [member.id], undo: true })) }, "Split off"))
      : null)), trouble);
}

function setApart(it) {
  if (!it.parts.length) return null;
  return el("section", { class: "card" }, el("h2", {}, "Set apart"), ...it.parts.map((part) => el("div", { class: "entry" },
    el("a", { href: `/clusters/${part.cluster}` }, part.words), el("span", { class: "sub" }, `${part.set_by}, `, time(part.at)))));
}
