// What every journey imports instead of "@playwright/test".
import AxeBuilder from "@axe-core/playwright";
import {
  test as base,
  expect,
  request,
  type APIResponse,
  type BrowserContext,
  type Locator,
  type Page,
} from "@playwright/test";

export { expect, type Locator, type Page };

/** Everyone in the demo signs in with this. */
export const PASSWORD = process.env.FOOTHOLD_DEMO_PASSWORD ?? "turnip lorry penguin";

// Chromium reports these as errors; for us they are answers: someone else was first, or a field needs attention.
const ANSWERS = [409, 422];

const at = (name: string) => `${name}@aldermere.example.org`;

/** Who does what in the demo. */
export const PEOPLE = {
  administrator: at("admin"),
  programmeManager: at("programme"),
  executive: at("leader"),
  lead: at("housing"),
  viewer: at("scrutiny"),
  /** Works with an agile team, in the demo's partnership. */
  agileLead: "revenues@thornbeck-saltmarsh.example.org",
};

type Options = {
  /**
   * Statuses that a journey asks for on purpose, such as 404: `test.use({ expectedStatuses: [404] })`. 0 is a
   * connection that failed.
   */
  expectedStatuses: number[];
};

type Guard = {
  /** Fails the journey at its end if any page of it reported an error. */
  noErrors: (context: BrowserContext) => void;
};

export const test = base.extend<Options & Guard>({
  expectedStatuses: [[], { option: true }],
  noErrors: [
    async ({ context, expectedStatuses }, use) => {
      const errors: string[] = [];
      const watch = (watched: BrowserContext) => collect(watched, [...ANSWERS, ...expectedStatuses], errors);
      watch(context);
      await use(watch);
      expect(errors, "errors reported by the browser").toEqual([]);
    },
    { auto: true },
  ],
});

type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;

// One sign-in for each person and worker: the server spends time on every password on purpose.
const sessions = new Map<string, Promise<Cookies>>();

/** Signs somebody in without a page. What the sign-in page does is a journey of its own. */
export async function signIn(page: Page, email: string): Promise<void> {
  const session = sessions.get(email) ?? sessionOf(email);
  sessions.set(email, session);
  await page.context().addCookies(await session);
}

/** Somebody else, at the same time, in a browser of their own. */
export async function another(page: Page, email: string): Promise<Page> {
  const browser = page.context().browser();
  if (!browser) throw new Error("the page has no browser");
  const theirs = await (await browser.newContext()).newPage();
  await signIn(theirs, email);
  return theirs;
}

/** A name that no other journey, project or run has. */
export function unique(name: string): string {
  return `${name} ${test.info().project.name} ${Date.now().toString(36)}`;
}

/** A day as forms take it, so many days from today in London. */
export function day(fromToday: number): string {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" }).format(new Date());
  return new Date(Date.parse(today) + fromToday * 86_400_000).toISOString().slice(0, 10);
}

/** The same day as sentences have it: "24 November 2026". */
export function inWords(day: string): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));
}

/** An innovation of the journey's own, in Explore since ten days ago. Leaves the page on its overview: its address. */
export async function addInnovation(page: Page, title: string, lead?: string, daysAgo = 10): Promise<string> {
  await page.goto("/aldermere/innovations/new");
  await page.getByLabel("Title", { exact: true }).fill(title);
  await page.getByLabel("Stage", { exact: true }).selectOption({ label: "Explore" });
  await page.getByLabel("In this stage since").fill(day(-daysAgo));
  if (lead) await page.getByLabel("Lead", { exact: true }).selectOption({ label: lead });
  await page.getByRole("button", { name: "Add innovation" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  return new URL(page.url()).pathname;
}

/** No violation of any rule of axe on the page as it stands. */
export async function axe(page: Page): Promise<void> {
  if (test.info().project.use.javaScriptEnabled !== false) return judge(page);
  const copy = await awake(page);
  await judge(copy);
  await copy.context().close();
}

/** Pictures of the page, wide and narrow, light and dark, in `shots/` when FOOTHOLD_SHOTS is set. */
export async function shots(page: Page, name: string): Promise<void> {
  if (!process.env.FOOTHOLD_SHOTS || test.info().project.name !== "scripts-on") return;
  const before = page.viewportSize();
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `shots/${name}-${width}-${colorScheme}.png`, fullPage: true });
    }
  }
  await page.emulateMedia({ colorScheme: null });
  if (before) await page.setViewportSize(before);
}

async function sessionOf(email: string): Promise<Cookies> {
  const asking = await request.newContext({ baseURL: test.info().project.use.baseURL });
  const send = () => asking.post("/sign-in", { form: { email, password: PASSWORD }, maxRedirects: 0 });
  let answer: APIResponse = await send();
  // A journey that types a wrong password on purpose takes its turn from the others.
  for (let tries = 0; answer.status() === 429 && tries < 3; tries++) {
    const wait = Number(answer.headers()["retry-after"] ?? 1);
    test.info().setTimeout(test.info().timeout + wait * 1000);
    await new Promise((done) => setTimeout(done, wait * 1000));
    answer = await send();
  }
  expect(answer.status(), `signing in ${email}`).toBe(303);
  const { cookies } = await asking.storageState();
  await asking.dispose();
  return cookies;
}

async function judge(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    where: nodes.map((node) => `${node.target.join(" ")} ${node.failureSummary ?? ""}`),
  }));
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
}

/** The same document and styles where scripts can run, because axe is one; those of the page itself stay away. */
async function awake(page: Page): Promise<Page> {
  const [url, body] = [page.url(), await page.content()];
  const browser = page.context().browser();
  if (!browser) throw new Error("the page has no browser");
  const context = await browser.newContext({
    javaScriptEnabled: true,
    viewport: page.viewportSize(),
    storageState: await page.context().storageState(),
  });
  await context.route("**/*", (route) => {
    if (route.request().resourceType() === "script") return route.abort();
    if (route.request().resourceType() !== "document") return route.continue();
    return route.fulfill({ body, contentType: "text/html; charset=utf-8" });
  });
  const copy = await context.newPage();
  await copy.goto(url);
  return copy;
}

function collect(context: BrowserContext, statuses: number[], errors: string[]): void {
  context.on("console", (message) => {
    const answered = /the server responded with a status of (\d+)/.exec(message.text())?.[1];
    const status = /net::ERR_(CONNECTION_FAILED|CONNECTION_RESET|CONNECTION_REFUSED|EMPTY_RESPONSE|INTERNET_DISCONNECTED|FAILED)/.test(message.text()) ? 0 : answered;
    if (message.type() === "error" && !statuses.includes(Number(status))) {
      errors.push(`${message.text()} (${message.location().url})`);
    }
  });
  context.on("weberror", (event) => errors.push(String(event.error())));
}
