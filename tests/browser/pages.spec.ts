import { PEOPLE, axe, day, expect, shots, signIn, test, type Page } from "./foothold";

test.describe.configure({ mode: "parallel" });
test.use({ expectedStatuses: [403, 404] });

type Visit = [name: string, who: keyof typeof PEOPLE | "nobody", to: string | ((page: Page) => Promise<void>)];

const THREE = "/aldermere/innovations/3";
const FIVE = "/aldermere/innovations/5";
const FOUR = "/aldermere/innovations/4";
const LETTERS = "/thornbeck-saltmarsh/innovations/4";

const PAGES: Visit[] = [
  ["my work", "lead", "/aldermere"],
  ["the board", "programmeManager", "/aldermere/board"],
  ["the board as it was", "executive", `/aldermere/board?as-at=${day(-31)}`],
  ["an innovation", "programmeManager", FIVE],
  ["its updates", "programmeManager", `${FIVE}/updates`],
  ["posting an update", "programmeManager", `${FIVE}/updates/new`],
  ["choosing what to report on", "programmeManager", "/aldermere/updates/new"],
  ["its milestones", "programmeManager", `${FIVE}/milestones`],
  ["one milestone", "programmeManager", (page) => first(page, `${FIVE}/milestones`, "tbody th a")],
  ["many dates at once", "programmeManager", `${FIVE}/milestones/dates`],
  ["its outcomes", "programmeManager", `${FIVE}/measures`],
  ["its risks", "programmeManager", `${FIVE}/risks`],
  ["one risk", "programmeManager", (page) => first(page, `${FIVE}/risks`, "tbody th a")],
  ["adding a risk", "programmeManager", `${FIVE}/risks/new`],
  ["its money", "programmeManager", `${FIVE}/money`],
  ["spend of a month", "programmeManager", `${FIVE}/money/spend`],
  ["the time that people gave", "programmeManager", `${FIVE}/time`],
  ["its scale-up", "lead", `${FOUR}/scale-up`],
  ["the scale-up of one with nothing begun", "programmeManager", `${FIVE}/scale-up`],
  ["planning the spread", "lead", `${FOUR}/scale-up/plan`],
  ["one site", "lead", (page) => first(page, `${FOUR}/scale-up`, "a[href*='/sites/']:not([href$=new]):not([href$=new-list]):not([href$=moves])")],
  ["adding a site", "lead", `${FOUR}/sites/new`],
  ["adding a list of sites", "lead", `${FOUR}/sites/new-list`],
  ["moving many sites", "lead", `${FOUR}/sites/moves`],
  ["counting who is reached", "lead", `${FOUR}/reach/new`],
  ["answering the twelve questions", "lead", `${FOUR}/embedding/new`],
  ["reviewing whether it lasted", "lead", `${FOUR}/reviews/new`],
  ["adding a commitment", "lead", `${FOUR}/commitments/new`],
  ["noting a setback", "lead", `${FOUR}/setbacks/new`],
  ["a handover sheet", "lead", `${FOUR}/hand-over`],
  ["the scale-up of all", "executive", "/aldermere/scale-up"],
  ["money and time of all", "executive", "/aldermere/resources"],
  ["how much time there is", "administrator", "/aldermere/resources/capacity"],
  ["the ten actions", "executive", "/aldermere/actions"],
  ["the ten actions of a partnership", "agileLead", "/thornbeck-saltmarsh/actions"],
  ["the thresholds", "executive", "/aldermere/thresholds"],
  ["settling the thresholds", "administrator", "/aldermere/thresholds/edit"],
  ["its partners", "programmeManager", "/aldermere/innovations/4/partners"],
  ["naming a partner", "programmeManager", `${FIVE}/partners/new`],
  ["what a partner says", "programmeManager", (page) => first(page, "/aldermere/innovations/4/partners", "tbody td a[href$=view]")],
  ["all partners", "executive", "/aldermere/partners"],
  ["the plan to spread it", "programmeManager", "/aldermere/innovations/4/scale-up/plan"],
  ["many sites at once", "programmeManager", "/aldermere/innovations/4/sites/moves"],
  ["counting who was reached", "programmeManager", "/aldermere/innovations/4/reach/new"],
  ["twelve questions", "programmeManager", "/aldermere/innovations/4/embedding/new"],
  ["recording a review", "programmeManager", "/aldermere/innovations/4/reviews/new"],
  ["who backs it", "programmeManager", `${FIVE}/commitments/new`],
  ["scale-up of all", "executive", "/aldermere/scale-up"],
  ["why, and who was told", "programmeManager", "/aldermere/innovations/4/why"],
  ["editing the why", "programmeManager", `${FIVE}/why/edit`],
  ["recording a message", "programmeManager", `${FIVE}/messages/new`],
  ["all messages", "executive", "/aldermere/messages"],
  ["its history", "programmeManager", `${FIVE}/history`],
  ["its engagement", "programmeManager", `${FIVE}/engagement`],
  ["naming a stakeholder", "programmeManager", `${FIVE}/stakes/new`],
  ["its decisions", "programmeManager", `${FIVE}/decisions`],
  ["where to move", "programmeManager", `${FIVE}/move`],
  ["moving through a gate", "programmeManager", `${FIVE}/move?to=stage-3`],
  ["stopping", "programmeManager", `${FIVE}/stop`],
  ["a board of work", "agileLead", `${LETTERS}/work`],
  ["one piece of work", "agileLead", (page) => first(page, `${LETTERS}/work`, "article h3 a")],
  ["adding work", "agileLead", `${LETTERS}/work/new`],
  ["moving work to waiting", "agileLead", `${LETTERS}/work/1/move?to=waiting`],
  ["how work flows", "agileLead", `${LETTERS}/flow?by=${day(120)}`],
  ["its experiments", "agileLead", `${LETTERS}/experiments`],
  ["one experiment", "agileLead", `${LETTERS}/experiments/2`],
  ["planning an experiment", "agileLead", `${LETTERS}/experiments/new`],
  ["recording a result", "agileLead", `${LETTERS}/experiments/2/result`],
  ["adding an innovation", "programmeManager", "/aldermere/innovations/new"],
  ["a form with errors", "programmeManager", mistaken],
  ["the priorities", "programmeManager", "/aldermere/priorities"],
  ["the roadmap", "executive", "/aldermere/roadmap"],
  ["the roadmap of a partnership", "agileLead", "/thornbeck-saltmarsh/roadmap?span=5-years"],
  ["expected updates", "programmeManager", "/aldermere/updates"],
  ["the meetings", "executive", "/aldermere/meetings"],
  ["one meeting", "executive", (page) => first(page, "/aldermere/meetings", "tbody th a")],
  ["adding a meeting", "programmeManager", "/aldermere/meetings/new"],
  ["who has been heard", "executive", "/aldermere/coverage"],
  ["the stakeholders", "programmeManager", "/aldermere/stakeholders"],
  ["one stakeholder", "programmeManager", (page) => first(page, "/aldermere/stakeholders", "tbody th a")],
  ["adding a stakeholder", "programmeManager", "/aldermere/stakeholders/new"],
  ["the decisions to take", "executive", "/aldermere/decisions"],
  ["one decision", "executive", (page) => first(page, "/aldermere/decisions", "tbody th a")],
  ["adding a decision", "executive", "/aldermere/decisions/new"],
  ["what people said", "programmeManager", "/aldermere/feedback?state=all"],
  ["answering many", "programmeManager", "/aldermere/feedback/answer"],
  ["telling many back", "programmeManager", "/aldermere/feedback/tell-back"],
  ["what people said of one innovation", "programmeManager", `${THREE}/feedback`],
  ["answering one", "programmeManager", (page) => first(page, `${THREE}/feedback`, "a[aria-label^='Edit the answer'], a[aria-label^='Answer']")],
  ["adding what people said", "programmeManager", `${THREE}/feedback/new`],
  ["you said, we did", "programmeManager", "/aldermere/you-said-we-did"],
  ["you said, we did of one innovation", "programmeManager", `${THREE}/you-said-we-did`],
  ["publishing it", "programmeManager", `${THREE}/you-said-we-did/publish`],
  ["you said, we did for everyone", "nobody", "/public/aldermere/you-said-we-did"],
  ["all risks", "executive", "/aldermere/risks"],
  ["all risks as they were", "executive", `/aldermere/risks?as-at=${day(-91)}`],
  ["the risk appetite", "programmeManager", "/aldermere/appetite"],
  ["the log of engagement", "lead", "/aldermere/engagement/new?innovation=5"],
  ["the people", "administrator", "/aldermere/people"],
  ["inviting somebody", "administrator", "/aldermere/people/invite"],
  ["the settings", "administrator", "/aldermere/settings"],
  ["when an organisation ends", "administrator", "/aldermere/settings/ending"],
  ["bringing in a spreadsheet", "programmeManager", "/aldermere/import"],
  ["moving one site", "programmeManager", (page) => ofSite(page, "move")],
  ["checking the core at a site", "programmeManager", (page) => ofSite(page, "fidelity")],
  ["an account", "viewer", "/account"],
  ["signing in", "nobody", "/sign-in"],
  ["the accessibility statement", "nobody", "/aldermere/accessibility"],
  ["the privacy notice", "nobody", "/aldermere/privacy"],
  ["a page that is not there", "programmeManager", "/aldermere/nothing"],
  ["a page for others", "viewer", "/aldermere/innovations/new"],
];

