// axe finds nothing wrong on any screen and in any state of one, in light and in dark, on a desk and on a phone.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test.ts";
import type { BoardPage } from "../pages/board-page.ts";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const THEMES = ["light", "dark"] as const;

/** What axe finds that is serious or worse, with where. Colours are looked at when nothing fades any more. */
async function problems(page: Page): Promise<readonly string[]> {
  await page.evaluate(async () => {
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
  });
  // "Legacy": in this page alone. There are no frames, whose findings it would else gather in a page of its own, each time.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(RULES).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary ?? ""}`));
}

async function isClean(page: Page, state: string): Promise<void> {
  await test.step(state, async () => expect.soft(await problems(page), state).toEqual([]));
}

/** Something of each kind, so that nothing is looked at empty. */
async function fill(person: BoardPage): Promise<void> {
  await person.drawBetween("rect", { x: 120, y: 200 }, { x: 240, y: 300 });
  await person.typeText({ x: 120, y: 360 }, "Plan");
  await person.saved();
}

test("axe finds a fault that is planted", async ({ join }) => {
  const ana = await join();
  await ana.page.evaluate(() => document.querySelector("main")?.append(document.createElement("button")));
  expect(await problems(ana.page)).toEqual([expect.stringMatching(/^button-name: /)]);
});

for (const theme of THEMES) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme });

    test("the board, the style panel and the context menu", async ({ join, bot }) => {
      const ana = await join();
      const { page } = ana;
      await isClean(page, "an empty board");
      await bot();
      await fill(ana);
      await isClean(page, "a board with another person on it");
      await page.mouse.click(120, 250);
      await expect(page.getByRole("complementary", { name: "Style" })).toBeVisible();
      await isClean(page, "the style panel");
      await ana.typeText({ x: 500, y: 420 }, "[ ] see www.example.org");
      await expect(page.locator(".text-links").getByRole("link")).toBeVisible();
      await isClean(page, "a list, and the links in it");
      await page.mouse.click(120, 250);
      await ana.press("g");
      await expect(page.getByRole("slider", { name: "Hue" })).toBeVisible();
      await isClean(page, "all colours");
      await ana.press("Escape");
      await ana.press("Shift+F10");
      await expect(page.getByRole("menu")).toBeVisible();
      await isClean(page, "the context menu");
    });

    test("the palette, the outline and the help sheet", async ({ join }) => {
      const ana = await join();
      const { page } = ana;
      await fill(ana);
      await ana.press("Control+/");
      await expect(page.getByRole("combobox")).toBeFocused();
      await isClean(page, "the palette");
      await page.keyboard.type("qqqq");
      await isClean(page, "the palette that finds nothing");
      await ana.press("Escape");
      await expect(page.getByRole("combobox")).toHaveCount(0);
      await ana.press("Alt+o");
      await expect(page.getByRole("searchbox")).toBeFocused();
      await isClean(page, "the outline");
      await ana.press("Escape");
      await expect(page.getByRole("searchbox")).toHaveCount(0);
      await ana.press("Shift+?");
      await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
      await isClean(page, "the help sheet");
    });

    test("what opens in the bars", async ({ join, bot }) => {
      const ana = await join();
      const { page } = ana;
      await bot();
      await fill(ana);
      await page.getByRole("button", { name: "Board menu" }).click();
      await expect(page.getByRole("menu")).toBeVisible();
      await isClean(page, "the board menu");
      await ana.press("Escape");
      await page.getByRole("button", { name: "Share" }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await isClean(page, "the share popover");
      await page.getByRole("button", { name: "Copy link" }).click();
      await expect(page.getByText("Link copied").first()).toBeVisible();
      await isClean(page, "a toast");
      await ana.press("Escape");
      await ana.people.click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await isClean(page, "the list of people");
      await ana.press("Escape");
      await page.getByRole("button", { name: /^Zoom: / }).click();
      await expect(page.getByRole("menu")).toBeVisible();
      await isClean(page, "the zoom menu");
    });

    test("the link of a shape", async ({ join }) => {
      const ana = await join();
      const { page } = ana;
      await fill(ana);
      await ana.press("Escape");
      await page.mouse.click(120, 250);
      await expect(page.getByRole("complementary", { name: "Style" })).toBeVisible();
      await ana.press("Control+k");
      const field = page.getByRole("textbox", { name: "Address" });
      await field.fill("no address");
      await isClean(page, "the field for a link");
      await field.press("Enter");
      await expect(page.getByRole("alert")).toBeVisible();
      await isClean(page, "a link that is none");
      await field.fill("example.org");
      await field.press("Enter");
      await ana.press("Control+k");
      await expect(page.getByRole("button", { name: "Remove link" })).toBeVisible();
      await isClean(page, "a shape with a link");
    });

    test("frames as slides, and a board that has none", async ({ join }) => {
      const ana = await join();
      const { page } = ana;
      await ana.press("Alt+p");
      await expect(page.getByText("There are no slides yet", { exact: true })).toBeVisible();
      await isClean(page, "no slides");
      await ana.drawBetween("frame", { x: 300, y: 200 }, { x: 700, y: 500 });
      await fill(ana);
      await ana.press("Alt+p");
      await expect(page.getByRole("region", { name: "Presentation" })).toBeFocused();
      await isClean(page, "a slide");
    });

    test("home, failures, and a board that may only be looked at", async ({ join, board, server }) => {
      const ana = await join(board.viewUrl);
      const { page } = ana;
      await isClean(page, "a board to look at");
      await page.goto(server.url);
      await expect(page.getByRole("heading", { name: "Your boards" })).toBeVisible();
      await isClean(page, "home");
      await page.goto(`${server.url}/b/nothing`);
      await expect(page.getByRole("heading", { name: "There is no board here" })).toBeVisible();
      await isClean(page, "an unknown board");
      await page.goto(board.editUrl.split("#")[0] ?? "");
      await expect(page.getByRole("heading", { name: "This link is not complete" })).toBeVisible();
      await isClean(page, "a link without its key");
    });

    test.describe("on a phone", () => {
      test.use({ viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true });

      test("the board, the sheets and the menus", async ({ join }) => {
        const ana = await join();
        const { page } = ana;
        await fill(ana);
        await isClean(page, "the board");
        await page.getByRole("button", { name: "Board menu" }).tap();
        await expect(page.getByRole("menu")).toBeVisible();
        await isClean(page, "the board menu");
        await ana.press("Escape");
        await ana.press("Alt+o");
        await expect(page.getByRole("dialog", { name: "Outline" })).toBeVisible();
        await isClean(page, "the outline");
        await ana.press("Escape");
        await ana.selectTool("draw");
        await page.getByRole("button", { name: /^Style:/ }).tap();
        await expect(page.getByRole("dialog", { name: "Style" })).toBeVisible();
        await isClean(page, "the style sheet");
      });
    });
  });
}
