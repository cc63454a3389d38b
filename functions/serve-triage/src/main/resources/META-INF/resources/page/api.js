// The API: one key, kept for this browser tab only.

const KEY = "flotsam-key";

export const key = {
  get: () => sessionStorage.getItem(KEY) ?? "",
  set: (value) => sessionStorage.setItem(KEY, value.trim()),
  forget: () => sessionStorage.removeItem(KEY),
};

/** What the API says is wrong: an RFC 9457 problem document. */
export class Problem extends Error {
  constructor(status, title, detail) {
    super(detail ? `${title}: ${detail}` : title);
    this.status = status;
  }
}

async function ask(path, accept, request = {}) {
  let answer;
  try {
    answer = await fetch(path, { ...request,
      headers: { Authorization: `Bearer ${key.get()}`, Accept: accept, ...request.headers } });
  } catch {
    throw new Problem(0, "The API can't be reached", "check the connection and try again");
  }
  if (answer.ok) return answer;
  const told = await answer.json().catch(() => ({}));
  throw new Problem(answer.status, told.title ?? `The API answered ${answer.status}`, told.detail);
}

export const json = async (path) => (await ask(path, "application/json")).json();
export const text = async (path) => (await ask(path, "text/plain")).text();

const send = async (method, path, body, headers) => (await ask(path, "application/json", { method,
  headers: { "Content-Type": "application/json", ...headers }, body: JSON.stringify(body) })).json();

/** Changes what stands at a revision; refused if somebody else changed it meanwhile. */
export const patch = (path, revision, body) => send("PATCH", path, body, { "If-Match": `"${revision}"` });
export const post = (path, body) => send("POST", path, body, {});
