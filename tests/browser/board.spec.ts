import { PEOPLE, addInnovation, another, day, expect, inWords, signIn, test, unique, type Locator, type Page } from "./foothold";

const BOARD = "/aldermere/board";

test("an executive filters the board and shares the address @postgres", async ({ page }) => {
  await signIn(page, PEOPLE.executive);
  await page.goto(BOARD);
  await page.getByRole("combobox", { name: /^Delivery confidence/ }).selectOption({ label: "At risk" });
  await page.getByRole("searchbox").fill("streets");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(/confidence=at-risk/);
  await expect(page.getByRole("article")).toHaveText([/Warm Streets/]);

  const reader = await another(page, PEOPLE.viewer);
  await reader.goto(page.url());
  await expect(reader.getByRole("article")).toHaveText([/Warm Streets/]);
  await expect(reader.getByRole("searchbox")).toHaveValue("streets");
  await reader.context().close();

  await page.getByRole("article").getByRole("link", { name: /Warm Streets/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Warm Streets");
});

test("a month ago the board shows what stood then and offers nothing to change @postgres", async ({ page }) => {
  await signIn(page, PEOPLE.executive);
  const then = day(-31);
  await page.goto(`${BOARD}?as-at=${then}`);
  const banner = page.getByText("This is how things stood at the end of");
  await expect(banner).toContainText(inWords(then));
  const main = page.getByRole("main");
  await expect(main.getByRole("article").first()).toBeVisible();
  await expect(main.getByRole("link", { name: /Post update|Add an|Move|Pause|Stop/ })).toHaveCount(0);
  await expect(page.locator(".card-menu, .card-grip")).toHaveCount(0);

  await main.getByRole("article").getByRole("link", { name: /Warm Streets/ }).click();
  await expect(page).toHaveURL(new RegExp(`as-at=${then}`));
  await expect(banner).toBeVisible();
  await expect(main.getByRole("link", { name: /Post update|Edit|Move|Pause|Stop|Repeat/ })).toHaveCount(0);
  await expect(main.locator("form[method=post]")).toHaveCount(0);
  await page.getByRole("link", { name: "Back to today" }).click();
  await expect(banner).toHaveCount(0);
});

test("without dragging, the menu of a card moves it @postgres", async ({ page }) => {
  await signIn(page, PEOPLE.executive);
  const title = unique("Doorstep Swap");
  await addInnovation(page, title);
  await page.goto(BOARD);
  const card = cardOf(page, title);
  await card.getByLabel(`Actions for ${title}`).click();
  await card.getByRole("link", { name: "Move to…" }).click();
  await page.getByRole("link", { name: "Move to Test" }).click();
  await answer(page.getByRole("main"));
  await page.getByRole("button", { name: "Move", exact: true }).click();
  await expect(page.getByText("The innovation has moved.")).toBeVisible();
  await page.goto(BOARD);
  await expect(lane(page, "Test").getByText(title)).toBeVisible();
});

test.describe("with scripts and a mouse or keys, which a phone has not", () => {
  test.beforeEach(({}, info) => test.skip(info.project.name !== "scripts-on"));

  test("a card dropped on the next lane asks what the move needs, and cancel puts it back @postgres", async ({ page }) => {
    await signIn(page, PEOPLE.executive);
    const title = unique("Bench Library");
    await addInnovation(page, title);
    await page.goto(BOARD);
    await drag(page, title, "Test");
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByRole("heading", { name: "Move to Test" })).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`${BOARD}$`));
    await dialog.getByRole("link", { name: "Cancel" }).click();
    await expect(dialog).toBeHidden();
    await expect(lane(page, "Explore").getByText(title)).toBeVisible();
  });

  test("a board that the browser holds already still moves its cards @postgres", async ({ page }) => {
    await signIn(page, PEOPLE.executive);
    await page.goto(BOARD);
    const grip = page.getByRole("button", { name: /^Move / }).first();
    for (const again of [1, 2, 3]) {
      await expect(grip, `shown ${again} times`).toBeVisible();
      await page.reload();
    }
    await expect(grip).toBeVisible();
  });

  test("a card moves by keys alone, and what is asked in place is saved @postgres", async ({ page }) => {
    await signIn(page, PEOPLE.executive);
    const title = unique("Quiet Hours");
    await addInnovation(page, title);
    await page.goto(BOARD);
    await carry(page, title);
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByRole("heading", { name: "Move to Test" })).toBeVisible();
    await dialog.getByRole("button", { name: "Move", exact: true }).click();
    await expect(dialog.getByRole("alert")).toContainText("There is a problem");
    await answer(dialog);
    await dialog.getByRole("button", { name: "Move", exact: true }).click();
    await expect(page.getByText("The innovation has moved.")).toBeVisible();
    await expect(lane(page, "Test").getByText(title)).toBeVisible();
  });

  test("a move that is refused says why, and the card goes back @postgres", async ({ page }) => {
    await signIn(page, PEOPLE.executive);
    const title = unique("Night Buses");
    const innovation = await addInnovation(page, title);
    await page.goto(BOARD);
    await expect(cardOf(page, title).getByRole("button", { name: `Move ${title}` })).toBeVisible();
    const other = await another(page, PEOPLE.programmeManager);
    await pause(other, innovation);
    await other.context().close();
    await carry(page, title);
    const said = page.getByRole("status").filter({ hasText: "It could not be moved" });
    await expect(said).toContainText(/back in Explore.*paused/);
    await expect(lane(page, "Explore").getByText(title)).toBeVisible();
  });
});

function cardOf(page: Page, title: string): Locator {
  return page.getByRole("article").filter({ hasText: title });
}

function lane(page: Page, name: string): Locator {
  return page.locator(`section[data-name="${name}"]`);
}

/** Every question of the gate with yes, and somebody who decided. */
async function answer(form: Locator): Promise<void> {
  for (const yes of await form.getByRole("radio", { name: "Yes", exact: true }).all()) await yes.check();
  const decider = form.getByLabel("Who decided?");
  if ((await decider.count()) > 0 && (await decider.inputValue()) === "") await decider.selectOption({ index: 1 });
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

/** To the lane on the right, by keys. */
async function carry(page: Page, title: string): Promise<void> {
  const grip = cardOf(page, title).getByRole("button", { name: `Move ${title}` });
  await expect(grip).toBeVisible();
  await grip.focus();
  await page.keyboard.press("Space");
  await expect(page.getByRole("status").filter({ hasText: `${title} picked up from Explore` })).toBeAttached();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("status").filter({ hasText: `${title} over Test` })).toBeAttached();
  await page.keyboard.press("Space");
}

async function pause(page: Page, innovation: string): Promise<void> {
  await page.goto(`${innovation}/pause`);
  const form = page.getByRole("main");
  await form.getByRole("textbox").first().fill("Waiting for the new bus contract");
  await form.locator("[name=review_on]").fill(day(30));
  await answer(form);
  await form.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByText("The innovation is paused until its review.")).toBeVisible();
}
