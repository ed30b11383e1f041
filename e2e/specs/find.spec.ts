// What is written on a board is found, and the board is walked from shape to shape with Tab.
import AxeBuilder from "@axe-core/playwright";
import { indicesBetween, type Op } from "@inkroom/model";
import { PLAIN_FACE, PAGE_ID } from "@inkroom/shapes";
import { expect, test } from "../fixtures/test.ts";
import type { BoardPage } from "../pages/board-page.ts";

const INDICES = indicesBetween(4);
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
} as const;

function text(id: string, x: number, y: number, content: string, place: number): Op {
  const look = { autoWidth: true, scale: 1, align: "left", ...PLAIN_FACE } as const;
  return { op: "add", shape: { ...TEXT, ...look, id, x, y, text: content, index: INDICES[place] ?? "a0" } };
}

/** Two texts in view, one far away. */
const TEXTS = [
  text("near", 420, 200, "Ship it on Friday", 0),
  text("low", 420, 480, "A café in Fribourg", 1),
  text("far", 6000, 4000, "Friday's plan", 2),
];

/** Where a shape is on the screen, CSS pixels. */
function screenPlace({ page }: BoardPage, id: string): Promise<{ readonly x: number; readonly y: number }> {
  return page.evaluate((wanted) => {
    const { editor } = (globalThis as unknown as { __inkroom: { editor: EditorHandle } }).__inkroom;
    const { camera } = editor.state;
    const shape = editor.shape(wanted);
    return { x: (shape.x - camera.x) * camera.zoom, y: (shape.y - camera.y) * camera.zoom };
  }, id);
}
type EditorHandle = {
  readonly state: { readonly camera: { x: number; y: number; zoom: number } };
  shape(id: string): { readonly x: number; readonly y: number };
};

