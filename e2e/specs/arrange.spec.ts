import { expect, test } from "../fixtures/test.ts";
import { type BoardPage, type ShapeFields, expectSameBoard } from "../pages/board-page.ts";

/** The living shapes of one kind, leftmost first. */
async function shapesOf(board: BoardPage, kind: string): Promise<readonly ShapeFields[]> {
  const found = await board.shapes(kind);
  return found.toSorted((a, b) => Number(a["x"]) - Number(b["x"]));
}

test("the handle above the frame turns a shape for everyone, and keys flip and turn it; each is one step back", async ({ join }) => {
  const ann = await join();
  const bea = await join();
  await ann.drawBetween("rect", { x: 400, y: 200 }, { x: 600, y: 300 });
  const label = { x: 500 - 20, y: 250 - 12, w: 40, h: 24 };
  expect(await ann.overlayInkIn(label)).toBe(0);
  await ann.drag(
    [
      { x: 500, y: 174 },
      { x: 560, y: 190 },
      { x: 576, y: 250 },
    ],
    { release: false },
  );
  await expect.poll(() => ann.overlayInkIn(label)).toBeGreaterThan(100);
  await ann.page.mouse.up();
  await ann.saved();
  const [turned] = await shapesOf(ann, "rect");
  expect(turned?.["rotation"]).toBeCloseTo(Math.PI / 2, 6);
  await ann.press("Shift+Comma");
  await ann.saved();
  expect((await shapesOf(ann, "rect"))[0]?.["rotation"]).toBeCloseTo((75 * Math.PI) / 180, 6);
  await ann.press("Shift+H");
  await ann.saved();
  expect((await shapesOf(ann, "rect"))[0]?.["rotation"]).toBeCloseTo((-75 * Math.PI) / 180, 6);
  await expectSameBoard(ann, bea);
  for (let i = 0; i < 3; i += 1) await ann.undo();
  await ann.saved();
  expect((await shapesOf(ann, "rect"))[0]).toMatchObject({ rotation: 0, w: 200, h: 100 });
  await expectSameBoard(ann, bea);
});

test("a group is moved as one by everybody, a double click goes into it, and a lock keeps hands off until a right click", async ({
  join,
}) => {
  const ann = await join();
  const bea = await join();
  await ann.drawBetween("rect", { x: 300, y: 200 }, { x: 400, y: 300 });
  await ann.drawBetween("rect", { x: 500, y: 200 }, { x: 600, y: 300 });
  await ann.press("Control+a");
  await ann.press("Control+g");
  await ann.saved();
  await bea.hasShapes(3);
  await bea.selectTool("select");
  await bea.drag([
    { x: 300, y: 250 },
    { x: 310, y: 300 },
    { x: 300, y: 350 },
  ]);
  await bea.saved();
  await expectSameBoard(ann, bea);
  expect(await shapesOf(ann, "rect")).toMatchObject([{ y: 300 }, { y: 300 }]);
  await bea.canvas.dblclick({ position: { x: 325, y: 300 } });
  await bea.press("ArrowDown");
  await bea.saved();
  expect(await shapesOf(bea, "rect")).toMatchObject([{ y: 301 }, { y: 300 }]);
  await bea.press("Escape");
  await bea.press("Control+Shift+l");
  await bea.saved();
  await bea.click({ x: 700, y: 500 });
  await bea.click({ x: 300, y: 350 });
  await bea.press("Delete");
  await bea.hasShapes(3);
  expect((await shapesOf(bea, "rect")).map((shape) => shape["locked"])).toEqual([true, true]);
  await bea.canvas.click({ position: { x: 300, y: 350 }, button: "right" });
  await bea.page.getByRole("menuitem", { name: "Lock or unlock" }).click();
  await expect.poll(async () => (await shapesOf(ann, "rect")).map((shape) => shape["locked"])).toEqual([false, false]);
  await bea.press("Control+Shift+g");
  await bea.saved();
  await expect.poll(async () => (await shapesOf(ann, "group")).length).toBe(0);
  await expectSameBoard(ann, bea);
});

test("place, size and angle are seen in numbers and set in them, for the other too", async ({ join }) => {
  const ann = await join();
  const bea = await join();
  const shapeOf = async (board: BoardPage) =>
    (Object.values(await board.records())[0] as { readonly shape: Readonly<Record<string, number>> }).shape; // reason: the one shape made below
  await ann.drawBetween("rect", { x: 400, y: 300 }, { x: 600, y: 400 });
  const field = (name: string) => ann.page.getByRole("textbox", { name, exact: true });
  await expect(field("Width")).toHaveValue("200");
  await field("Width").fill("320,5");
  await ann.press("Enter");
  await expect(field("Width")).toHaveValue("320.5");
  await expect.poll(async () => (await shapeOf(bea))["w"]).toBeCloseTo(320.5);
  await field("Angle").fill("90");
  await ann.press("Tab");
  await expect.poll(async () => (await shapeOf(bea))["rotation"]).toBeCloseTo(Math.PI / 2);
  await field("Height").fill("oops");
  await ann.press("Enter");
  await expect(field("Height")).toHaveValue("100");
  await field("X: from the left").press("Shift+ArrowUp");
  await expect(field("X: from the left")).toHaveValue("410");
  await ann.canvas.focus();
  await ann.undo();
  await ann.undo();
  await ann.undo();
  await expect.poll(async () => shapeOf(bea)).toMatchObject({ x: 400, w: 200, rotation: 0 });
  await expect(field("Width")).toHaveValue("200");
});
