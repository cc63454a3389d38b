// Questions and offers that stand over a view.
import { el, say } from "./dom.js";

const UNDO_MILLIS = 10000;
let timer;

/** Says what was done and offers to undo it for ten seconds; without an undo it only says it. */
export function offer(said, undo) {
  clearTimeout(timer);
  const toast = document.getElementById("toast");
  const close = () => { toast.hidden = true; toast.replaceChildren(); };
  toast.replaceChildren(el("span", {}, said));
  if (undo) toast.append(el("button", { class: "button", "data-key": "u", onclick: () => { close(); undo(); } },
    "Undo", el("kbd", { "aria-hidden": "true" }, "u")));
  toast.hidden = false;
  say(undo ? `${said}. Press u to undo.` : said);
  timer = setTimeout(close, UNDO_MILLIS);
}

/** Asks for one thing; answers null when the person thinks better of it. */
export function prompt(title, verb, field, ...more) {
  return new Promise((answer) => {
    const dialog = el("dialog", { "aria-label": title });
    const done = (value) => { dialog.close(); dialog.remove(); answer(value); };
    dialog.append(el("form", { method: "dialog", onsubmit: (event) => { event.preventDefault(); done(field.value.trim()); } },
      el("h2", {}, el("label", { for: field.id }, title)), field, ...more,
      el("p", { class: "row" }, el("button", { class: "button first" }, verb),
        el("button", { class: "button", type: "button", onclick: () => done(null) }, "Cancel"))));
    dialog.addEventListener("cancel", (event) => { event.preventDefault(); done(null); });
    document.body.append(dialog);
    dialog.showModal();
    field.focus();
  });
}
