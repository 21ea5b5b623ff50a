// What was written on this device and has not reached the server yet. Pages and the worker share it.
const outbox = (() => {
  const news = new BroadcastChannel("outbox");
  let opening;

  const open = () => (opening ??= new Promise((done, fail) => {
    const asked = indexedDB.open("foothold", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("entries", { keyPath: "n", autoIncrement: true });
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  }));

  /** Done when the disk has it, and not when it was promised. */
  const ask = async (mode, act) => {
    const database = await open();
    return new Promise((done, fail) => {
      const turn = database.transaction("entries", mode, { durability: "strict" });
      const asked = act(turn.objectStore("entries"));
      turn.oncomplete = () => done(asked.result);
      turn.onabort = () => fail(turn.error);
    });
  };
  const change = async (act) => {
    const result = await ask("readwrite", act);
    news.postMessage("");
    return result;
  };

  const all = () => ask("readonly", (entries) => entries.getAll());
  /** An entry is { address, body, what, at }; one that was kept before has its number `n` as well. */
  const keep = (entry) => change((entries) => entries.put(entry));
  const drop = (n) => change((entries) => entries.delete(n));

  /** The form as it was filled in, as often as it takes: by the submission in it the server does it once. */
  const post = async (entry) => {
    let answer, text;
    try {
      answer = await fetch(entry.address, {
        method: "POST",
        headers: { accept: "text/plain", "content-type": "application/x-www-form-urlencoded" },
        body: entry.body,
        signal: AbortSignal.timeout(30_000),
      });
      text = await answer.text();
    } catch {
      return { end: "later" };
    }
    if (answer.redirected) return { end: "signed-out" };
    if (answer.ok && text.startsWith("/")) {
      await drop(entry.n);
      return { end: "sent", to: text };
    }
    if (answer.ok || answer.status > 499 || answer.status === 408 || answer.status === 429) return { end: "later" };
    await keep({ ...entry, refused: true });
    return { end: "refused", page: text };
  };

  /** Sends what waits, in the order in which it was written, one sender at a time. */
  const send = () => navigator.locks.request("outbox", async () => {
    for (const entry of await all()) {
      if (entry.refused) continue;
      const { end } = await post(entry);
      if (end === "later" || end === "signed-out") return end;
    }
    return "sent";
  });

  /** Nothing of anybody stays on the device. */
  const forget = async () => {
    for (const name of await caches.keys()) await caches.delete(name);
    await change((entries) => entries.clear());
  };

  return { news, all, keep, drop, post, send, forget };
})();
