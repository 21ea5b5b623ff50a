import { PASSWORD, PEOPLE, addInnovation, axe, expect, shots, signIn, test, unique, type Page } from "./foothold";

const DONE = "What has happened since your last update?";
const NEXT = "What happens next, and who will do it?";
const WORDS = "Thirty benches have a chess board,\nand four are in use by noon.";

// Sent without a session the form is answered with the sign-in, and says so by its status.
test.use({ expectedStatuses: [401] });

test("what was typed goes through a new sign-in when the session has ended @postgres", async ({ page }) => {
  const form = await writing(page);
  await page.context().clearCookies();
  await post(page).click();

  await expect(page.getByRole("main")).toContainText("nothing was saved yet");
  await axe(page);
  await page.getByLabel("Work e-mail address").fill(PEOPLE.programmeManager);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();

  await expect(page).toHaveURL(new RegExp(`${form}/updates/new`));
  await expect(page.getByRole("region", { name: "Your draft" })).toContainText("Nothing is sent until you press");
  await expect(page.getByLabel(DONE)).toHaveValue(WORDS);
  await expect(page.getByRole("radio", { name: /^At risk/ })).toBeChecked();
  await post(page).click();
  await expect(page.getByText("The update is posted.")).toBeVisible();
  await page.goto(`${form}/updates/new`);
  await expect(page.getByRole("region", { name: "Your draft" })).toHaveCount(0);
});

test("a draft is kept by its button, found in My work, and gone on with or thrown away", async ({ page }) => {
  const form = await writing(page);
  await page.getByRole("button", { name: "Keep as draft" }).click();
  await expect(page.getByText("Your draft is kept for 30 days.")).toBeVisible();
  const unfinished = page.getByRole("region", { name: /^Unfinished forms/ });
  const mine = unfinished.getByRole("listitem").filter({ hasText: "Chess Benches" }).first();
  await expect(mine).toContainText("Post an update");
  await axe(page);
  await shots(page, "unfinished");

  await page.goto(`${form}/updates/new`);
  await expect(page.getByLabel(DONE)).toHaveValue("");
  await axe(page);
  await shots(page, "draft-waits");
  await page.getByRole("link", { name: "Go on with it" }).click();
  await expect(page.getByLabel(DONE)).toHaveValue(WORDS);
  await axe(page);
  await shots(page, "draft-opened");
  await page.getByRole("button", { name: "Throw it away" }).click();
  await expect(page.getByText("The draft is thrown away.")).toBeVisible();
  await expect(page.getByLabel(DONE)).toHaveValue("");
  await expect(page.getByRole("region", { name: "Your draft" })).toHaveCount(0);
});

test.describe("with scripts", () => {
  test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, "the page keeps drafts by a script");
  test.use({ expectedStatuses: [401, 0] });

  test("the page keeps a draft while somebody types, and a closed tab loses nothing", async ({ page }) => {
    const form = await writing(page);
    await expect(page.getByText(/^Draft kept \d\d:\d\d$/)).toBeVisible({ timeout: 10_000 });
    await page.goto(`${form}/updates/new?draft=open`);
    await expect(page.getByLabel(DONE)).toHaveValue(WORDS);
  });

  test("when the connection is lost the page says so, keeps what was typed and tries again", async ({ page }) => {
    await page.route("**/drafts?*", (route) => route.abort("connectionfailed"));
    const form = await writing(page);
    await expect(page.getByText(/^No connection, so the draft is not kept yet/)).toBeVisible({ timeout: 10_000 });
    await expect(page.getByLabel(DONE)).toHaveValue(WORDS);
    await page.unroute("**/drafts?*");
    await expect(page.getByText(/^Draft kept/)).toBeVisible({ timeout: 10_000 });
    await page.goto(`${form}/updates/new?draft=open`);
    await expect(page.getByLabel(DONE)).toHaveValue(WORDS);
  });

  test("when the session ends the page says so while somebody types", async ({ page }) => {
    await writing(page);
    await page.context().clearCookies();
    await page.getByLabel(NEXT).pressSequentially(" And count.");
    await expect(page.getByText(/^You are signed out, so no draft is kept/)).toBeVisible({ timeout: 10_000 });
  });

  test("an earlier draft is not overwritten by what is typed beside it", async ({ page }) => {
    const form = await writing(page);
    await expect(page.getByText(/^Draft kept/)).toBeVisible({ timeout: 10_000 });
    await page.goto(`${form}/updates/new`);
    await page.getByLabel(DONE).fill("Something else");
    await expect(page.getByText(/^Your earlier draft is kept/)).toBeVisible();
    await page.getByRole("link", { name: "Go on with it" }).click();
    await expect(page.getByLabel(DONE)).toHaveValue(WORDS);
  });
});

/** An update half written: the address of its innovation. */
async function writing(page: Page): Promise<string> {
  await signIn(page, PEOPLE.programmeManager);
  const innovation = await addInnovation(page, unique("Chess Benches"));
  await page.goto(`${innovation}/updates/new`);
  await page.getByRole("radio", { name: /^At risk/ }).check();
  await page.getByLabel(DONE).fill(WORDS);
  await page.getByLabel(NEXT).fill("The parks team counts players on Friday");
  return innovation;
}

function post(page: Page) {
  return page.getByRole("button", { name: "Post update" });
}
