// How fast the log of engagement opens on a slow phone: `FOOTHOLD_URL=http://127.0.0.1:8080 node opening.bench.mjs`.
// Prints and asserts nothing. The network is slowed by a proxy of its own, so that the worker is slowed as well.
import { chromium } from "@playwright/test";
import { connect, createServer } from "node:net";

const TO = new URL(process.env.FOOTHOLD_URL ?? "http://127.0.0.1:8080");
const LOG = "/aldermere/engagement/new";
const EMAIL = "programme@aldermere.example.org", PASSWORD = process.env.FOOTHOLD_DEMO_PASSWORD ?? "turnip lorry penguin";
/** As Chromium calls it slow 3G: 2 seconds to and fro, 400 kbit a second. */
const SLOW = { wait: 1000, bytes: 50_000 };
const CPU = 4, ROUNDS = 7;
let pace = null;

const proxy = createServer((near) => {
  const far = connect(Number(TO.port || 80), TO.hostname);
  for (const [from, to] of [[near, far], [far, near]]) {
    let free = 0;
    from.on("data", (chunk) => {
      if (!pace) return void to.write(chunk);
      const now = performance.now();
      free = Math.max(free, now + pace.wait) + (chunk.length / pace.bytes) * 1000;
      setTimeout(() => to.writable && to.write(chunk), free - now);
    });
    from.on("error", () => to.destroy());
    from.on("close", () => to.destroy());
  }
});
await new Promise((done) => proxy.listen(0, "127.0.0.1", done));
const base = `http://127.0.0.1:${proxy.address().port}`;

const browser = await chromium.launch({
  executablePath: process.env.FOOTHOLD_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
const phone = { baseURL: base, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

async function enter(options = {}) {
  const context = await browser.newContext({ ...phone, ...options });
  await context.request.post("/sign-in", { form: { email: EMAIL, password: PASSWORD }, maxRedirects: 0 });
  const page = await context.newPage();
  await (await context.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: CPU });
  return page;
}

/** Milliseconds until something is seen, and until the form can be filled in and saved. */
async function opening(page) {
  await page.goto("about:blank");
  await page.goto(LOG, { waitUntil: "load" });
  return page.evaluate(async () => {
    const seen = await new Promise((done) => {
      new PerformanceObserver((list) => {
        const first = list.getEntriesByName("first-contentful-paint")[0];
        if (first) done(first.startTime);
      }).observe({ type: "paint", buffered: true });
    });
    return { seen, ready: performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd };
  });
}

const middle = (numbers) => numbers.sort((one, other) => one - other)[Math.floor(numbers.length / 2)];
const rows = [];

async function measure(name, page, { rounds = ROUNDS } = {}) {
  const all = [];
  for (let round = 0; round < rounds; round++) all.push(await opening(page));
  const of = (key) => Math.round(middle(all.map((one) => one[key])));
  rows.push({ "how it opens": name, "seen (ms)": of("seen"), "ready (ms)": of("ready") });
}

const kept = await enter();
await kept.goto(LOG);
const isKept = () => kept.evaluate(async (log) =>
  Boolean((await caches.match(log, { cacheName: log })) && navigator.serviceWorker.controller), LOG);
while (!(await isKept())) await kept.waitForTimeout(100);
await measure("kept on the device, good network", kept);
pace = SLOW;
await measure("kept on the device, slow 3G", kept);
await kept.context().setOffline(true);
await measure("kept on the device, no network", kept);
await kept.context().close();
pace = null;
const plain = await enter({ serviceWorkers: "block" });
pace = SLOW;
await measure("for the first time, slow 3G", plain, { rounds: 1 });
await measure("without a worker, slow 3G", plain, { rounds: 3 });

console.log(`${LOG}, a phone of 390 by 844 pixels, processor slowed ${CPU} times, the middle of ${ROUNDS}`);
console.table(rows);
await browser.close();
proxy.close();
