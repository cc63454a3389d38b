import {element, slackMessage} from "./slack.js";

const list = document.getElementById("messages");
const status = document.getElementById("status");
let shown = "";

async function refresh() {
  const answer = await fetch("messages");
  const text = await answer.text();
  if (text === shown) {
    return;
  }
  shown = text;
  const messages = JSON.parse(text).messages.reverse();
  document.getElementById("empty").hidden = messages.length > 0;
  list.replaceChildren(...messages.map(article));
}

function article(message) {
  const body = parsed(message.body);
  return element("article", {"data-number": message.number},
      element("section", {"aria-label": "As people see it"}, received(message), rendered(message, body)),
      element("section", {"aria-label": "As it was sent"},
          element("pre", {class: "raw", tabindex: "0"}, body ? JSON.stringify(body, null, 2) : message.body),
          element("details", {}, element("summary", {}, "Headers"),
              element("pre", {}, JSON.stringify(message.headers, null, 2)))));
}

function received(message) {
  return element("p", {class: "received"},
      `${new Date(message.received).toLocaleString()} · ${message.path} · answered ${message.outcome}`);
}

function rendered(message, body) {
  if (body && (body.blocks || body.text)) {
    return slackMessage(body);
  }
  return body ? webhook(message, body) : element("p", {}, "not JSON");
}

function webhook(message, body) {
  const facts = {
    type: body.type, happened: body.timestamp, id: message.headers["webhook-id"],
    sent: message.headers["webhook-timestamp"], signature: message.headers["webhook-signature"],
    title: body.data?.cluster?.title, cause: body.data?.cause, total: body.data?.total,
  };
  return element("dl", {}, ...Object.entries(facts).filter(([, value]) => value)
      .flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, String(value))]));
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

document.querySelectorAll("[data-answer]").forEach(button => button.addEventListener("click", async () => {
  const answer = await fetch("behaviour", {method: "PUT", body: button.dataset.answer});
  status.textContent = answer.ok ? `Answers ${button.textContent} from now on.` : await answer.text();
}));

document.getElementById("forget").addEventListener("click", async () => {
  await fetch("messages", {method: "DELETE"});
  await refresh();
});

async function keepRefreshing() {
  try {
    await refresh();
  } catch {
    status.textContent = "The inbox doesn't answer: is it still up?";
  }
  setTimeout(keepRefreshing, 2000);
}

keepRefreshing();
