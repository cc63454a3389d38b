// How numbers, times and kinds are said.

const SECONDS = [["year", 31536000], ["month", 2592000], ["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "long" });

export const count = (number) => number.toLocaleString("en");

export function ago(iso) {
  const past = (Date.parse(iso) - Date.now()) / 1000;
  const [unit, size] = SECONDS.find(([, seconds]) => Math.abs(past) >= seconds) ?? SECONDS.at(-1);
  return relative.format(Math.round(past / size), unit);
}

const date = { day: "numeric", month: "short", year: "numeric" };
const day = new Intl.DateTimeFormat(undefined, date);
const counted = new Intl.DateTimeFormat(undefined, { ...date, timeZone: "UTC" });

export const dated = (iso) => day.format(new Date(iso));
/** A day that reports are counted by: days are UTC's. */
export const utcDay = (iso) => counted.format(new Date(iso));
export const exactly = (iso) => exact.format(new Date(iso));

/** The class and the word of a kind's family: colour never stands alone. */
export function family(kind) {
  if (/^(foom|boom)/.test(kind)) return ["oom", "Out of memory"];
  if (/^(hang|watchdog|deadlock)/.test(kind)) return ["hang", kind.startsWith("watchdog") ? "Watchdog" : "Hang"];
  if (/^(cpu|disk|wakeups|thermal|app-launch)/.test(kind)) return ["resource", "Resource"];
  return ["crash", "Crash"];
}

/** A title without its kind, which stands beside it. */
export function bare(cluster) {
  const prefix = `${cluster.kind} | `;
  return cluster.title.startsWith(prefix) ? cluster.title.slice(prefix.length) : cluster.title;
}
