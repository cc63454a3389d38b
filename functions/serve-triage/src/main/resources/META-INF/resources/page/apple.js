// A report's Apple text in parts that fold: what it says first, its threads, registers, images.
import { el } from "./dom.js";
import { offer } from "./prompts.js";
import { count } from "./words.js";

const THREAD = /^Thread (\d+)(?: Crashed)?:/m;

/** The text as sections; which of them are open stands in the address, the crashed thread is from the start. */
export function appleText(text) {
  const named = new URLSearchParams(location.search).get("open")?.split(",");
  const parts = sections(text);
  const folds = parts.filter((part) => part.id).map((part) => el("details", { class: "part-of-text", "data-part": part.id,
    open: named ? named.includes(part.id) : part.crashed, ontoggle: () => remember(folds) },
  el("summary", { class: "mono" }, part.title, el("span", { class: "sub" }, ` ${count(part.lines)} ${part.unit}`)),
  el("pre", { tabindex: 0, "aria-label": part.title }, part.body)));
  return el("section", { class: "card" },
    el("div", { class: "split" }, el("h2", {}, "All threads and images, as Apple text"),
      el("button", { class: "button", type: "button", onclick: () => navigator.clipboard.writeText(text)
        .then(() => offer("Copied"), () => offer("The browser does not let this page copy: select the text instead")) }, "Copy all")),
    el("pre", { tabindex: 0, "aria-label": "What the report says first" }, parts.filter((part) => !part.id).map((part) => part.body).join("\n\n")),
    ...folds);
}

function sections(text) {
  return text.trimEnd().split(/\n{2,}/).map((body) => {
    const [first, ...rest] = body.split("\n");
    const thread = body.startsWith("Thread ") && THREAD.exec(body);
    if (thread) {
      const name = /^Thread \d+ name: +(.*)$/m.exec(body)?.[1];
      const at = body.indexOf("\n", thread.index);
      const frames = at < 0 ? "" : body.slice(at + 1);
      return { id: thread[1], title: thread[0].slice(0, -1) + (name ? `, ${name}` : ""), body: frames,
        lines: frames ? frames.split("\n").length : 0, unit: "frames", crashed: thread[0].includes("Crashed") };
    }
    const id = first.startsWith("Binary Images") ? "images" : / Thread State/.test(first) ? "registers" : null;
    return { id, title: first.replace(/:$/, ""), body: id ? rest.join("\n") : body, lines: rest.length, unit: "lines" };
  });
}

function remember(folds) {
  const next = new URLSearchParams(location.search);
  next.set("open", folds.filter((fold) => fold.open).map((fold) => fold.dataset.part).join(","));
  history.replaceState(null, "", `?${next}`);
}
