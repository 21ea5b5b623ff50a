import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PASSWORD, PEOPLE, expect, test } from "./foothold";
import { LOG, fill, kept, save, sent } from "./log";

const BINARY = process.env.FOOTHOLD_BIN;
const TITLE = "Front Door Plus";

test.describe("a server of its own", () => {
  // Connections fail on purpose.
  test.use({ expectedStatuses: [0] });
  test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, "what waits on a device needs scripts");

  test("a server that is killed while an entry is on its way has it once when it is back", async ({ page }, info) => {
    // It starts four times.
    test.slow();
    test.skip(!BINARY || info.project.name !== "phone", "one server of its own is enough");
    const folder = await mkdtemp(join(tmpdir(), "foothold-killed-"));
    const listen = `127.0.0.1:${await freePort()}`;
    const base = `http://${listen}`;
    let server = await started(folder, listen);
    try {
      await page.goto(`${base}/sign-in`);
      await page.getByLabel("Work e-mail address").fill(PEOPLE.programmeManager);
      await page.getByLabel("Password").fill(PASSWORD);
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();

      const said = ["Once", "Twice", "Three times"];
      for (const [round, words] of said.entries()) {
        await page.goto(`${base}${LOG}?innovation=4`);
        await kept(page);
        await page.getByText("Find or name other groups").click();
        await fill(page, words);
        // Now and then the server has it by this moment, and now and then it has not.
        const posted = page.waitForRequest((request) => request.method() === "POST");
        await save(page);
        await posted;
        await new Promise((done) => setTimeout(done, round * 4));
        await killed(server);
        server = await started(folder, listen);
        await page.goto(`${base}${LOG}`);
        await sent(page);
      }
      await page.goto(`${base}/aldermere/innovations/4/feedback`);
      await expect(page.getByRole("heading", { level: 1 })).toContainText(TITLE);
      for (const words of said) await expect(page.getByText(words, { exact: true })).toHaveCount(1);
    } finally {
      await killed(server);
      await rm(folder, { recursive: true, force: true });
    }
  });
});

/** On the demo's data, which are written at the first start only. */
async function started(folder: string, listen: string): Promise<ChildProcess> {
  const serve = ["serve", "--demo", "--data", folder, "--listen", listen];
  const server = spawn(BINARY ?? "", serve, { env: { FOOTHOLD_DEMO_PASSWORD: PASSWORD }, stdio: "ignore" });
  await expect.poll(() => fetch(`http://${listen}/health`).then((one) => one.status, () => 0), { timeout: 20_000 }).toBe(200);
  return server;
}

async function killed(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((done) => server.once("exit", done));
  server.kill("SIGKILL");
  await gone;
}

async function freePort(): Promise<number> {
  return new Promise((done) => {
    const taken = createServer().listen(0, "127.0.0.1", () => {
      const address = taken.address();
      taken.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}
