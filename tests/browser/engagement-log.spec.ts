import { PASSWORD, PEOPLE, addInnovation, axe, day, expect, inWords, shots, signIn, test, unique, type Page } from "./foothold";

const LOG = "/aldermere/engagement/new";

test("an engagement is logged in under a minute @postgres", async ({ page }) => {
  const { innovation, title } = await opened(page);
  await fill(page, "Every lamp on the lane is out");
  await axe(page);
  await shots(page, "engagement-log");
  await press(page, "Save");
  await expect(page).toHaveURL(new RegExp(`${innovation}$`));
  await expect(page.getByText("The engagement is logged.")).toBeVisible();
  await page.getByRole("link", { name: "Log engagement" }).click();
  await expect(page.getByLabel("Which innovation?")).toHaveValue(innovation.split("/").at(-1) ?? "");
  await expect(page.getByRole("region", { name: /^Your last/ })).toContainText(title);
});

test("what looks like somebody’s address is questioned, and is changed or saved anyway", async ({ page }) => {
  await opened(page);
  await fill(page, "Ring me on 01632 960001");
  await press(page, "Save and log another");
  const question = page.getByRole("alert").filter({ hasText: "does this name a resident?" });
  await expect(question).toContainText("01632 960001 looks like a telephone number");
  await axe(page);
  await shots(page, "engagement-log-question");
  await expect(page.getByLabel("What did they say?")).toHaveValue("Ring me on 01632 960001");
  await question.getByRole("link", { name: /^Change it/ }).click();
  await page.getByLabel("What did they say?").fill("Ring me after six");
  await page.getByRole("button", { name: "Save and log another" }).click();
  await expect(page.getByText("The engagement is logged.")).toBeVisible();
  await expect(page.getByLabel("What did they say?")).toHaveValue("");
});

test.describe("with scripts", () => {
  test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, "without scripts the log is a plain form");
  // Everything here loses the network or the session on purpose.
  test.use({ expectedStatuses: [0, 403] });

  test("two entries written without a network both arrive, once @postgres", async ({ page }) => {
    const { title } = await opened(page);
    await kept(page);
    await page.context().setOffline(true);
    await page.goto(`${LOG}?innovation=${number(page)}`);
    await expect(page.getByText("Opened from this device.")).toBeVisible();
    await expect(page.getByText("Nothing waits on this device")).toBeVisible();
    await fill(page, "The first without a network");
    await save(page);
    await expect(page.getByText("1 waiting to send")).toBeVisible();
    await page.getByRole("radio", { name: "Yesterday" }).check();
    await fill(page, "The second without a network");
    await save(page);
    await expect(page.getByText("2 waiting to send")).toBeVisible();
    await axe(page);
    await shots(page, "engagement-log-waiting");
    // A closed tab loses nothing.
    await page.goto("about:blank");
    await page.goto(LOG);
    await expect(page.getByText("2 waiting to send")).toBeVisible();

    await page.context().setOffline(false);
    await page.goto(LOG);
    await expect(waiting(page)).toBeHidden();
    const last = await logged(page, title);
    expect(last).toEqual([expect.stringContaining("yesterday"), expect.stringContaining("today")]);
  });

  test("what is saved while the server does not answer waits, and goes by itself", async ({ page }) => {
    const { title } = await opened(page);
    await kept(page);
    await fill(page, "The server was away");
    await page.context().setOffline(true);
    await save(page);
    await expect(page.getByText("1 waiting to send")).toBeVisible();
    await expect(page.getByText("Kept on this device")).toBeVisible();
    await page.context().setOffline(false);
    await expect(waiting(page)).toBeHidden();
    expect(await logged(page, title)).toHaveLength(1);
  });

  test("an answer lost on its way back costs nothing: the entry is there once", async ({ page }) => {
    const { title } = await opened(page);
    await kept(page);
    await fill(page, "The answer was lost");
    let reached = 0;
    await page.context().route(`**${LOG}*`, async (route) => {
      if (route.request().method() !== "POST") return route.continue();
      const answer = await route.fetch();
      reached += Number(answer.ok());
      return route.abort("connectionfailed");
    });
    await save(page);
    await expect(page.getByText("1 waiting to send")).toBeVisible();
    expect(reached).toBeGreaterThan(0);
    await page.context().unrouteAll({ behavior: "wait" });
    await page.reload();
    await expect(waiting(page)).toBeHidden();
    expect(await logged(page, title)).toHaveLength(1);
  });

  test("when the session has ended the entries wait for a new one", async ({ page }) => {
    const { title } = await opened(page);
    await kept(page);
    await fill(page, "The session had ended");
    await page.context().clearCookies();
    await save(page);
    await page.getByRole("link", { name: "Sign in to send 1" }).click();
    await page.getByLabel("Work e-mail address").fill(PEOPLE.programmeManager);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(new RegExp(LOG));
    await expect(waiting(page)).toBeHidden();
    expect(await logged(page, title)).toHaveLength(1);
  });

  test("what the server refuses opens as the form that it was, with what is wrong", async ({ page }) => {
    const { title } = await opened(page);
    await kept(page);
    await page.context().setOffline(true);
    await page.goto(`${LOG}?innovation=${number(page)}`);
    await fill(page, "Write to jo@example.org");
    await page.getByLabel(/^How far did/).selectOption("");
    await save(page);
    await expect(page.getByText("1 waiting to send")).toBeVisible();
    await page.context().setOffline(false);
    await expect(page.getByText("1 to put right")).toBeVisible();
    await page.getByRole("button", { name: "Open" }).click();
    await expect(page.getByRole("alert")).toContainText("How far did it go");
    await expect(page.getByLabel("What did they say?")).toHaveValue("Write to jo@example.org");
    await axe(page);
    await page.getByLabel(/^How far did/).selectOption({ label: "Ask" });
    await save(page);
    await page.getByRole("button", { name: "Save anyway" }).click();
    await expect(page.getByText("The engagement is logged.")).toBeVisible();
    await page.goto(LOG);
    await expect(waiting(page)).toBeHidden();
    expect(await logged(page, title)).toHaveLength(1);
  });

  test("signing out with entries waiting asks, and leaves nothing on the device", async ({ page }) => {
    const { title } = await opened(page);
    await kept(page);
    for (const [said, button] of [["To be sent", "Send 1 and sign out"], ["To be deleted", "Delete 1 and sign out"]]) {
      await fill(page, said);
      await page.context().route(`**${LOG}*`, (route) =>
        route.request().method() === "POST" ? route.abort("connectionfailed") : route.continue());
      await save(page);
      await expect(page.getByText("1 waiting to send")).toBeVisible();
      await page.goto("/account");
      await page.getByRole("button", { name: "Sign out", exact: true }).click();
      const dialog = page.getByRole("dialog", { name: "Not everything is sent" });
      await expect(dialog).toContainText("One engagement that you logged is on this device only.");
      await axe(page);
      await shots(page, "sign-out-waiting");
      await dialog.getByRole("button", { name: "Stay signed in" }).click();
      await expect(page).toHaveURL(/account$/);
      await page.context().unrouteAll({ behavior: "wait" });
      await page.getByRole("button", { name: "Sign out", exact: true }).click();
      await dialog.getByRole("button", { name: button }).click();
      await expect(page.getByText("You are signed out.")).toBeVisible();
      expect(await onDevice(page)).toEqual({ pages: 0, entries: 0 });
      await anew(page);
      await page.goto(`${LOG}?innovation=${number(page)}`);
      await kept(page);
    }
    expect(await logged(page, title)).toHaveLength(1);
  });

  test("the log can be installed", async ({ page }) => {
    await opened(page);
    await kept(page);
    const inside = await page.context().newCDPSession(page);
    const { installabilityErrors } = await inside.send("Page.getInstallabilityErrors");
    // Pages of a journey are in a private window, from which nothing is ever installed.
    expect(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito")).toEqual([]);
  });
});

