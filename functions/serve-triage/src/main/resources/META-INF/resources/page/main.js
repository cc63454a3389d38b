// Routes, the key, the keyboard.
import { key } from "./api.js";
import { cluster } from "./cluster.js";
import { decideRow } from "./decide.js";
import { el } from "./dom.js";
import { list } from "./list.js";
import { report } from "./report.js";

const main = document.getElementById("main");
const search = document.getElementById("search");
const forget = document.getElementById("forget");
const KEYS = [["j / k", "next or previous row"], ["enter", "open the row"], ["r", "resolve"], ["i", "ignore"],
  ["o", "reopen"], ["a", "assign"], ["n", "note"], ["m", "merge another cluster"], ["u", "undo, for 10 seconds"], ["/", "search"], ["?", "this list"]];

function go(url) {
  history.pushState(null, "", url);
  show();
}

async function show() {
  forget.hidden = !key.get();
  if (!key.get()) return askForKey();
  search.value = new URLSearchParams(location.search).get("q") ?? "";
  const [, view, id] = location.pathname.split("/");
  try {
    if (view === "clusters" && id) await cluster(main, id);
    else if (view === "reports" && id) await report(main, id);
    else await list(main, go);
  } catch (error) {
    if (error.status !== 401) throw error;
    key.forget();
    askForKey(error.message);
  }
}

function askForKey(problem) {
  const input = el("input", { id: "key", type: "password", autocomplete: "off", required: true, class: "button" });
  main.replaceChildren(el("form", { class: "card empty", onsubmit: (event) => {
    event.preventDefault();
    key.set(input.value);
    show();
  } },
  el("p", {}, el("label", { for: "key" }, "Your API key")), problem && el("p", { role: "alert" }, problem),
  el("p", { class: "row empty" }, input, el("button", { class: "button first" }, "Open")),
  el("p", { class: "sub" }, "`flotsam up` prints one. It is kept for this tab only.")));
  input.focus();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='/']");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
  event.preventDefault();
  go(link.getAttribute("href"));
  main.focus();
});
search.form.addEventListener("submit", (event) => {
  event.preventDefault();
  const next = new URLSearchParams(location.pathname === "/" ? location.search : "");
  if (search.value) next.set("q", search.value); else next.delete("q");
  next.delete("cursor");
  go(`/?${next}`);
});
forget.addEventListener("click", () => { key.forget(); go("/"); });
addEventListener("popstate", show);
addEventListener("keydown", (event) => {
  if (event.target.closest("input, select, textarea, dialog") || event.metaKey || event.ctrlKey || event.altKey) return;
  const rows = [...main.querySelectorAll("[data-row]")];
  const at = rows.indexOf(document.activeElement);
  if (event.key === "j") rows[Math.min(at + 1, rows.length - 1)]?.focus();
  else if (event.key === "k") rows[Math.max(at - 1, 0)]?.focus();
  else if (event.key === "/") { event.preventDefault(); search.focus(); }
  else if (event.key === "?") help();
  else if (event.key.length === 1) decideBy(event);
});

/** A letter works the button that shows it; in the list, the row that has the focus. */
function decideBy(event) {
  const button = [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === event.key);
  const { cluster: id } = document.activeElement?.dataset ?? {};
  const state = { r: "resolved", i: "ignored", o: "open" }[event.key];
  if (!button && !(id && state)) return;
  event.preventDefault();
  if (button) button.click();
  else decideRow(id, state, show);
}

function help() {
  const dialog = document.getElementById("keys");
  dialog.replaceChildren(el("h2", {}, "Keyboard"), el("dl", { class: "facts" },
    ...KEYS.flatMap(([name, does]) => [el("dt", {}, el("kbd", {}, name)), el("dd", {}, does)])),
  el("form", { method: "dialog" }, el("button", { class: "button" }, "Close")));
  dialog.showModal();
}

show();
