import { defineConfig } from "@playwright/test";

// A browser of the system, kept from asking the network for anything of its own.
const launchOptions = {
  executablePath: process.env.FOOTHOLD_CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

const wide = { width: 1440, height: 900 };

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  outputDir: "test-results",
  reporter: "list",
  workers: 2,
  // Two cores stumble now and then: what passes only the second time is printed as flaky.
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  timeout: 30_000,
  expect: { timeout: 5_000 },
  use: {
    baseURL: process.env.FOOTHOLD_URL ?? "http://127.0.0.1:8080",
    locale: "en-GB",
    timezoneId: "Europe/London",
    actionTimeout: 10_000,
    // Pages that glide into each other cannot be pressed meanwhile.
    contextOptions: { reducedMotion: "reduce" },
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions,
  },
  projects: [
    { name: "scripts-on", use: { viewport: wide } },
    { name: "scripts-off", use: { viewport: wide, javaScriptEnabled: false } },
    { name: "phone", use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } },
  ],
});
