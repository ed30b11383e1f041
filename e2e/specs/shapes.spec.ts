import { expect, test } from "../fixtures/test.ts";
import { type BoardPage, expectSameBoard } from "../pages/board-page.ts";

type Record_ = { readonly shape: Readonly<Record<string, unknown>> };

/** The one shape of a tab as a plain object. */
async function onlyShape(board: BoardPage): Promise<Readonly<Record<string, unknown>>> {
  const [entry, ...others] = Object.values(await board.records());
  expect(others).toEqual([]);
  return (entry as Record_).shape; // reason: live entries have a shape
}

test("a diamond by its key and another form from the tray, seen by the other, turned into a third in the panel, and back by undo", async ({
  join,
}) => {
  const ann = await join();
  const bea = await join();
  await ann.press("d");
  const tray = ann.page.locator(".form-tray");
  await expect(tray.getByRole("radio", { name: "Diamond" })).toHaveAttribute("aria-checked", "true");
  await tray.getByRole("radio", { name: "Hexagon" }).click();
  await ann.drag([
    { x: 300, y: 200 },
    { x: 400, y: 260 },
    { x: 520, y: 340 },
  ]);
  await expect(tray).toHaveCount(0);
  await bea.hasShapes(1);
  await expect.poll(() => onlyShape(bea)).toMatchObject({ kind: "geo", form: "hexagon", w: 220, h: 140, corners: "rounded" });
  const panel = ann.page.locator(".style-panel");
  await panel.getByRole("radio", { name: "Star" }).click();
  await panel.getByRole("radio", { name: "Sharp corners" }).click();
  await expect.poll(async () => (await onlyShape(bea))["corners"]).toBe("sharp");
  expect((await onlyShape(bea))["form"]).toBe("star");
  await ann.undo();
  await ann.undo();
  await expect.poll(async () => (await onlyShape(bea))["form"]).toBe("hexagon");
  await ann.saved();
  await expectSameBoard(ann, bea);
});

/** Hatching is little ink with many ends, each of which may be cut by the edge of a tile. */
const HATCHED = { oneIn: 60 };

test("a shape is drawn by hand and hatched, the same in every tab and anew", async ({ join }) => {
  const ann = await join();
  const bea = await join();
  await ann.drawBetween("rect", { x: 300, y: 200 }, { x: 620, y: 420 });
  const panel = ann.page.locator(".style-panel");
  await panel.getByRole("radio", { name: "Drawn by hand" }).click();
  await expect.poll(async () => (await onlyShape(bea))["roughness"]).toBe("little");
  const empty = await ann.inkIn({ x: 340, y: 240, w: 240, h: 140 });
  await panel.getByRole("radio", { name: "Hatched", exact: true }).click();
  await expect.poll(async () => (await onlyShape(bea))["fill"]).toBe("hachure");
  await expect.poll(() => ann.inkIn({ x: 340, y: 240, w: 240, h: 140 })).toBeGreaterThan(empty + 2_000);
  await ann.saved();
  await expectSameBoard(ann, bea, HATCHED);
  // What is drawn next is drawn in the same way.
  await ann.drawBetween("ellipse", { x: 700, y: 200 }, { x: 900, y: 420 });
  await bea.hasShapes(2);
  await bea.reload();
  const shapes = Object.values(await bea.records()) as readonly Record_[]; // reason: live entries have a shape
  expect(shapes.map(({ shape }) => [shape["roughness"], shape["fill"]])).toEqual([
    ["little", "hachure"],
    ["little", "hachure"],
  ]);
  await ann.saved();
  await expectSameBoard(ann, bea, HATCHED);
});

test("a diamond grows to both sides for a word that is longer than it has room for, in both tabs, and back by undo", async ({ join }) => {
  const [ann, bea] = [await join(), await join()];
  await ann.press("d");
  await ann.drag([
    { x: 400, y: 200 },
    { x: 440, y: 240 },
    { x: 520, y: 320 },
  ]);
  await bea.hasShapes(1);
  await ann.press("Enter");
  await expect(ann.textField).toBeFocused();
  await ann.page.keyboard.type("Is authentication required?");
  await ann.press("Escape");
  await expect.poll(async () => (await onlyShape(bea))["text"]).toBe("Is authentication required?");
  const { x, w, h, textH } = (await onlyShape(bea)) as { x: number; w: number; h: number; textH: number };
  expect(w).toBeGreaterThan(240);
  expect(x + w / 2).toBeCloseTo(460, 3);
  // A line for each word, none of which is broken.
  expect([textH, h]).toEqual([75, 182]);
  await ann.saved();
  await expectSameBoard(ann, bea);
  await ann.undo();
  await expect.poll(() => onlyShape(bea)).toMatchObject({ text: "", x: 400, w: 120, h: 120 });
});

test("a label is typed into a shape by double click, merged with what the other types, and makes the shape grow", async ({ join }) => {
  const ann = await join();
  const bea = await join();
  await ann.drawBetween("rect", { x: 300, y: 200 }, { x: 460, y: 270 });
  await bea.hasShapes(1);
  await ann.press("Escape");
  await ann.canvas.dblclick({ position: { x: 380, y: 235 } });
  await expect(ann.textField).toBeFocused();
  await ann.page.keyboard.type("world");
  await expect.poll(async () => (await onlyShape(bea))["text"]).toBe("world");
  // Who comes to an empty board has the pen in hand.
  await bea.selectTool("select");
  await bea.canvas.dblclick({ position: { x: 380, y: 235 } });
  await expect(bea.textField).toBeFocused();
  await bea.page.keyboard.press("Home");
  await bea.page.keyboard.type("hello ");
  await expect(ann.textField).toHaveValue("hello world");
  await ann.page.keyboard.press("End");
  await ann.page.keyboard.type(" and everybody else on this board");
  await expect.poll(async () => (await onlyShape(bea))["text"]).toBe("hello world and everybody else on this board");
  await ann.press("Escape");
  await bea.press("Escape");
  await expect(ann.textField).toHaveCount(0);
  await ann.saved();
  await bea.saved();
  const { kind, h, textH } = await onlyShape(ann);
  expect(kind).toBe("rect");
  expect(Number(textH)).toBeGreaterThan(50);
  expect(Number(h)).toBeGreaterThanOrEqual(Number(textH) + 16);
  await expectSameBoard(ann, bea);
});

test("a label of an arrow is opened by Enter, keeps the line clear of itself, and goes by undo", async ({ join }) => {
  const ann = await join();
  await ann.drawBetween("arrow", { x: 300, y: 300 }, { x: 700, y: 300 });
  await ann.hasShapes(1);
  await ann.press("Enter");
  await expect(ann.textField).toBeFocused();
  // Between the two letters nothing is painted, neither of the words nor of the line.
  await ann.page.keyboard.type("a        b");
  await ann.press("Escape");
  await ann.press("Escape");
  await ann.saved();
  expect(await onlyShape(ann)).toMatchObject({ kind: "arrow", text: "a        b", textH: 25 });
  const middle = { x: 496, y: 297, w: 8, h: 6 };
  await expect.poll(async () => ann.inkIn(middle)).toBe(0);
  await ann.undo();
  await expect.poll(async () => (await onlyShape(ann))["text"]).toBe("");
  await expect.poll(async () => ann.inkIn(middle)).toBeGreaterThan(0);
});