test.describe("wide and narrow, light and dark, without a violation or sideways scroll (once: the HTML is the same without scripts)", () => {
  test.beforeEach(({}, info) => test.skip(info.project.name !== "scripts-on"));

  for (const [name, who, to] of PAGES) {
    test(name, async ({ page }) => {
      if (who !== "nobody") await signIn(page, PEOPLE[who]);
      if (typeof to === "string") await page.goto(to);
      else await to(page);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      // Colours do not depend on the width, so each scheme is looked at once.
      for (const [width, colorScheme] of [[1440, "light"], [390, "dark"]] as const) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        expect(await sideways(page), `what reaches past ${width} pixels on ${page.url()}`).toEqual([]);
        await axe(page);
      }
      await page.emulateMedia({ colorScheme: null });
      await shots(page, name.replaceAll(" ", "-"));
    });
  }
});

/** Elements that make the page scroll sideways; none if it does not. */
async function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.body.querySelectorAll("*")].filter((one) => one.getBoundingClientRect().right > width + 1);
    return [`${document.documentElement.scrollWidth} wide`, ...wide.map((one) => one.outerHTML.slice(0, 160))].slice(0, 8);
  });
}

async function ofSite(page: Page, form: string): Promise<void> {
  await first(page, `${FOUR}/scale-up`, "section[aria-labelledby=sites] tbody th a");
  await page.goto(`${page.url()}/${form}`);
}

async function first(page: Page, list: string, link: string): Promise<void> {
  await page.goto(list);
  await page.locator(link).first().click();
  await page.waitForURL((url) => url.pathname !== list);
}

/** Everything left blank. */
async function mistaken(page: Page): Promise<void> {
  await page.goto(`${FIVE}/risks/new`);
  await page.getByRole("button", { name: "Add risk" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
}
