import { axe, expect, shots, test } from "./foothold";

test("the server says that it is well @postgres", async ({ request }) => {
  const answer = await request.get("/health");
  expect(answer.status()).toBe(200);
  expect(await answer.text()).toContain("ok");
});

test("the page to sign in has a heading and is accessible", async ({ page }) => {
  await page.goto("/sign-in");
  await expect(page.locator("h1")).toHaveCount(1);
  await axe(page);
  await shots(page, "sign-in");
});
