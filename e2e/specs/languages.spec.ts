// The page in the person's language: from the browser's languages, or chosen.
import { expect, test } from "../fixtures/test.ts";

test.describe("in a German browser", () => {
  test.use({ locale: "de-AT" });

  test("the page is German from its first word, and says so of itself", async ({ join }) => {
    const ana = await join();
    await expect(ana.page.locator("html")).toHaveAttribute("lang", "de");
    await expect(ana.page.locator("html")).toHaveAttribute("dir", "ltr");
    await expect(ana.page.getByRole("button", { name: "Teilen" })).toBeVisible();
    await expect(ana.page).toHaveTitle("Unbenanntes Board · Inkroom");
  });
});

test("a language that is chosen is spoken at once, without a word on the board being lost, and after a reload", async ({ join }) => {
  const ana = await join();
  await expect(ana.page.locator("html")).toHaveAttribute("lang", "en");
  await ana.drawBetween("rect", { x: 200, y: 200 }, { x: 300, y: 300 });
  const page = await ana.page.locator(".canvas").elementHandle();
  await ana.page.getByRole("button", { name: "Board menu" }).click();
  await ana.page.getByRole("menuitem", { name: "Language" }).press("Enter");
  await ana.page.getByRole("menuitemradio", { name: "Français" }).click();
  await expect(ana.page.getByRole("button", { name: "Partager" })).toBeVisible();
  await expect(ana.page.locator("html")).toHaveAttribute("lang", "fr");
  await expect(ana.page).toHaveTitle("Tableau sans nom · Inkroom");
  expect(await page?.evaluate((element) => element.isConnected)).toBe(true);
  await ana.hasShapes(1);
  await ana.undo();
  await ana.hasShapes(0);
  await ana.reload();
  await expect(ana.page.locator('[data-tool="erase"]')).toHaveAccessibleName("Gomme");
});

test("a language whose table cannot be had leaves the page in the one it speaks", async ({ join }) => {
  const ana = await join();
  ana.watch.expectErrors(/Failed to load resource|net::ERR/);
  await ana.page.route(/\/assets\/es-/, (route) => route.abort());
  await ana.press("Control+/");
  await expect(ana.page.getByRole("combobox")).toBeFocused();
  await ana.page.keyboard.type("español");
  await ana.press("Enter");
  await expect(ana.page.getByRole("button", { name: "Share" })).toBeVisible();
  await expect(ana.page.locator("html")).toHaveAttribute("lang", "en");
});
