import { readFile } from "node:fs/promises";
import type { Op } from "@inkroom/model";
import { fixture } from "@inkroom/shapes/testing";
import { expect, test } from "../fixtures/test.ts";
import { chooseExport, comparePictures, exportFile } from "../pages/pictures.ts";

/** Share of the inked pixels. */
const MOST_DIFFERENT = 0.005;
/** One of each kind, some turned, faded or coloured, none over another. */
const SHAPES = [
  fixture("rect", { x: 60, y: 60, rotation: 0.4, color: "blue", text: "in", textW: 14, textH: 25 }),
  fixture("ellipse", { x: 260, y: 60, fill: "solid", color: "green", opacity: 0.5 }),
  fixture("geo", { x: 560, y: 60, color: "violet", form: "cloud" }),
  fixture("draw", { x: 420, y: 60, color: "red", size: "l" }),
  fixture("line", { x: 120, y: 220, size: "l" }),
  fixture("arrow", { x: 200, y: 220, end: null }),
  fixture("geo", { x: 60, y: 340, color: "orange", fill: "cross-hatch", roughness: "much", corners: "sharp", form: "star" }),
  fixture("ellipse", { x: 240, y: 340, fill: "dots", roughness: "little", dash: "dashed" }),
  fixture("text", { x: 400, y: 220, w: 220, text: "Grüße <b>&\nλόγος", size: "l" }),
  fixture("card", { x: 700, y: 30, text: "How to draw" }),
  fixture("note", { x: 700, y: 200, color: "teal", rotation: 0.1, text: "on paper", textW: 80 }),
];
const ADD: readonly Op[] = SHAPES.map((shape, at) => ({ op: "add", shape: { ...shape, id: `s${at}`, index: `a${at}` } }));

test("the SVG of a board looks like its PNG, and both like all kinds of shapes, also where the board's font is missing", async ({
  join,
  bot,
}) => {
  const member = await bot();
  member.send({ t: "push", n: 1, ops: ADD });
  const ann = await join();
  await ann.hasShapes(SHAPES.length);
  const png = await exportFile(ann, "Export as PNG");
  const svg = await exportFile(ann, "Export as SVG");
  expect([png.name, svg.name]).toEqual(["board.png", "board.svg"]);
  const { width, height, different, inked } = await comparePictures(ann.page, svg.bytes, png.bytes, MOST_DIFFERENT);
  expect(width).toBeGreaterThan(2 * 400);
  expect(height).toBeGreaterThan(2 * 200);
  expect(inked).toBeGreaterThan(10_000);
  // Edges that two renderers smooth differently, no more.
  expect(different / inked).toBeLessThan(MOST_DIFFERENT);
});

test("of a selection, only that is in the picture", async ({ join, bot }) => {
  const member = await bot();
  member.send({ t: "push", n: 1, ops: ADD });
  const ann = await join();
  await ann.hasShapes(SHAPES.length);
  await ann.press("v");
  await ann.press("Control+a");
  const all = await exportFile(ann, "Export as SVG");
  expect(String(all.bytes).match(/<g /g)).toHaveLength(SHAPES.length);
  await ann.press("Escape");
  await ann.page.evaluate(() => {
    const { editor } = (globalThis as unknown as { __inkroom: { editor: { select(ids: readonly string[]): void } } }).__inkroom;
    editor.select(["s0"]);
  });
  const one = await exportFile(ann, "Export as SVG");
  expect(String(one.bytes).match(/<g /g)).toHaveLength(1);
});

test("a picture is copied with its key, an SVG as text", async ({ join, bot }) => {
  const member = await bot();
  member.send({ t: "push", n: 1, ops: ADD });
  const ann = await join();
  await ann.hasShapes(SHAPES.length);
  const kindOfClipboard = () => ann.page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types));
  await ann.press("Alt+Shift+C");
  await expect(ann.page.locator(".toast-title")).toHaveText("Copied as PNG");
  expect(await kindOfClipboard()).toEqual(["image/png"]);
  await chooseExport(ann.page, "Copy as SVG");
  await expect(ann.page.locator(".toast-title")).toHaveText("Copied as SVG");
  expect(await ann.page.evaluate(() => navigator.clipboard.readText())).toContain("<svg xmlns=");
});

test("an empty board says that there is nothing to make a picture of", async ({ join }) => {
  const ann = await join();
  await chooseExport(ann.page, "Export as PNG");
  await expect(ann.page.locator(".toast-title")).toHaveText("There is nothing on the board yet");
});

test("the export dialog makes what it shows: the format, the size, the colours, without the paper, the whole board", async ({
  join,
  bot,
}) => {
  const member = await bot();
  member.send({ t: "push", n: 1, ops: ADD });
  const ann = await join();
  await ann.hasShapes(SHAPES.length);
  await ann.page.evaluate(() => {
    const { editor } = (globalThis as unknown as { __inkroom: { editor: { select(ids: readonly string[]): void } } }).__inkroom;
    editor.select(["s0"]);
  });
  await ann.press("Control+Shift+E");
  const dialog = ann.page.getByRole("dialog", { name: "Export a picture" });
  const choose = (row: string, name: string) => dialog.getByRole("radiogroup", { name: row }).getByRole("radio", { name }).click();
  const size = dialog.locator("figcaption");
  const numbers = async (): Promise<readonly number[]> => ((await size.textContent()) ?? "").match(/\d+/g)?.map(Number) ?? [];
  await expect(size).toHaveText(/\d+ × \d+ pixels/);
  const [small = 0] = await numbers();
  await choose("What", "Whole board");
  await expect.poll(async () => ((await numbers())[0] ?? 0) > 2 * small).toBe(true);
  await choose("Size", "3×");
  await choose("Background", "None");
  await choose("Colours", "Dark");
  const [width, height] = await numbers();
  const download = ann.page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save" }).click();
  const bytes = await readFile(await (await download).path());
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([width, height]);
  await expect(dialog).toHaveCount(0);
  await ann.press("Control+Shift+E");
  await choose("Format", "SVG");
  await expect(dialog.getByRole("radiogroup", { name: "Size" })).toHaveCount(0);
  await choose("Background", "None");
  const vector = ann.page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save" }).click();
  const svg = await readFile(await (await vector).path(), "utf8");
  expect(svg.match(/<g /g)).toHaveLength(1);
  expect(svg).not.toContain("<rect ");
});
