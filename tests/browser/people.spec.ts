import { PASSWORD, PEOPLE, expect, signIn, test, unique, type Page } from "./foothold";

test("an invitation works once, and whoever accepts it signs out and in again", async ({ page, browser, noErrors }) => {
  await signIn(page, PEOPLE.administrator);
  const name = unique("Sam Field");
  const email = `${name.toLowerCase().replaceAll(" ", ".")}@aldermere.example.org`;
  await page.goto("/aldermere/people");
  await page.getByRole("link", { name: "Invite somebody" }).click();
  await page.getByLabel("Work e-mail address").fill(email);
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("checkbox", { name: /^Viewer/ }).check();
  await page.getByRole("button", { name: "Invite" }).click();
  const link = new URL(await page.getByLabel("Link", { exact: true }).inputValue()).pathname;

  const fresh = await browser.newContext();
  noErrors(fresh);
  const invited = await fresh.newPage();
  await invited.goto(link);
  const password = "lantern otter saddle";
  await invited.getByLabel("New password").fill(password);
  await invited.getByLabel("The same password again").fill(password);
  await invited.getByRole("button", { name: "Save and sign in" }).click();
  await expect(invited.getByRole("heading", { level: 1 })).toHaveText("My work");

  const late = await (await browser.newContext()).newPage();
  await late.goto(link);
  await expect(late.getByLabel("New password")).toHaveCount(0);
  await expect(late.getByRole("heading", { level: 1 })).toHaveText(/link/i);
  await late.context().close();

  await invited.getByRole("link", { name: "Account" }).click();
  await invited.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(invited.getByText("You are signed out.")).toBeVisible();
  await invited.goto("/aldermere/board");
  await expect(invited).toHaveURL(/\/sign-in\?next=/);
  await enter(invited, email, password);
  await expect(invited.getByRole("heading", { level: 1 })).toHaveText("Portfolio board");
  await fresh.close();

  await page.goto("/aldermere/people");
  await expect(page.getByRole("row").filter({ hasText: name })).toContainText("Viewer");
});

test("a wrong password is told beside the field and keeps the address (not on the phone: tries are few)", async ({ page }, info) => {
  test.skip(info.project.name === "phone");
  await page.goto("/sign-in");
  await enter(page, PEOPLE.viewer, `${PASSWORD}s`);
  const told = "The e-mail address and the password do not go together. Check both";
  await expect(page.getByRole("alert")).toContainText(told);
  await expect(page.getByLabel("Password", { exact: true })).toHaveAccessibleDescription(new RegExp(told));
  await expect(page.getByLabel("Work e-mail address")).toHaveValue(PEOPLE.viewer);
  await expect(page).toHaveTitle(/^Error: Sign in/);
});

test.describe("what somebody may not do", () => {
  test.use({ expectedStatuses: [403] });

  test("a viewer is told who may", async ({ page }) => {
    await signIn(page, PEOPLE.viewer);
    await page.goto("/aldermere/innovations/new");
    await expect(page.getByRole("main")).toContainText("Programme managers and executives can add an innovation.");
    await page.goto("/aldermere/innovations/5/updates/new");
    await expect(page.getByRole("main")).toContainText(/Programme managers, and the people named on the innovation/);
    await page.goto("/aldermere/innovations/5");
    await expect(page.getByRole("main").getByRole("link", { name: /^(Edit|Move to…|Pause|Stop|Post update)$/ })).toHaveCount(0);
  });
});

async function enter(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("Work e-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}
