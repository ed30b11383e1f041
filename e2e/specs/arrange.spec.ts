import { expect, test } from "../fixtures/test.ts";
import { type BoardPage, expectSameBoard } from "../pages/board-page.ts";

type Fields = Readonly<Record<string, unknown>>;

/** The living shapes of one kind, leftmost first. */
async function shapesOf(board: BoardPage, kind: string): Promise<readonly Fields[]> {
  const entries = Object.values(await board.records()) as { readonly shape: Fields }[]; // reason: living entries have a shape
  const found = entries.map(({ shape }) => shape).filter((shape) => shape["kind"] === kind);
  return found.sort((a, b) => Number(a["x"]) - Number(b["x"]));
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
