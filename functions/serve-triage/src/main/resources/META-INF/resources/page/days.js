// Reports a day as bars; hover, or the arrow keys on the chart, give the numbers of a day.
import { el } from "./dom.js";
import { count, family, utcDay } from "./words.js";

export function days(it) {
  if (!it.days.length) return null;
  const most = Math.max(1, ...it.days.map((day) => day.count));
  const last = it.days.length - 1;
  const words = `${utcDay(it.days[0].day)} to ${utcDay(it.days[last].day)}, most ${count(most)} a day, days by UTC; today so far is paler`;
  const told = el("output", { class: "sub" }, words);
  let at = it.days.length;
  const tell = (index) => {
    bars.forEach((bar, other) => bar.classList.toggle("here", other === index));
    const day = it.days[index];
    told.textContent = day ? `${utcDay(day.day)}: ${count(day.count)} ${day.count === 1 ? "report" : "reports"}` : words;
  };
  const bars = it.days.map((day, index) => {
    const bar = el("i", { class: day.count ? (index === last ? "today" : "") : "none", onmouseenter: () => tell(index) });
    bar.style.height = `${(day.count / most) * 100}%`;
    return bar;
  });
  return el("section", { class: "card" }, el("h2", {}, "Reports a day"),
    el("div", { class: `days ${family(it.kind)[0]}`, role: "img", tabindex: 0, "aria-label": `Reports a day, ${words}. Arrow keys tell each day.`,
      onmouseleave: () => tell(-1), onblur: () => tell(-1),
      onkeydown: (event) => {
        const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
        if (!step) return;
        event.preventDefault();
        at = Math.min(last, Math.max(0, at + step));
        tell(at);
      } }, el("span", { class: "most sub", "aria-hidden": "true" }, count(most)), ...bars),
    el("div", { class: "axis sub", "aria-hidden": "true" }, el("span", {}, utcDay(it.days[0].day)), el("span", {}, utcDay(it.days[last].day))),
    told);
}
