import { axe, expect, test, type Page } from "./foothold";
import { LOG, fill, kept, logged, opened, press, save, sent, waiting } from "./log";

test.describe("from a meeting to the public page", () => {
  // The network goes away on purpose.
  test.use({ expectedStatuses: [0] });

  test("what was logged after two meetings is answered, told back and read by everybody @postgres", async ({ page, browser }) => {
    const { innovation, number, title } = await opened(page);
    const scripts = test.info().project.use.javaScriptEnabled !== false;
    const points = ["The lamp by the school is out", "The new lamps are too bright", "Nobody told us when"];

    await test.step("two entries, with no network where there are scripts", async () => {
      if (scripts) {
        await kept(page);
        await page.context().setOffline(true);
        await page.goto(LOG);
        await expect(page.getByText("Opened from this device.")).toBeVisible();
        await page.getByLabel("Which innovation?").selectOption({ label: title });
      }
      await fill(page, points[0]);
      await page.getByText("Add who said it").click();
      await page.getByLabel("What else did they say?").fill(points[1]);
      await again(page, scripts);
      if (scripts) await page.getByLabel("Which innovation?").selectOption({ label: title });
      await fill(page, points[2]);
      await again(page, scripts);
      if (scripts) {
        await expect(page.getByText("2 waiting to send")).toBeVisible();
        await page.context().setOffline(false);
        await page.goto(LOG);
        await sent(page);
      }
      expect(await logged(page, title)).toHaveLength(2);
    });

    await test.step("three points get one answer, and their people are told", async () => {
      await page.goto(`/aldermere/feedback?innovation=${number}`);
      await expect(page.getByRole("main")).toContainText(points[2]);
      await page.getByRole("link", { name: "Answer many at once" }).click();
      await choose(page, points);
      await page.getByRole("radio", { name: "We did" }).check();
      await page.getByLabel("In words that you would say to them").fill("Every lamp on the lane was changed this week");
      await axe(page);
      await page.getByRole("button", { name: "Answer those chosen" }).click();
      await expect(page.getByText("All of them are answered.")).toBeVisible();
      await page.goto(`/aldermere/feedback/tell-back?innovation=${number}`);
      await choose(page, points);
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByRole("main").locator("table").first()).toContainText(points[0]);
    });

    await test.step("it is published, and read without signing in", async () => {
      await page.goto(`${innovation}/edit`);
      await page.getByRole("radio", { name: /^Everyone/ }).check();
      await page.getByRole("button", { name: "Save" }).click();
      await page.goto(`${innovation}/you-said-we-did/publish`);
      await page.getByLabel("Everyone may read the page, without signing in").check();
      for (const point of points) await page.getByRole("checkbox", { name: new RegExp(point) }).check();
      await axe(page);
      await page.getByRole("button", { name: "Save" }).click();

      const stranger = await browser.newContext({ javaScriptEnabled: scripts, viewport: page.viewportSize() });
      const theirs = await stranger.newPage();
      await theirs.goto(`/public/aldermere/you-said-we-did/${number}`);
      await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("You said, we did");
      for (const point of points) await expect(theirs.getByText(point)).toHaveCount(1);
      await expect(theirs.getByText("Every lamp on the lane was changed this week").first()).toBeVisible();
      await expect(theirs.getByRole("main")).not.toContainText("Lamp Lane");
      expect(await stranger.cookies()).toEqual([]);
      await axe(theirs);
      await stranger.close();
    });
  });
});

/** Saves, and leaves an empty form for the same innovation. */
async function again(page: Page, scripts: boolean): Promise<void> {
  if (scripts) return save(page);
  await press(page, "Save and log another");
  await expect(page.getByText("The engagement is logged.")).toBeVisible();
}

async function choose(page: Page, points: string[]): Promise<void> {
  for (const point of points) await page.getByRole("checkbox", { name: new RegExp(point) }).check();
}
