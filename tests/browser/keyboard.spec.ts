import { PEOPLE, addInnovation, expect, signIn, test, unique, type Locator, type Page } from "./foothold";

test.describe("keys alone, in a wide window with scripts: nothing here differs without them", () => {
  test.beforeEach(({}, info) => test.skip(info.project.name !== "scripts-on"));

  test("the first key leads past the menu", async ({ page }) => {
    await signIn(page, PEOPLE.programmeManager);
    await page.goto("/aldermere/board");
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Skip to main content" });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const first = page.getByRole("main").getByRole("link").first();
    await expect(first).toBeFocused();
  });

  test("a whole update is written and posted", async ({ page }) => {
    await signIn(page, PEOPLE.programmeManager);
    const innovation = await addInnovation(page, unique("Seed Swaps"));
    await page.goto(`${innovation}/updates/new`);
    await reach(page, page.getByRole("radio", { name: /^On track/ }));
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("radio", { name: /^At risk/ })).toBeChecked();
    await reach(page, page.getByLabel("What will be done?"));
    await page.keyboard.type("Find a drier room");
    await reach(page, page.getByLabel("Who does it?"));
    await page.keyboard.type("Programme");
    await reach(page, page.getByLabel("Back on track by"));
    // The same whether the browser's language begins with the day or the month.
    await page.keyboard.type("03032030");
    await reach(page, page.getByLabel("What has happened since your last update?"));
    await page.keyboard.type("Two swaps were rained off");
    await reach(page, page.getByLabel("What happens next, and who will do it?"));
    await page.keyboard.type("The caretaker opens the hall");
    await reach(page, page.getByText("Ask for a decision or help"));
    await page.keyboard.press("Enter");
    await reach(page, page.getByLabel("What do you need?"));
    await reach(page, page.getByLabel("Chance that the next gate is met"));
    await page.keyboard.type("40");
    await reach(page, page.getByRole("button", { name: "Post update" }));
    await page.keyboard.press("Enter");
    await expect(page.getByText("The update is posted.")).toBeVisible();
    const posted = page.getByRole("listitem").filter({ hasText: "Two swaps were rained off" });
    await expect(posted).toContainText("Find a drier room. Programme Manager");
    await expect(posted).toContainText("3 March 2030");
  });
});

/** Presses Tab until something has the focus, and can be seen then. */
async function reach(page: Page, goal: Locator): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    if (await goal.evaluate((one) => one === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await expect(goal).toBeFocused();
  await expect(goal).toBeInViewport();
}