test("what is written is found, walked with Enter, framed and brought into view beside the panel", async ({ join, bot }) => {
  const ana = await join();
  const { page } = ana;
  await (await bot()).push(TEXTS);
  await ana.hasShapes(3);
  await ana.canvas.focus();
  await ana.press("Control+f");
  const panel = page.getByRole("dialog", { name: "Find on the board" });
  await expect(panel.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("fri");
  await expect(panel.locator(".find-row")).toHaveText(["Ship it on Friday", "A café in Fribourg", "Friday's plan"]);
  await expect(panel.getByRole("status")).toHaveText("1 of 3: Ship it on Friday");
  await expect.poll(() => ana.overlayInkIn({ x: 400, y: 180, w: 200, h: 60 })).toBeGreaterThan(50);
  await ana.press("Shift+Enter");
  await expect(panel.getByRole("status")).toHaveText("3 of 3: Friday's plan");
  const { x, y } = await screenPlace(ana, "far");
  const under = await panel.boundingBox();
  expect(x).toBeGreaterThan((under?.x ?? 0) + (under?.width ?? 0));
  expect(y).toBeGreaterThan(0);
  await page.keyboard.type("day");
  await expect(panel.getByRole("status")).toHaveText("2 of 2: Friday's plan");
  await expect(panel.locator("mark").first()).toHaveText("Friday");
  const { violations } = await new AxeBuilder({ page }).include(".find").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole("searchbox").fill("CAFE");
  await expect(panel.getByRole("status")).toHaveText("1 of 1: A café in Fribourg");
  await page.getByRole("searchbox").fill("tuesday");
  await expect(panel.getByRole("status")).toHaveText("That is not written anywhere on this board");
  await ana.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect(ana.canvas).toBeFocused();
});

test("lists are found as they are seen: by what their items say, with their signs", async ({ join, bot }) => {
  const ana = await join();
  await (await bot()).push([text("list", 420, 200, "Today\n[ ] call Bo\n[x] bake\n- bread", 0)]);
  await ana.hasShapes(1);
  await ana.canvas.focus();
  await ana.press("Control+f");
  const panel = ana.page.getByRole("dialog", { name: "Find on the board" });
  await panel.getByRole("searchbox").fill("ba");
  await expect(panel.locator(".find-row")).toHaveText(["Today ☐ call Bo ☑ bake • bread"]);
  await expect(panel.locator("mark")).toHaveText("ba");
  // The letters are marked where they are on the board: on the third line.
  await expect.poll(() => ana.overlayInkIn({ x: 440, y: 252, w: 40, h: 20 })).toBeGreaterThan(100);
  await panel.getByRole("searchbox").fill("today call");
  await expect(panel.locator(".find-row")).toHaveCount(0);
  await panel.getByRole("searchbox").fill("[x]");
  await expect(panel.locator(".find-row")).toHaveCount(0);
  await panel.getByRole("searchbox").fill("☑ bake");
  await expect(panel.locator(".find-row")).toHaveCount(1);
});

test("every place in a text is counted and gone to, its letters marked on the board, until the search is closed", async ({ join, bot }) => {
  const ana = await join();
  const { page } = ana;
  const lines = Array.from({ length: 60 }, (_, i) => (i === 55 ? "the last plan" : i === 2 ? "a plan, a plan" : "nothing here"));
  const high = { ...text("high", 500, 200, lines.join("\n"), 0) };
  const [shape] = [high].flatMap((op) => (op.op === "add" ? [op.shape] : []));
  if (shape?.kind !== "text") throw new Error("no text");
  const member = await bot();
  await member.push([{ op: "add", shape: { ...shape, w: 200, h: 1500 } }, text("other", 900, 200, "Plan B", 1)]);
  await ana.hasShapes(2);
  await ana.canvas.focus();
  await ana.press("Control+f");
  const panel = page.getByRole("dialog", { name: "Find on the board" });
  await expect(panel.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("plan");
  const status = panel.getByRole("status");
  await expect(status).toContainText("1 of 4");
  await expect(panel.locator(".find-row")).toHaveCount(4);
  // The third line of letters of 20 units: the first match, then the second beside it, and never both.
  const third = { y: 252, h: 20 };
  const [first, second] = [
    { ...third, x: 516, w: 40 },
    { ...third, x: 576, w: 50 },
  ];
  await expect.poll(() => ana.overlayInkIn(first)).toBeGreaterThan(150);
  expect(await ana.overlayInkIn(second)).toBe(0);
  await ana.press("Enter");
  await expect(status).toContainText("2 of 4");
  await expect.poll(() => ana.overlayInkIn(second)).toBeGreaterThan(150);
  expect(await ana.overlayInkIn(first)).toBe(0);
  // Far down in the same text: the view goes to the letters, not to the text.
  await ana.press("Enter");
  await expect(status).toContainText("3 of 4");
  const letters = async (): Promise<number> => {
    const { y } = await screenPlace(ana, "high");
    return y + 55.5 * 25;
  };
  await expect.poll(letters).toBeLessThan(700);
  expect(await letters()).toBeGreaterThan(60);
  await ana.press("Enter");
  await expect(status).toHaveText("4 of 4: Plan B");
  await ana.press("Enter");
  await expect(status).toContainText("1 of 4");
  // Somebody takes a word away: the others are counted anew.
  await member.push([{ op: "del", ids: ["other"] }]);
  await expect(status).toContainText("1 of 3");
  await ana.press("Escape");
  await ana.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect.poll(() => ana.overlayInkIn({ x: 300, y: 60, w: 700, h: 600 })).toBe(0);
});

test("Tab walks the board in reading order and says where it is, and leaves it after the last shape or after Escape", async ({
  join,
  bot,
}) => {
  const ana = await join();
  const { page } = ana;
  await (await bot()).push(TEXTS);
  await ana.hasShapes(3);
  await ana.selectTool("select");
  await ana.canvas.focus();
  const said = page.locator(".walk-said");
  // The code for it may still be on its way: Tab then does what Tab does.
  await expect(async () => {
    await ana.canvas.focus();
    await ana.press("Tab");
    await expect(said).toHaveText("Ship it on Friday, 1 of 3", { timeout: 500 });
  }).toPass();
  await ana.canvas.focus();
  await ana.press("Tab");
  await expect(said).toHaveText("A café in Fribourg, 2 of 3");
  await ana.press("Tab");
  await expect(said).toHaveText("Friday's plan, 3 of 3");
  expect((await screenPlace(ana, "far")).x).toBeLessThan(1_280);
  await expect(ana.canvas).toBeFocused();
  await ana.press("Tab");
  await expect(ana.canvas).not.toBeFocused();
  await ana.press("Shift+Tab");
  await expect(ana.canvas).toBeFocused();
  await ana.press("Shift+Tab");
  await expect(said).toHaveText("A café in Fribourg, 2 of 3");
  await ana.press("Delete");
  await ana.hasShapes(2);
  await ana.press("Tab");
  await expect(said).toHaveText("Ship it on Friday, 1 of 2");
  await ana.press("Escape");
  await ana.press("Tab");
  await expect(ana.canvas).not.toBeFocused();
});
