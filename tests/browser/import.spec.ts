import { existsSync } from "node:fs";
import { PEOPLE, day, expect, signIn, test, unique, type Page } from "./foothold";

// Public annual returns, where they are on the machine.
const RETURNS = "../../../shared/data";
const PARTNERSHIP = "programme@thornbeck-saltmarsh.example.org";

test("a spreadsheet is brought in, stands on the board, and is taken back as one @postgres", async ({ page }) => {
  await signIn(page, PEOPLE.programmeManager);
  const title = unique("Borrowed Bikes");
  const rows = [
    "Reference,Project,RAG,Start,End,Budget,Progress",
    `${unique("B-1")},${title},Amber/Red,01/04/2026,31/03/2027,"£120,000",Forty bikes are lent`,
    `${unique("B-2")},${unique("Lent Tools")},Purple,01/04/2026,31/03/2027,"£9,000",A shed is found`,
  ];
  await choose(page, "/aldermere", { name: "bikes.csv", mimeType: "text/csv", buffer: Buffer.from(rows.join("\n")) });
  await expect(page.getByLabel("RAG", { exact: true })).toHaveValue("rating");
  await describe(page, day(-3), /^Pounds/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("1 row can be imported, 1 cannot");
  await expect(page.getByRole("main")).toContainText("This is not a rating");
  await page.getByRole("button", { name: "Import 1 row" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("1 row was imported");
  const result = page.url();

  await page.getByRole("link", { name: "Go to the board" }).click();
  const card = page.getByRole("article").filter({ hasText: title });
  await expect(card).toContainText("At risk");
  await expect(card).toContainText("End");

  await page.goto(result);
  await page.getByRole("link", { name: "Undo this import" }).click();
  await page.getByRole("main").getByRole("button", { name: /Undo/ }).click();
  await page.goto("/aldermere/board");
  await expect(page.getByRole("main")).not.toContainText(title);
});

test("two years of real returns come in, and the second year updates what both have @postgres", async ({ page }) => {
  test.skip(test.info().project.name !== "scripts-on", "once: the pages are the same without scripts and on a phone");
  test.skip(!existsSync(RETURNS), "the returns are not on this machine");
  test.slow();
  await signIn(page, PARTNERSHIP);
  const home = "/thornbeck-saltmarsh";
  const brought: string[] = [];
  for (const { year, counts } of [
    { year: "2021", counts: ["184", "0", "0"] },
    { year: "2022", counts: ["76", "155", "0"] },
  ]) {
    await choose(page, home, `${RETURNS}/gmpp_raw_${year}.csv`);
    await page.getByLabel("Which council pays").selectOption({ label: "Saltmarsh Borough Council" });
    await describe(page, `${year}-03-31`, /^Millions/);
    await page.getByRole("button", { name: /^Import \d+ rows$/ }).click();
    await expect(page.locator("#tally dd").filter({ hasText: /^\d+$/ })).toHaveText(counts);
    brought.push(page.url());
  }
  await page.goto(`${home}/board?words=Smart+Metering+Implementation`);
  await page.getByRole("article").getByRole("link", { name: /Smart Metering/ }).click();
  await page.getByRole("link", { name: /^All updates/ }).click();
  await expect(page.getByRole("main")).toContainText("31 March 2021");
  await expect(page.getByRole("main")).toContainText("31 March 2022");
  for (const result of brought.reverse()) {
    await page.goto(result);
    await page.getByRole("link", { name: "Undo this import" }).click();
    await page.getByRole("main").getByRole("button", { name: /Undo/ }).click();
  }
});

type File = Parameters<ReturnType<Page["getByLabel"]>["setInputFiles"]>[0];

async function choose(page: Page, home: string, file: File) {
  await page.goto(`${home}/import`);
  await page.getByLabel("File", { exact: true }).setInputFiles(file);
  await page.getByRole("button", { name: "Go on to the columns" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What the columns are");
}

/** The report date, the first stage, and what amounts are in. */
async function describe(page: Page, on: string, unit: RegExp) {
  await page.getByLabel("Report date").fill(on);
  await page.getByLabel("Stage of new innovations").selectOption({ index: 1 });
  await page.getByRole("radio", { name: unit }).check();
  await page.getByRole("button", { name: "Show what would happen" }).click();
}
