// The board as a list: read, searched and walked without seeing it.
import { indicesBetween, type Op } from "@inkroom/model";
import { PLAIN_FACE, PAGE_ID } from "@inkroom/shapes";
import { expect, test } from "../fixtures/test.ts";

const INDICES = indicesBetween(1_000);
const TEXT = {
  kind: "text",
  parent: PAGE_ID,
  w: 90,
  h: 25,
  rotation: 0,
  opacity: 1,
  locked: false,
  link: "",
  color: "ink",
  size: "m",
  autoWidth: true,
  scale: 1,
} as const;

/** Texts "Number 0", "Number 1", ... in lines of twenty. */
function textsFrom(from: number, to: number): readonly Op[] {
  return Array.from({ length: to - from }, (_, i): Op => {
    const n = from + i;
    const place = { x: (n % 20) * 120, y: Math.floor(n / 20) * 40, index: INDICES[n] ?? "a0" };
    return { op: "add", shape: { ...TEXT, ...place, id: `text-${n}`, text: `Number ${n}`, align: "left", ...PLAIN_FACE } };
  });
}

test("the outline lists the board in reading order, follows edits, and brings one to what is chosen", async ({ join }) => {
  const ana = await join();
  const { page } = ana;
  await ana.drawBetween("ellipse", { x: 700, y: 400 }, { x: 800, y: 500 });
  await ana.typeText({ x: 420, y: 200 }, "Ship it on Friday");
  await ana.drawBetween("rect", { x: 320, y: 420 }, { x: 400, y: 500 });
  await ana.press("Alt+o");
  const rows = page.locator(".outline-row");
  await expect(rows).toHaveText(["Ship it on Friday", "Rectangle, Ink", "Ellipse, Ink"]);
  await page.getByRole("button", { name: "Ellipse, Ink" }).click();
  await expect(page.getByRole("button", { name: "Ellipse, Ink" })).toHaveAttribute("aria-current", "true");
  await expect(page.getByRole("button", { name: "Zoom: 400 %" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Outline" })).toHaveCount(0);
  await expect(ana.canvas).toBeFocused();
  await ana.press("Alt+o");
  await expect(rows).toHaveCount(3);
  await ana.canvas.focus();
  await ana.press("Delete");
  await expect(rows).toHaveText(["Ship it on Friday", "Rectangle, Ink"]);
});

test("it is searched and walked by keys, and says what is found", async ({ join }) => {
  const ana = await join();
  const { page } = ana;
  await ana.typeText({ x: 300, y: 200 }, "Alpha plan");
  await ana.typeText({ x: 300, y: 300 }, "Beta plan");
  await ana.typeText({ x: 300, y: 400 }, "Gamma");
  await ana.press("Alt+o");
  await expect(page.getByRole("searchbox", { name: "Search on this board" })).toBeVisible();
  await page.getByRole("searchbox").fill("PLAN");
  const outline = page.getByRole("dialog", { name: "Outline" });
  await expect(outline.getByRole("status")).toHaveText("2 entries");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("button", { name: "Beta plan" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Beta plan" })).toHaveAttribute("aria-current", "true");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("zzz");
  await expect(outline.getByRole("status")).toHaveText("Nothing on this board reads like that");
});

test("of a large board it shows the first three hundred and finds the others by searching", async ({ join, bot }) => {
  const ana = await join();
  const member = await bot();
  for (let from = 0; from < 1_000; from += 200) await member.push(textsFrom(from, from + 200));
  await ana.hasShapes(1_000);
  await ana.press("Alt+o");
  await expect(ana.page.locator(".outline-row")).toHaveCount(300);
  await expect(ana.page.getByText("700 more. Search to find them")).toBeVisible();
  await ana.page.getByRole("searchbox").fill("number 987");
  await expect(ana.page.locator(".outline-row")).toHaveText(["Number 987"]);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 780 }, hasTouch: true });

  test("it is a sheet that makes way for what was chosen", async ({ join }) => {
    const ana = await join();
    await ana.drawBetween("rect", { x: 100, y: 200 }, { x: 200, y: 300 });
    await ana.press("Alt+o");
    await ana.page.getByRole("button", { name: "Rectangle, Ink" }).tap();
    await expect(ana.page.getByRole("dialog", { name: "Outline" })).toHaveCount(0);
    await expect(ana.page.getByRole("button", { name: "Zoom: 100 %" })).toHaveCount(0);
  });
});

test("a panel that is opened right after a layer was closed keeps the keyboard, and so does a field that was clicked", async ({ join }) => {
  const ann = await join();
  const { page } = ann;
  for (let round = 0; round < 4; round += 1) {
    await ann.press("Control+/");
    await expect(page.getByRole("combobox")).toBeFocused();
    await ann.press("Escape");
    await ann.press("Alt+o");
    await expect(page.getByRole("searchbox")).toBeFocused();
    await ann.press("Escape");
    await expect(page.getByRole("searchbox")).toHaveCount(0);
  }
  await ann.press("Shift+F10");
  await expect(page.getByRole("menu")).toBeVisible();
  await ann.press("Escape");
  await page.getByRole("textbox", { name: "Board name" }).click();
  await page.keyboard.type("Plans");
  await expect(page.getByRole("textbox", { name: "Board name" })).toHaveValue("Plans");
});
