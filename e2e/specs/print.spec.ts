// The board on paper: what the browser's print dialog is given, and that nothing of it stays on the screen.
import { fixture } from "@inkroom/shapes/testing";
import { expect, test } from "../fixtures/test.ts";
import type { BoardPage } from "../pages/board-page.ts";
import { coloursAt } from "../pages/seen-colours.ts";

/** The dialog stays open: headless browsers have none. */
const keepOpen = ({ page }: BoardPage): Promise<unknown> =>
  page.addInitScript(() => {
    window.print = () => void (document.documentElement.dataset["printing"] = "");
  });
/** Pages of a PDF, as its own tree counts them. */
const pagesOf = (pdf: Buffer): number => pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;

test("Ctrl+P prints all of the board on one white page, in the dark too, and leaves the screen as it was", async ({
  person,
  board,
  bot,
}) => {
  const ana = await person();
  const { page } = ana;
  await keepOpen(ana);
  await page.emulateMedia({ colorScheme: "dark" });
  await ana.open(board.editUrl);
  const far = { y: 100, w: 200, h: 200, fill: "solid", dash: "solid", roughness: "none", text: "" } as const;
  await (
    await bot()
  ).push([
    { op: "add", shape: fixture("rect", { id: "a", x: 0, color: "red", ...far }) },
    { op: "add", shape: fixture("rect", { id: "b", x: 3_000, color: "blue", ...far }) },
  ]);
  await ana.hasShapes(2);
  // What is selected is not all that is printed.
  await ana.press("Control+KeyA");
  await ana.press("Control+KeyP");
  await expect(page.locator("html")).toHaveAttribute("data-printing", "");
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const sheet = page.locator(".print-sheet");
  await expect(sheet).toHaveAttribute("data-lies", "landscape");
  await expect(sheet.locator("img")).toBeVisible();
  await expect(page.locator("#root")).toBeHidden();
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const at = (share: number) => ({ x: width * share, y: height / 2 });
  const [left, middle, right] = await coloursAt(page, [at(0.04), at(0.5), at(0.96)]);
  expect(middle).toBe("255,255,255");
  const channel = (colour: string | undefined, at: number) => Number(colour?.split(",")[at]);
  expect([channel(left, 0) > channel(left, 2), channel(right, 2) > channel(right, 0)]).toEqual([true, true]);
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await expect(sheet).toHaveCount(0);
  await page.emulateMedia({ media: "screen", colorScheme: "dark" });
  await expect(page.locator(".dock")).toBeVisible();
});

test("an empty board says that there is nothing to print", async ({ join }) => {
  const ana = await join();
  await ana.press("Control+KeyP");
  await expect(ana.page.locator(".toast")).toContainText("There is nothing on the board yet");
  await expect(ana.page.locator(".print-sheet")).toHaveCount(0);
});
