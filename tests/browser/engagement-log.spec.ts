import { PASSWORD, PEOPLE, axe, expect, shots, signIn, test } from "./foothold";
import { LOG, anew, fill, kept, logged, onDevice, opened, press, save, sent, waiting } from "./log";

test("an engagement is logged in under a minute @postgres", async ({ page }) => {
  const { innovation, title } = await opened(page);
  await fill(page, "Every lamp on the lane is out");
  await axe(page);
  await shots(page, "engagement-log");
  await press(page, "Save");
  await expect(page).toHaveURL(new RegExp(`${innovation}/engagement$`));
  await expect(page.getByText("The engagement is logged.")).toBeVisible();
  await page.getByRole("link", { name: "Log engagement" }).first().click();
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
    const { number, title } = await opened(page);
    await kept(page);
    await page.context().setOffline(true);
    await page.goto(`${LOG}?innovation=${number}`);
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
    await sent(page);
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
    await sent(page);
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
    await sent(page);
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
    await sent(page);
    expect(await logged(page, title)).toHaveLength(1);
  });

  test("what the server refuses opens as the form that it was, with what is wrong", async ({ page }) => {
    const { number, title } = await opened(page);
    await kept(page);
    await page.context().setOffline(true);
    await page.goto(`${LOG}?innovation=${number}`);
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
    await sent(page);
    expect(await logged(page, title)).toHaveLength(1);
  });

  test("signing out with entries waiting asks, and leaves nothing on the device", async ({ page }) => {
    const { number, title } = await opened(page);
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
      await page.goto(`${LOG}?innovation=${number}`);
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

test("on a phone what takes a minute stands on one screen, also where an innovation names four groups", async ({ page }, info) => {
  test.skip(info.project.name !== "phone");
  await signIn(page, PEOPLE.programmeManager);
  await page.goto(`${LOG}?innovation=4`);
  await expect(page.getByRole("group", { name: "Who did you hear from?" }).getByRole("checkbox")).toHaveCount(4);
  const bottom = (name: string) => page.getByRole("button", { name, exact: true }).evaluate((one) => one.getBoundingClientRect().bottom);
  const [save, again] = [await bottom("Save"), await bottom("Save and log another")];
  info.annotations.push({ type: "measured", description: `Save ends ${Math.round(save)} of 844 pixels down` });
  console.log(`Save ends ${Math.round(save)} of 844 pixels down, and the other button ${Math.round(again)}`);
  expect(Math.max(save, again)).toBeLessThanOrEqual(844);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
