// What people decide about a cluster: one click each, and ten seconds to undo it.
import { json, patch } from "./api.js";
import { el } from "./dom.js";
import { problem, time } from "./parts.js";
import { offer, prompt } from "./prompts.js";
import { dated } from "./words.js";

const DAY = 86400000;
const LATEST = 5;
const IGNORING = [["", "for good"], ["1", "for a day"], ["7", "for a week"], ["30", "for 30 days"]];

/** How a cluster stands, in words. */
export function stands(state, decision) {
  if (state === "resolved") return decision.resolved_in ? `Resolved in ${decision.resolved_in}` : "Resolved";
  if (state === "ignored") return decision.ignored_until ? `Ignored until ${dated(decision.ignored_until)}` : "Ignored for good";
  if (state === "regressed") return `Regressed: seen again after ${decision.resolved_in || "it was resolved"}`;
  return "Open";
}

/** Changes how a cluster stands, shows it again and offers the undo. */
export async function decide(id, revision, change, said, again) {
  const path = `/v1/clusters/${encodeURIComponent(id)}`;
  const now = await patch(path, revision, change);
  await again();
  if (now.revision === revision) return offer("It stands so already");
  offer(said ?? stands(now.state, now), async () => {
    try {
      await patch(path, now.revision, { undo: true });
      await again();
      offer("Undone");
    } catch (error) {
      offer(error.message);
    }
  });
}

/** Resolves or ignores a row of the list: the same as on its own page. */
export async function decideRow(id, state, again) {
  try {
    const it = await json(`/v1/clusters/${encodeURIComponent(id)}`);
    await decide(it.id, it.decision.revision, { state }, null, again);
  } catch (error) {
    offer(error.message);
  }
}

/** The controls of one cluster. */
export function decisions(it, again) {
  const trouble = el("div", {});
  const act = (change, said) => decide(it.id, it.decision.revision, change, said, again)
    .catch((error) => trouble.replaceChildren(problem(error, again, "Look again")));
  const closed = it.state === "resolved" || it.state === "ignored";
  return el("section", { class: "decide", "aria-label": "Decide" },
    el("p", {}, el("b", { class: `state ${it.state}` }, stands(it.state, it.decision)),
      it.decision.assignee && el("span", { class: "sub assignee" }, ` · ${it.decision.assignee} looks after it`)),
    it.decision.note && el("p", { class: "note" }, it.decision.note),
    el("div", { class: "row" },
      closed ? key("Reopen", "o", () => act({ state: "open" })) : resolving(it, act),
      !closed && ignoring(act),
      key("Assign", "a", () => ask("Who looks after it", "Assign", it.decision.assignee, "input", (assignee) =>
        act({ assignee }, assignee ? `Assigned to ${assignee}` : "Assigned to nobody"))),
      key("Note", "n", () => ask("Note", "Keep note", it.decision.note, "textarea", (note) => act({ note }, "Noted")))),
    trouble);
}

function resolving(it, act) {
  const versions = Object.keys(it.versions).sort((a, b) => b.localeCompare(a, "en", { numeric: true }));
  const choice = el("select", { "aria-label": "Version it is resolved in" },
    ...versions.map((version) => el("option", { value: version }, version)));
  return el("span", { class: "pair" },
    key(versions.length ? "Resolve in" : "Resolve", "r",
      () => act({ state: "resolved", ...(versions.length ? { version: choice.value } : {}) }), "first"),
    versions.length > 0 && choice);
}

function ignoring(act) {
  const choice = el("select", { "aria-label": "Ignore for how long" },
    ...IGNORING.map(([days, words]) => el("option", { value: days }, words)));
  return el("span", { class: "pair" }, key("Ignore", "i", () => act({ state: "ignored",
    ...(choice.value ? { until: new Date(Date.now() + Number(choice.value) * DAY).toISOString() } : {}) })), choice);
}

async function ask(title, verb, value, name, then) {
  const field = el(name, { id: "asked", class: "wide", maxlength: name === "input" ? 100 : 2000, rows: name === "input" ? null : 4 });
  field.value = value;
  const answer = await prompt(title, verb, field);
  if (answer !== null && answer !== value) then(answer);
}

export function key(label, letter, onclick, style = "") {
  return el("button", { class: `button ${style}`, type: "button", "data-key": letter, "aria-keyshortcuts": letter, onclick },
    label, el("kbd", { "aria-hidden": "true" }, letter));
}

/** Who decided what, newest first. */
export function history(decision) {
  if (!decision.history.length) return null;
  const [latest, earlier] = [decision.history.slice(0, LATEST), decision.history.slice(LATEST)];
  return el("section", { class: "card" }, el("h2", {}, "Decisions"), ...latest.map(entryOf),
    earlier.length > 0 && el("details", {}, el("summary", { class: "sub" }, `${earlier.length} earlier`), ...earlier.map(entryOf)));
}

function entryOf(entry) {
  return el("div", { class: "entry" }, el("span", {}, stands(entry.state, entry),
    entry.assignee && `, ${entry.assignee}`, entry.note && `: ${entry.note}`),
  el("span", { class: "sub" }, `${entry.by}, `, time(entry.at)));
}
