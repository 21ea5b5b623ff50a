// What every journey imports instead of "@playwright/test".
import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type BrowserContext, type Page } from "@playwright/test";

export { expect, type Page };

/** Everyone in the demo signs in with this. */
export const PASSWORD = process.env.FOOTHOLD_DEMO_PASSWORD ?? "turnip lorry penguin";

// Chromium reports these as errors; for us they are answers: someone else was first, or a field needs attention.
const ANSWERS = [409, 422];

type Options = {
  /** Statuses that a journey asks for on purpose, such as 404: `test.use({ expectedStatuses: [404] })`. */
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
    const status = /the server responded with a status of (\d+)/.exec(message.text())?.[1];
    if (message.type() === "error" && !statuses.includes(Number(status))) {
      errors.push(`${message.text()} (${message.location().url})`);
    }
  });
  context.on("weberror", (event) => errors.push(String(event.error())));
}
