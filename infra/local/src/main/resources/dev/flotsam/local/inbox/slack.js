// Renders a Block Kit message as Slack does: https://docs.slack.dev/messaging/formatting-message-text.
// Builds nodes only, never markup: what a report says can't become an element here.

/** An element with children: nodes or texts. */
export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
}

export function slackMessage(message) {
  const blocks = message.blocks ?? [];
  return element("div", {class: "message"},
      element("span", {class: "avatar", "aria-hidden": "true"}, "F"),
      element("span", {class: "name"}, "Flotsam"), element("span", {class: "bot"}, "APP"),
      ...(blocks.length ? blocks.map(block) : [section(mrkdwn(message.text ?? ""))]));
}

function block(block) {
  switch (block.type) {
    case "header": return element("div", {class: "block-header"}, ...text(block.text));
    case "section": return section(
        ...(block.text ? text(block.text) : []),
        ...(block.fields ? [element("div", {class: "fields"}, ...block.fields.map(f => element("div", {}, ...text(f))))] : []));
    case "context": return element("div", {class: "block-context"}, ...block.elements.flatMap(text));
    case "divider": return element("hr", {});
    default: return element("pre", {}, "a block that this inbox can't show: " + JSON.stringify(block));
  }
}

function section(...children) {
  return element("div", {class: "block-section"}, ...children.flat());
}

function text(object) {
  return object.type === "mrkdwn" ? mrkdwn(object.text) : [unescaped(object.text)];
}

const unescaped = text => text.replace(/&(lt|gt|amp);/g, (_, name) => ({lt: "<", gt: ">", amp: "&"})[name]);

// In the order in which Slack looks: code first, for nothing formats inside it.
const PIECES = [
  [/^```\n?([\s\S]*?)\n?```/, code => element("pre", {}, unescaped(code))],
  [/^`([^`\n]+)`/, code => element("code", {}, unescaped(code))],
  [/^<!date\^(\d+)\^[^|>]*\|[^>]*>/, seconds => element("time", {}, new Date(seconds * 1000).toLocaleString())],
  [/^<!(\w+)[^>]*>/, name => element("span", {class: "mention"}, "@" + name)],
  [/^<[@#](\w+)[^>]*>/, name => element("span", {class: "mention"}, "@" + name)],
  [/^<(https?:[^|>]*)\|?([^>]*)>/, (url, label) => link(unescaped(url), unescaped(label || url))],
  [/^\*([^*\n]+)\*/, bold => element("b", {}, unescaped(bold))],
  [/^_([^_\n]+)_/, italic => element("i", {}, unescaped(italic))],
  [/^~([^~\n]+)~/, struck => element("s", {}, unescaped(struck))],
];

function mrkdwn(text) {
  const nodes = [];
  let plain = "";
  let rest = text;
  while (rest) {
    const found = PIECES.map(([pattern, make]) => [rest.match(pattern), make]).find(([match]) => match);
    if (found) {
      nodes.push(unescaped(plain), found[1](...found[0].slice(1)));
      plain = "";
      rest = rest.slice(found[0][0].length);
    } else {
      plain += rest[0];
      rest = rest.slice(1);
    }
  }
  return [...nodes, unescaped(plain)];
}

function link(url, label) {
  return element("a", {href: url, rel: "noreferrer noopener", target: "_blank"}, label);
}
