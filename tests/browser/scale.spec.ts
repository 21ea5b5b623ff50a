import { PEOPLE, addInnovation, axe, day, expect, signIn, test, unique } from "./foothold";

test("a lead plans where it spreads, takes a site live, and answers on a phone whether it will last @postgres", async ({ page }) => {
  // Eight forms and twelve questions.
  test.slow();
  await signIn(page, PEOPLE.programmeManager);
  const innovation = await addInnovation(page, unique("Porch Planters"), undefined, 400);
  const tab = `${innovation}/scale-up`;

  await test.step("the plan and its sites", async () => {
    await page.goto(`${tab}/plan`);
    await page.getByLabel("What is to be true when it has spread?").fill("A planter on every porch of the town");
    await page.getByRole("radio", { name: /^Do the same everywhere/ }).check();
    for (const [number, name] of ["A planter", "A neighbour", "Water"].entries()) {
      await page.getByLabel(`Core component ${number + 1}`, { exact: true }).fill(name);
      await page.getByLabel(`Why it does not work without component ${number + 1}`, { exact: true }).fill("It dries out");
      await page.getByLabel(`Weight of component ${number + 1}`, { exact: true }).selectOption("2");
    }
    await page.getByLabel("Starts on").fill(day(-300));
    await page.getByLabel("Is to be done by").fill(day(300));
    await page.getByRole("button", { name: "Save plan" }).click();
    await expect(page.getByText("The plan to spread it is saved.")).toBeVisible();

    await page.goto(`${innovation}/sites/new-list`);
    for (const [number, name] of ["Mill Lane", "Dock Road"].entries()) {
      await page.getByLabel(`Site ${number + 1}`, { exact: true }).fill(name);
      await page.getByLabel(`People it could reach, ${number + 1}`, { exact: true }).fill("many");
      await page.getByLabel(`First planned to go live, ${number + 1}`, { exact: true }).fill(day(-200));
    }
    await page.getByLabel("What kind of place is it?").selectOption({ label: "Ward" });
    await page.getByRole("radio", { name: "Yes", exact: true }).check();
    await page.getByRole("button", { name: "Add all sites" }).click();
    await expect(page.getByRole("alert")).toContainText("People it could reach, 1");
    await expect(page.getByLabel("Site 2", { exact: true })).toHaveValue("Dock Road");
    await axe(page);
    for (const number of [1, 2]) await page.getByLabel(`People it could reach, ${number}`, { exact: true }).fill("40");
    await page.getByRole("button", { name: "Add all sites" }).click();
    await expect(page.getByText("All sites are listed.")).toBeVisible();
  });

  await test.step("one goes live, and half a year later its review is due", async () => {
    await page.goto(tab);
    await page.getByRole("link", { name: "Mill Lane" }).last().click();
    await page.getByRole("link", { name: "Move", exact: true }).click();
    await page.getByRole("radio", { name: "Live", exact: true }).check();
    await page.getByLabel("Since when?").fill(day(-190));
    await page.getByRole("button", { name: "Move", exact: true }).click();
    await expect(page.getByText("The site has moved.")).toBeVisible();
    await page.goto(tab);
    await expect(page.getByRole("main")).toContainText("0 done of 1 due");
    await axe(page);
    await page.goto(`${innovation}/reviews/new`);
    await page.getByRole("radio", { name: "After 6 months" }).check();
    await page.getByRole("checkbox", { name: /^Mill Lane/ }).check();
    await page.getByRole("group", { name: "Is it still in use?" }).getByRole("radio", { name: "Yes" }).check();
    await page.getByRole("group", { name: "Has the outcome held?" }).getByRole("radio", { name: "Yes" }).check();
    await page.getByRole("button", { name: "Save review" }).click();
    await expect(page.getByText("The review is on record.")).toBeVisible();
    await expect(page.getByRole("main")).toContainText("1 done of 1 due");
  });

  await test.step("twelve questions, and who backs it", async () => {
    await page.goto(`${innovation}/embedding/new`);
    for (const yes of await page.getByRole("radio", { name: "Yes", exact: true }).all()) await yes.check();
    await page.getByRole("button", { name: "Save answers" }).click();
    await expect(page.getByText("They count for half a year.")).toBeVisible();
    await expect(page.getByRole("main")).toContainText("indicative");
    await page.goto(`${innovation}/commitments/new`);
    await page.getByRole("radio", { name: "Money", exact: true }).check();
    await page.getByLabel("Which body or post promised it?").fill("Cabinet");
    await page.getByLabel("Until").fill(day(100));
    await page.getByRole("button", { name: "Add commitment" }).click();
    await expect(page.getByText("The commitment is on record.")).toBeVisible();
  });

  await page.goto("/aldermere/board");
  await expect(page.getByRole("article").filter({ hasText: "Porch Planters" }).first()).toContainText("1 of 2 sites");
});

test("an executive finds the pilot that nobody decides about, and what two actions rest on @postgres", async ({ page }) => {
  await signIn(page, PEOPLE.executive);
  await page.goto("/aldermere/board");
  await page.getByRole("link", { name: "Scale-up", exact: true }).click();
  const purgatory = page.getByRole("region", { name: /^Pilot purgatory/ });
  await expect(purgatory).toContainText("Warm Streets");
  await page.getByRole("link", { name: "Money and time", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Money and time");
  await page.getByRole("link", { name: "Ten actions", exact: true }).first().click();
  await page.getByText(/^Priority innovations move: \d of \d did not count$/).click();
  const stalled = page.getByRole("link", { name: /Warm Streets$/ }).first();
  await expect(stalled).toBeVisible();
  await axe(page);
  await stalled.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Warm Streets");
  await expect(page.getByRole("region", { name: "What this is evidence for" })).toContainText("Decide what comes next");
});
