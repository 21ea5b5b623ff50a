// Opens the log of engagement where there is no network, and sends what was written there once there is one. It is
// registered for the log alone: no other page passes through it.
importScripts("{outbox.js}");

/** Where the page is kept with its files: the address of the log. */
const cacheName = new URL(registration.scope).pathname;
/** Milliseconds. A network that takes longer is none to somebody in a meeting. */
const PATIENCE = 600;

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (new URL(request.url).pathname.startsWith("/assets/")) event.respondWith(file(request));
});
// The network is back, though the page may be closed.
addEventListener("sync", (event) => event.waitUntil(outbox.send()));

async function page(request) {
  const kept = await caches.match(request, { cacheName, ignoreSearch: true });
  const fresh = fetch(request);
  if (!kept) return fresh;
  const late = new Promise((done) => setTimeout(done, PATIENCE, kept));
  return Promise.race([fresh.then((answer) => (answer.status > 499 ? kept : answer), () => kept), late]);
}

async function file(request) {
  return (await caches.match(request, { cacheName })) ?? fetch(request);
}
