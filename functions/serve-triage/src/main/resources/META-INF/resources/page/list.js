// The list of clusters. The URL is its state.
import { json } from "./api.js";
import { el, say } from "./dom.js";
import { kind, problem, skeleton, spark, time } from "./parts.js";
import { bare, count } from "./words.js";

const STATES = [["", "Open"], ["regressed", "Regressed"], ["resolved", "Resolved"], ["ignored", "Ignored"], ["all", "All"]];
const DAY = 86400000;
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
  bar.append(el("span", { class: "group", role: "group", "aria-label": "State" }, ...STATES.map(([word, label]) => el("button", {
    class: "chip", "aria-pressed": String((asked.get("state") ?? "") === word), onclick: () => change("state", word) }, label))));
  const sorts = el("span", { class: "group end", role: "group", "aria-label": "Sort" });
  sorts.append(el("span", { class: "sub" }, "Sort by"), ...SORTS.map(([word, label]) => el("button", { class: "chip",
    "aria-pressed": String((asked.get("sort") ?? "last_seen") === word), onclick: () => change("sort", word) }, label)));
  bar.append(sorts);
  for (const name of ["app", "kind", "version", "os", "device", "q", "from", "to"]) {
    const value = asked.get(name);
    if (value) bar.append(el("button", { class: "chip", "aria-current": "true", "aria-label": `Remove filter ${name} ${value}`,
      onclick: () => change(name, "") }, `${name} ${value} ×`));
  }
  try {
    const answer = await json(`/v1/clusters?${question(asked)}`);
    body.replaceChildren(answer.clusters.length ? table(answer, asked) : empty(asked));
    say(`${answer.clusters.length} clusters`);
  } catch (error) {
    if (error.status === 401) throw error;
    body.replaceChildren(problem(error, () => list(main, go)));
  }
}

/** Without a state named: what is open or has regressed. */
function question(asked) {
  const wanted = new URLSearchParams(asked);
  if (!asked.has("state")) wanted.set("state", "open,regressed");
  if (asked.get("state") === "all") wanted.delete("state");
  return wanted;
}

function tag(cluster) {
  if (cluster.state !== "open") return el("span", { class: `tag ${cluster.state}` }, cluster.state);
  return Date.now() - Date.parse(cluster.first_seen) < DAY && el("span", { class: "tag new" }, "new");
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
    el("td", {}, el("a", { class: "title mono", href: `/clusters/${cluster.id}`, "data-row": true, "data-cluster": cluster.id }, bare(cluster)), tag(cluster),
      el("div", { class: "sub" }, [cluster.app, cluster.kind, versions.slice(0, 3).join(", "),
        cluster.merged > 1 && `${cluster.merged} clusters as one`, cluster.assignee && `${cluster.assignee} looks after it`,
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
    ? el("section", { class: "card empty" }, el("p", {}, "No cluster matches."), el("a", { class: "button", href: "/?state=all" }, "Show all clusters"))
    : el("section", { class: "card empty" }, el("p", {}, "No cluster is open. Upload a report:"), el("pre", {}, "./flotsam send MyApp.ips"),
      el("p", {}, el("a", { class: "button", href: "/?state=all" }, "Show resolved and ignored ones")));
}
