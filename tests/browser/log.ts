/** What journeys about the log of engagements have in common. */
import { PASSWORD, PEOPLE, addInnovation, expect, signIn, test, unique, type Page } from "./foothold";

export const LOG = "/aldermere/engagement/new";

/** An innovation of the journey's own, and the log opened for it. */
export async function opened(page: Page): Promise<{ innovation: string; number: string; title: string }> {
  await anew(page);
  const title = unique("Lane Lamps");
  const innovation = await addInnovation(page, title);
  const number = innovation.split("/").at(-1) ?? "";
  await page.goto(`${LOG}?innovation=${number}`);
  return { innovation, number, title };
}

/** A session of the journey's own, which it may end. */
export async function anew(page: Page): Promise<void> {
  const form = { email: PEOPLE.programmeManager, password: PASSWORD };
  const answer = await page.context().request.post("/sign-in", { form, maxRedirects: 0 });
  if (answer.status() !== 303) await signIn(page, PEOPLE.programmeManager);
}

export async function fill(page: Page, said: string): Promise<void> {
  await page.getByLabel(/^Find /).fill("Residents of Lamp Lane");
  await page.getByLabel("How many?", { exact: true }).first().fill("7");
  const kind = page.getByLabel(/^It is not in the register yet/).first();
  if (await kind.isVisible()) await kind.selectOption({ label: "Residents" });
  await page.getByLabel("How?", { exact: true }).selectOption({ label: "Visit" });
  await page.getByLabel(/^How far did/).selectOption({ label: "Ask" });
  await page.getByLabel("What did they say?").fill(said);
}

export async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save", exact: true }).click();
}

/** Without scripts the kind of a new group is asked when the form comes back. */
export async function press(page: Page, button: string): Promise<void> {
  await page.getByRole("button", { name: button, exact: true }).click();
  const kind = page.getByLabel(/^It is not in the register yet/).first();
  if (test.info().project.use.javaScriptEnabled !== false || !(await kind.isVisible())) return;
  await kind.selectOption({ label: "Residents" });
  await page.getByRole("button", { name: button, exact: true }).click();
}

export function waiting(page: Page) {
  return page.getByRole("region", { name: "On this device" });
}

/** Until nothing waits any more: what waits goes as soon as the page runs, which may be after it is there. */
export async function sent(page: Page): Promise<void> {
  await expect.poll(async () => (await onDevice(page)).entries).toBe(0);
  await expect(waiting(page)).toBeHidden();
}

/** Until the page is on the device, and the worker answers for it. */
export async function kept(page: Page): Promise<void> {
  const held = () => page.evaluate(async (log) => {
    const found = await caches.match(log, { cacheName: log });
    return Boolean(found && navigator.serviceWorker.controller);
  }, LOG);
  await expect.poll(held).toBe(true);
}

export async function onDevice(page: Page): Promise<{ pages: number; entries: number }> {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const database = await new Promise<IDBDatabase>((done) => {
      const asked = indexedDB.open("foothold");
      asked.onsuccess = () => done(asked.result);
    });
    const entries = await new Promise<number>((done) => {
      const asked = database.transaction("entries").objectStore("entries").count();
      asked.onsuccess = () => done(asked.result);
    });
    database.close();
    return { pages: names.length, entries };
  });
}

/** The entries about an innovation among the last of the person, as the log lists them. */
export async function logged(page: Page, title: string): Promise<string[]> {
  await page.goto(LOG);
  const rows = page.getByRole("region", { name: /^Your last/ }).getByRole("listitem");
  return rows.filter({ hasText: title }).allInnerTexts();
}
