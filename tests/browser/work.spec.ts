import { PEOPLE, day, expect, signIn, test, unique, type Locator, type Page } from "./foothold";

const BOARD = "/thornbeck-saltmarsh/innovations/4/work";

test("work is added line by line, and the menu of a card moves it @postgres", async ({ page }) => {
  await signIn(page, PEOPLE.agileLead);
  const [one, two] = [unique("Ask the library"), unique("Count the stamps")];
  await addWork(page, `${one}\n${two}`);
  await expect(lane(page, "To do").getByText(one)).toBeVisible();
  await expect(lane(page, "To do").getByText(two)).toBeVisible();

  const card = cardOf(page, one);
  await card.getByLabel(`Actions for ${one}`).click();
  await card.getByRole("link", { name: "Move to…" }).click();
  await page.getByRole("link", { name: "Move to Waiting" }).click();
  await page.getByRole("button", { name: "Move", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("What does it wait for");
  await page.getByLabel("What does it wait for?").selectOption({ label: "Procurement" });
  await page.getByRole("button", { name: "Move", exact: true }).click();
  await expect(page.getByText("The work has moved.")).toBeVisible();
  await expect(lane(page, "Waiting").getByText(one)).toBeVisible();
  await expect(cardOf(page, one)).toContainText("Waits for procurement, 0 days");
});

test("the flow page leads with what work waits for, and answers how many by a day @postgres", async ({ page }) => {
  await signIn(page, PEOPLE.agileLead);
  await page.goto(BOARD);
  await page.getByRole("link", { name: "Flow and forecast" }).click();
  await expect(page.getByRole("main").locator(".panel > h2").first()).toContainText("waiting was for");
  await expect(page.getByRole("heading", { name: /^85% chance that the rest is done by/ })).toBeVisible();
  await page.getByLabel("How many will be done by").fill(day(120));
  await page.getByRole("button", { name: "Work it out" }).click();
  await expect(page.locator("#how-many")).toContainText("85% chance of at least");
  await expect(page).toHaveURL(/by=/);
});

test.describe("with scripts and a mouse or keys, which a phone has not", () => {
  test.beforeEach(({}, info) => test.skip(info.project.name !== "scripts-on"));

  test("a card dropped on Waiting is asked for the reason in place @postgres", async ({ page }) => {
    await signIn(page, PEOPLE.agileLead);
    const title = unique("Fold the letters");
    await addWork(page, title);
    await drag(page, title, "Waiting");
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByRole("heading", { name: "Move to Waiting" })).toBeVisible();
    await dialog.getByLabel("What does it wait for?").selectOption({ label: "IT" });
    await dialog.getByRole("button", { name: "Move", exact: true }).click();
    await expect(page.getByText("The work has moved.")).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`${BOARD}$`));
    await expect(lane(page, "Waiting").getByText(title)).toBeVisible();
  });

  test("what somebody has moves by keys alone, without a question @postgres", async ({ page }) => {
    await signIn(page, PEOPLE.agileLead);
    const title = unique("Lick the stamps");
    await addWork(page, title, "Revenues Manager");
    await carry(page, title, ["Doing"]);
    await expect(page.getByText("The work has moved.")).toBeVisible();
    await expect(lane(page, "Doing").getByText(title)).toBeVisible();
    await carry(page, title, ["Waiting", "Done"]);
    await expect(lane(page, "Done").getByText(title)).toBeVisible();
    await expect(cardOf(page, title)).toContainText("took 1 day");
  });

  test("cancel puts a piece of work back where it was @postgres", async ({ page }) => {
    await signIn(page, PEOPLE.agileLead);
    const title = unique("Seal the envelopes");
    await addWork(page, title);
    await drag(page, title, "Doing");
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByRole("heading", { name: "Move to Doing" })).toBeVisible();
    await dialog.getByRole("link", { name: "Cancel" }).click();
    await expect(dialog).toBeHidden();
    await expect(lane(page, "To do").getByText(title)).toBeVisible();
  });
});

async function addWork(page: Page, lines: string, owner?: string): Promise<void> {
  await page.goto(`${BOARD}/new`);
  await page.getByLabel("What is to be done").fill(lines);
  if (owner) await page.getByLabel("Owner", { exact: true }).selectOption({ label: owner });
  await page.getByRole("button", { name: "Add to the board" }).click();
  await expect(page.getByText("The work is on the board.")).toBeVisible();
}

function cardOf(page: Page, title: string): Locator {
  return page.getByRole("article").filter({ hasText: title });
}

function lane(page: Page, name: string): Locator {
  return page.locator(`section[data-name="${name}"]`);
}

async function drag(page: Page, title: string, to: string): Promise<void> {
  const grip = cardOf(page, title).getByRole("button", { name: `Move ${title}` });
  await expect(grip).toBeVisible();
  await cardOf(page, title).scrollIntoViewIfNeeded();
  const [from, target] = [await grip.boundingBox(), await lane(page, to).boundingBox()];
  if (!from || !target) throw new Error("the card or the lane is not drawn");
  const y = from.y + from.height / 2;
  await page.mouse.move(from.x + from.width / 2, y);
  await page.mouse.down();
  await page.mouse.move(target.x + target.width / 2, Math.max(y, target.y + 40), { steps: 12 });
  await page.mouse.up();
}

/** From lane to lane on the right, by keys. */
async function carry(page: Page, title: string, over: string[]): Promise<void> {
  const grip = cardOf(page, title).getByRole("button", { name: `Move ${title}` });
  await expect(grip).toBeVisible();
  await grip.focus();
  await page.keyboard.press("Space");
  const status = page.getByRole("status");
  await expect(status.filter({ hasText: `${title} picked up` })).toBeAttached();
  for (const name of over) {
    await page.keyboard.press("ArrowRight");
    await expect(status.filter({ hasText: `${title} over ${name}` })).toBeAttached();
  }
  await page.keyboard.press("Space");
}
