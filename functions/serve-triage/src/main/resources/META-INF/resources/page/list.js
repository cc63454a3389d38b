// The list of clusters. The URL is its state.
import { json } from "./api.js";
import { el, say } from "./dom.js";
import { kind, problem, skeleton, spark, time } from "./parts.js";
import { bare, count } from "./words.js";

const SORTS = [["last_seen", "Last seen"], ["count", "Reports"], ["first_seen", "Newest"]];

export async function list(main, go) {
  const asked = new URLSearchParams(location.search);
  document.title = "Clusters · Flotsam";
  const bar = el("div", { class: "bar" });
  const body = el("div", {}, skeleton(8));
  main.replaceChildren(el("h1", {}, "Clusters"), bar, body);
  const change = (name, value) => {
    const next = new URLSearchParams(location.search);
    if (value) next.set(name, value); else next.delete(name);
    next.delete("cursor");
    go(`/?${next}`);
  };
  bar.append(...SORTS.map(([word, label]) => el("button", { class: "chip",
    "aria-pressed": String((asked.get("sort") ?? "last_seen") === word), onclick: () => change("sort", word) }, label)));
  for (const name of ["app", "kind", "version", "q"]) {
    const value = asked.get(name);
    if (value) bar.append(el("button", { class: "chip", "aria-current": "true", "aria-label": `Remove filter ${name} ${value}`,
      onclick: () => change(name, "") }, `${name} ${value} ×`));
  }
  try {
    const answer = await json(`/v1/clusters?${asked}`);
    body.replaceChildren(answer.clusters.length ? table(answer, asked) : empty(asked));
    say(`${answer.clusters.length} clusters`);
  } catch (error) {
    if (error.status === 401) throw error;
    body.replaceChildren(problem(error, () => list(main, go)));
  }
}

function table(answer, asked) {
  const next = answer.next && new URLSearchParams(asked);
  next?.set("cursor", answer.next);
  return el("div", {},
    el("table", {}, el("thead", {}, el("tr", {},
      ...["Kind", "Cluster", "Reports a day"].map((word) => el("th", { scope: "col" }, word)),
      ...["Reports", "Devices", "Last seen"].map((word) => el("th", { scope: "col", class: "number" }, word)))),
    el("tbody", {}, ...answer.clusters.map(row))),
    !answer.complete && el("p", { class: "sub" }, "There are more clusters than one list looks at: narrow the filter."),
    next && el("p", {}, el("a", { class: "button", href: `/?${next}` }, "Older clusters")));
}

function row(cluster) {
  const versions = Object.keys(cluster.versions);
  return el("tr", {},
    el("td", {}, kind(cluster)),
    el("td", {}, el("a", { class: "title mono", href: `/clusters/${cluster.id}`, "data-row": true }, bare(cluster)),
      el("div", { class: "sub" }, [cluster.app, cluster.kind, versions.slice(0, 3).join(", "),
        cluster.unstable && "address only until its dSYM arrives"].filter(Boolean).join(" · "))),
    el("td", {}, spark(cluster)),
    el("td", { class: "number title", "data-label": "Reports" }, count(cluster.count)),
    el("td", { class: "number", "data-label": "Devices", title: `estimate, ± ${(cluster.devices.error * 100).toFixed(1)} %` },
      cluster.devices.estimate ? count(cluster.devices.estimate) : "–"),
    el("td", { class: "number sub", "data-label": "Last seen" }, time(cluster.last_seen)));
}

function empty(asked) {
  const filtered = [...asked.keys()].some((name) => !["sort", "cursor"].includes(name));
  return filtered
    ? el("section", { class: "card empty" }, el("p", {}, "No cluster matches."), el("a", { class: "button", href: "/" }, "Show all clusters"))
    : el("section", { class: "card empty" }, el("p", {}, "No report has arrived yet. Upload one:"), el("pre", {}, "./flotsam send MyApp.ips"));
}
