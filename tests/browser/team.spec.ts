import { PEOPLE, addInnovation, another, day, expect, inWords, signIn, test, unique, type Page } from "./foothold";

const LEAD = "Director of Housing";

test.use({ viewport: { width: 390, height: 844 } });

test("a lead on a phone keeps the plan and the risks, and history tells it in sentences @postgres", async ({ page }) => {
  const innovation = await ledByHousing(page, "Loft Rooms");
  await addMilestone(page, innovation, "First loft is dry");

  await page.getByRole("link", { name: "Edit: First loft is dry" }).click();
  await page.getByLabel("Date", { exact: true }).fill(day(50));
  await page.getByLabel("Why has the date moved?").fill("The roofer is ill");
  await page.getByRole("button", { name: "Save milestone" }).click();
  await expect(page.getByText("The milestone is saved.")).toBeVisible();

  await page.getByRole("main").getByRole("link", { name: "Risks", exact: true }).click();
  await page.getByRole("link", { name: "Add a risk" }).first().click();
  await page.getByLabel("Because of").fill("roofers are few");
  await page.getByLabel("There may be").fill("a winter without a roofer");
  await page.getByLabel("Which would").fill("leave lofts wet until spring");
  await page.getByLabel("Category").selectOption({ label: "Delivery" });
  await page.getByLabel("Owner").selectOption({ label: LEAD });
  for (const when of ["before anything holds it in check", "as things stand now"]) {
    await page.getByLabel(`Likelihood ${when}`).selectOption("4");
    await page.getByLabel(`Impact ${when}`).selectOption("3");
  }
  await page.getByLabel("When it could happen").selectOption({ index: 1 });
  await page.getByLabel("Response").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Add risk" }).click();
  await expect(page.getByText("The risk is recorded.")).toBeVisible();

  await page.getByRole("link", { name: "Add an action" }).first().click();
  await page.getByLabel("What is to be done").fill("Ask the next council for roofers");
  await page.getByLabel("Who does it").selectOption({ label: LEAD });
  await page.getByLabel("By", { exact: true }).fill(day(14));
  await page.getByRole("button", { name: "Add action" }).click();
  await expect(page.getByText("The action is recorded.")).toBeVisible();
  await expect(page.getByRole("row", { name: /Ask the next council for roofers/ })).toBeVisible();

  await page.goto(`${innovation}/milestones`);
  await page.getByRole("link", { name: "Complete: First loft is dry" }).click();
  await page.getByRole("button", { name: "Complete milestone" }).click();
  await expect(page.getByText("The milestone is done.")).toBeVisible();

  await page.getByRole("link", { name: "History", exact: true }).click();
  const history = page.getByRole("main");
  await expect(history).toContainText(`planned “First loft is dry” for ${inWords(day(20))}`);
  const moved = `moved the forecast of “First loft is dry” from ${inWords(day(20))} to ${inWords(day(50))}: The roofer is ill`;
  await expect(history).toContainText(moved);
  await expect(history).toContainText("added the action “Ask the next council for roofers”");
  await expect(history).toContainText(`completed “First loft is dry” on ${inWords(day(0))}`);
});

test("the second of two editors of a milestone gets both versions and loses nothing @postgres", async ({ page }) => {
  const innovation = await ledByHousing(page, "Damp Clinics");
  await addMilestone(page, innovation, "First clinic opens");
  const editor = await another(page, PEOPLE.programmeManager);
  for (const one of [page, editor]) {
    await one.goto(`${innovation}/milestones`);
    await one.getByRole("link", { name: "Edit: First clinic opens" }).click();
  }
  const known = "How we shall know it is done";
  await editor.getByLabel(known).fill("Ten people came");
  await editor.getByLabel("It is critical").check();
  await editor.getByRole("button", { name: "Save milestone" }).click();
  await expect(editor.getByText("The milestone is saved.")).toBeVisible();
  await editor.context().close();

  await page.getByLabel(known).fill("Twenty people came");
  await page.getByRole("button", { name: "Save milestone" }).click();
  const both = page.getByRole("region", { name: "Someone else changed this while you were writing" });
  await expect(both).toContainText("Programme Manager");
  await expect(both.getByRole("row").filter({ hasText: known })).toContainText(/Twenty people came.*Ten people came/s);
  await expect(page.getByLabel(known)).toHaveValue("Twenty people came");
  await expect(page.getByLabel("It is critical")).toBeChecked();
  await page.getByRole("button", { name: "Save milestone" }).click();
  await expect(page.getByText("The milestone is saved.")).toBeVisible();
  await page.getByRole("link", { name: "First clinic opens", exact: true }).click();
  await expect(page.getByRole("main")).toContainText("Twenty people came");
});

/** An innovation of which the Director of Housing is the lead, who is signed in after. */
async function ledByHousing(page: Page, name: string): Promise<string> {
  const manager = await another(page, PEOPLE.programmeManager);
  const innovation = await addInnovation(manager, unique(name), LEAD);
  await manager.context().close();
  await signIn(page, PEOPLE.lead);
  return innovation;
}

async function addMilestone(page: Page, innovation: string, title: string): Promise<void> {
  await page.goto(innovation);
  await page.getByRole("link", { name: "Plan", exact: true }).click();
  await page.getByRole("link", { name: "Add a milestone" }).click();
  await page.getByLabel("Milestone", { exact: true }).fill(title);
  await page.getByLabel("Kind").selectOption({ label: "Delivery" });
  await page.getByLabel("Owner").selectOption({ label: LEAD });
  await page.getByLabel("Date", { exact: true }).fill(day(20));
  await page.getByRole("button", { name: "Add milestone" }).click();
  await expect(page.getByText("The milestone is in the plan.")).toBeVisible();
}
