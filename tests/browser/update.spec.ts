import { PEOPLE, addInnovation, another, expect, signIn, test, unique, type Page } from "./foothold";

const DONE = "What has happened since your last update?";
const NEXT = "What happens next, and who will do it?";
const CHANCE = "Chance that the next gate is met";

test("a programme manager posts this week's update, mends a mistake and loses nothing @postgres", async ({ page }) => {
  await signIn(page, PEOPLE.programmeManager);
  const title = unique("Kerb Gardens");
  const innovation = await addInnovation(page, title, "Programme Manager");
  await page.goto("/aldermere");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("My work");
  await page.getByRole("main").getByRole("link", { name: "Post update", exact: true }).click();
  await page.getByRole("main").getByRole("link", { name: title }).click();

  await page.getByRole("radio", { name: /^At risk/ }).check();
  await page.getByLabel(NEXT).fill("Highways mark the first six kerbs");
  await page.getByLabel(CHANCE).fill("60");
  await post(page).click();

  const summary = page.getByRole("alert");
  await expect(summary).toContainText("There is a problem");
  await summary.getByRole("link", { name: "What has happened since your last update: fill this in" }).click();
  const done = page.getByLabel(DONE);
  await expect(done).toBeFocused();
  await expect(done).toHaveAttribute("aria-invalid", "true");
  await expect(done).toHaveAccessibleDescription(/fill this in/);
  await expect(page.getByRole("radio", { name: /^At risk/ })).toBeChecked();
  await expect(page.getByLabel(NEXT)).toHaveValue("Highways mark the first six kerbs");
  await expect(page.getByLabel(CHANCE)).toHaveValue("60");

  await done.fill("Twelve streets asked for a kerb garden");
  await post(page).click();
  await expect(page.getByText("The update is posted.")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Twelve streets asked" })).toContainText("At risk");

  await page.goto(innovation);
  await expect(page.getByRole("main")).toContainText("Twelve streets asked for a kerb garden");
  await page.goto("/aldermere/board");
  const card = page.getByRole("article").filter({ hasText: title });
  await expect(card).toContainText("At risk");
  await expect(card).toContainText("Updated today");
});

test("pressing Post twice makes one update @postgres", async ({ page }) => {
  await signIn(page, PEOPLE.programmeManager);
  const innovation = await addInnovation(page, unique("Porch Lights"));
  await page.goto(`${innovation}/updates/new`);
  await page.getByRole("radio", { name: /^On track/ }).check();
  await page.getByLabel(DONE).fill("Forty porches have a lamp");
  await page.getByLabel(NEXT).fill("The estate team counts them");
  await post(page).dblclick();
  // The second press breaks off the first on its way, so the address is asked for until it is there, and so is the page.
  await expect(page).toHaveURL(`${innovation}/updates`);
  await expect(async () => {
    await page.goto(`${innovation}/updates`);
    await expect(page.getByText("Forty porches have a lamp")).toHaveCount(1);
  }).toPass();
});

test("from the reminder to the posted update it takes at most six answers @postgres", async ({ page }) => {
  await signIn(page, PEOPLE.programmeManager);
  const title = unique("Bench Map");
  const innovation = await addInnovation(page, title, "Programme Manager", 60);
  const executive = await another(page, PEOPLE.executive);
  await executive.goto("/aldermere/updates");
  await executive.getByRole("button", { name: `Ask for the update of ${title}` }).click();
  await expect(executive.getByRole("row").filter({ hasText: title })).toContainText("Asked on");
  await executive.context().close();

  await page.goto("/aldermere");
  const owed = page.getByRole("main").getByRole("listitem").filter({ hasText: title });
  await expect(owed.filter({ hasText: "You were asked on" })).toBeVisible();
  await owed.getByRole("link", { name: /Post update/ }).first().click();

  let touched = 0;
  const touch = async (answer: Promise<void>) => {
    touched += 1;
    await answer;
  };
  await touch(page.getByRole("radio", { name: /^On track/ }).check());
  await touch(page.getByLabel(DONE).fill("Forty benches are on the map"));
  await touch(page.getByLabel(NEXT).fill("The parks team adds the rest"));
  await post(page).click();
  await page.waitForURL(`**${innovation}/updates`);
  await expect(page.getByText("Forty benches are on the map")).toHaveCount(1);
  expect(touched).toBeLessThanOrEqual(6);
  await page.goto("/aldermere");
  await expect(page.getByText("You were asked on").locator("..").filter({ hasText: title })).toHaveCount(0);
});

function post(page: Page) {
  return page.getByRole("button", { name: "Post update" });
}
