// The log of engagement without a network: what is saved goes to the device first, and to the server second.
const page = document.querySelector(".page");
const find = (selector) => page.querySelector(selector);
const isKept = Boolean(find("[data-kept]"));
let form, signedOut = false, busy = false, drawn;
/** The entry that stands in the form to be put right. */
let mending;

// Elsewhere browsers lack what this needs.
if (isSecureContext) {
  setUp();
  if (isKept) choose(new URLSearchParams(location.search).get("innovation"));
  refresh();
  keepPage().catch(() => {});
  outbox.news.onmessage = draw;
  addEventListener("online", refresh);
  document.addEventListener("visibilitychange", refresh);
  setInterval(refresh, 30_000);
}

/** The form as the server drew it, now or in its answer. */
function setUp() {
  form = find("form[data-log]");
  if (!form) return;
  form.addEventListener("submit", save);
  form.elements.innovations.addEventListener("change", offerGroups);
  for (const other of form.querySelectorAll("[data-other]")) other.addEventListener("input", () => askKind(other));
}

function choose(innovation) {
  if (innovation) form.elements.innovations.value = innovation;
  if (form.elements.innovations.value) offerGroups();
}

/** The groups of the innovation chosen, as boxes to tick; those ticked before stay. */
function offerGroups() {
  const number = form.elements.innovations.value;
  const places = find("[data-picks]");
  for (const place of [...places.children]) if (!place.querySelector(":checked")) place.remove();
  for (const { dataset, value } of find("#everybody").options) {
    if (!dataset.of?.split(" ").includes(number) || places.children.length > 7) continue;
    if (places.querySelector(`[value="${dataset.id}"]`)) continue;
    const place = find("[data-place]").content.cloneNode(true);
    const [tick, people] = place.querySelectorAll("input");
    tick.value = dataset.id;
    people.name = `people-${dataset.id}`;
    people.ariaLabel = `How many people: ${value}`;
    place.querySelector("span span").textContent = value;
    places.append(place);
  }
}

/** The kind is asked of a group that is in no list. */
function askKind(other) {
  const name = other.value.trim().toLowerCase();
  const known = [...find("#everybody").options].some((one) => one.value.toLowerCase() === name);
  find(`#${other.dataset.other}`).hidden = known || !name;
}

async function save(event) {
  event.preventDefault();
  if (busy) return;
  busy = true;
  const { submitter } = event, { selectedOptions } = form.elements.innovations;
  form.elements.submission.value ||= crypto.randomUUID();
  // "Today" is the day in London on which it was written, whenever it is sent.
  if (!mending) form.elements.written_on.value = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" }).format();
  const body = new URLSearchParams(new FormData(form));
  if (submitter?.name) body.set(submitter.name, submitter.value);
  const entry = { address: location.pathname + location.search, body: String(body), what: selectedOptions[0].textContent, at: Date.now() };
  if (mending) entry.n = mending.n;
  try {
    entry.n = await outbox.keep(entry);
  } catch {
    // No room on the device: the form goes the plain way.
    busy = false;
    form.removeEventListener("submit", save);
    return form.requestSubmit(submitter);
  }
  submitter?.setAttribute("aria-busy", "true");
  const patience = new Promise((done) => setTimeout(done, 5000, { end: "later" }));
  const sending = outbox.post(entry);
  sending.then(draw);
  const { end, to, page: answer } = await Promise.race([sending, patience]);
  busy = false;
  submitter?.removeAttribute("aria-busy");
  if (end === "sent") return location.assign(to);
  if (end === "refused") return show(answer, entry);
  blank();
  signedOut = end === "signed-out";
  await draw();
  say(`Kept on this device: ${entry.what}.`);
  (await navigator.serviceWorker.ready).sync?.register("outbox").catch(() => {});
}

function blank() {
  const { value } = form.elements.innovations;
  form.reset();
  form.elements.submission.value = "";
  mending = undefined;
  for (const more of form.querySelectorAll("details")) more.open = false;
  for (const other of form.querySelectorAll("[data-other]")) askKind(other);
  find("[data-picks]").replaceChildren();
  choose(value);
  scrollTo(0, 0);
}

/** What the server says of an entry, with all that was typed. */
function show(answer, entry) {
  const read = new DOMParser().parseFromString(answer, "text/html");
  const theirs = read.querySelector(".page form[data-log]") && read.querySelector(".page");
  mending = entry;
  if (!theirs) return say(`The server does not take it: ${read.querySelector("h1")?.textContent}.`);
  page.replaceChildren(...theirs.childNodes);
  document.title = read.title;
  setUp();
  draw();
  find("[autofocus]")?.focus();
}

/** Opens what was refused, with the reason. */
async function mend(entry) {
  const typed = [...form.querySelectorAll("textarea")].some((one) => one.value);
  if (typed && !confirm("What stands in the form now is not saved. Open the other all the same?")) return;
  const { end, page: answer } = await outbox.post(entry);
  if (end === "refused") show(answer, entry);
  else say(end === "sent" ? "It is sent." : "It opens when there is a network and you are signed in.");
  draw();
}

async function refresh() {
  signedOut = (await outbox.send().catch(() => "")) === "signed-out";
  draw();
}

/** What waits, and why. */
async function draw() {
  const place = find("[data-waiting]"), all = await outbox.all().catch(() => []);
  const entries = all.filter((one) => one.n !== mending?.n);
  const now = JSON.stringify([signedOut, entries]);
  if (now === drawn && place.textContent) return;
  drawn = now;
  const waiting = entries.filter((one) => !one.refused).length, refused = entries.length - waiting;
  const heading = document.createElement(waiting && signedOut ? "a" : "p");
  heading.href = `/sign-in?next=${encodeURIComponent(location.pathname)}`;
  const parts = [];
  if (waiting) parts.push(signedOut ? `Sign in to send ${waiting}` : `${waiting} waiting to send`);
  if (refused) parts.push(`${refused} to put right`);
  if (isKept && !entries.length) parts.push("Nothing waits on this device");
  heading.textContent = parts.join(", ");
  place.hidden = !parts.length;
  place.replaceChildren(heading, ...entries.map(row));
}

function row(entry) {
  const line = find("[data-entry]").content.firstElementChild.cloneNode(true);
  const [open, drop] = line.querySelectorAll("button");
  const at = new Date(entry.at).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
  line.firstElementChild.textContent = `${entry.what}, ${at}`;
  if (!entry.refused) open.remove();
  open.addEventListener("click", () => mend(entry));
  drop.addEventListener("click", async () => {
    if (confirm(`Delete “${entry.what}” from this device?`)) await outbox.drop(entry.n);
    draw();
  });
  return line;
}

function say(text) {
  find("[data-told]").textContent = text;
}

/** Keeps the page that opens without a network. */
async function keepPage() {
  const { log, offline } = find("[data-log]").dataset, { pathname } = new URL(log, location);
  await navigator.serviceWorker.register("/worker.js", { scope: pathname });
  const answer = await fetch(offline, { cache: "no-cache" });
  if (!answer.ok || answer.redirected) return;
  const cache = await caches.open(pathname), wanted = new Set([pathname]);
  for (const [file] of (await answer.clone().text()).matchAll(/\/assets\/[\w.-]+/g)) wanted.add(file);
  const held = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  await cache.addAll([...wanted].filter((one) => one !== pathname && !held.has(one)));
  await cache.put(pathname, answer);
  for (const one of held) if (!wanted.has(one)) await cache.delete(one);
}