test("on a phone what takes a minute stands on one screen", async ({ page }, info) => {
  test.skip(info.project.name !== "phone");
  await opened(page);
  const bottom = (name: string) => page.getByRole("button", { name, exact: true }).evaluate((one) => one.getBoundingClientRect().bottom);
  const [save, again] = [await bottom("Save"), await bottom("Save and log another")];
  info.annotations.push({ type: "measured", description: `Save ends ${Math.round(save)} of 844 pixels down` });
  console.log(`Save ends ${Math.round(save)} of 844 pixels down, and the other button ${Math.round(again)}`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

let numbered = "";

function number(_page: Page): string {
  return numbered;
}

/** An innovation of the journey's own, and the log opened for it. */
async function opened(page: Page): Promise<{ innovation: string; title: string }> {
  await anew(page);
  const title = unique("Lane Lamps");
  const innovation = await addInnovation(page, title);
  numbered = innovation.split("/").at(-1) ?? "";
  await page.goto(`${LOG}?innovation=${numbered}`);
  return { innovation, title };
}

/** A session of the journey's own, which it may end. */
async function anew(page: Page): Promise<void> {
  const form = { email: PEOPLE.programmeManager, password: PASSWORD };
  const answer = await page.context().request.post("/sign-in", { form, maxRedirects: 0 });
  if (answer.status() !== 303) await signIn(page, PEOPLE.programmeManager);
}

async function fill(page: Page, said: string): Promise<void> {
  await page.getByLabel(/^Find /).fill("Residents of Lamp Lane");
  await page.getByLabel("How many?", { exact: true }).first().fill("7");
  const kind = page.getByLabel(/^It is not in the register yet/).first();
  if (await kind.isVisible()) await kind.selectOption({ label: "Residents" });
  await page.getByLabel("How?", { exact: true }).selectOption({ label: "Visit" });
  await page.getByLabel(/^How far did/).selectOption({ label: "Ask" });
  await page.getByLabel("What did they say?").fill(said);
}

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save", exact: true }).click();
}

/** Without scripts the kind of a new group is asked when the form comes back. */
async function press(page: Page, button: string): Promise<void> {
  await page.getByRole("button", { name: button, exact: true }).click();
  const kind = page.getByLabel(/^It is not in the register yet/).first();
  if (test.info().project.use.javaScriptEnabled !== false || !(await kind.isVisible())) return;
  await kind.selectOption({ label: "Residents" });
  await page.getByRole("button", { name: button, exact: true }).click();
}

function waiting(page: Page) {
  return page.getByRole("region", { name: "On this device" });
}

/** Until the page is on the device, and the worker answers for it. */
async function kept(page: Page): Promise<void> {
  const held = () => page.evaluate(async (log) => {
    const found = await caches.match(log, { cacheName: log });
    return Boolean(found && navigator.serviceWorker.controller);
  }, LOG);
  await expect.poll(held).toBe(true);
}

async function onDevice(page: Page): Promise<{ pages: number; entries: number }> {
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
async function logged(page: Page, title: string): Promise<string[]> {
  await page.goto(LOG);
  const rows = page.getByRole("region", { name: /^Your last/ }).getByRole("listitem");
  return rows.filter({ hasText: title }).allInnerTexts();
}
