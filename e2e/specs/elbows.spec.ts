// Elbows on a real page: the way they take round what lies between the shapes they join, and segments that are put somewhere by hand.
import { expect, test } from "../fixtures/test.ts";
import { type BoardPage, expectSameBoard } from "../pages/board-page.ts";
import { penAndFingers } from "../pages/pen-and-fingers.ts";
import { exportFile } from "../pages/pictures.ts";

/** Two boxes side by side and level, joined by an elbow that is straight. */
async function joined(board: BoardPage): Promise<void> {
  await board.drawBetween("rect", { x: 200, y: 250 }, { x: 300, y: 350 });
  await board.drawBetween("rect", { x: 700, y: 250 }, { x: 800, y: 350 });
  await board.selectTool("arrow");
  await board.page.locator(".style-panel").getByRole("radio", { name: "Elbow" }).click();
  await board.drag([
    { x: 250, y: 300 },
    { x: 400, y: 310 },
    { x: 750, y: 300 },
  ]);
  await board.hasShapes(3);
}

const corners = async (board: BoardPage): Promise<number> => (await board.drawnWay()).length;

test("an elbow goes round what is dragged into its way, while it is dragged, in both tabs and in pictures, and back when it is gone", async ({
  join,
}) => {
  const ann = await join();
  const bea = await join();
  await joined(ann);
  await expect.poll(() => corners(bea)).toBe(2);
  await bea.drawBetween("ellipse", { x: 440, y: 450 }, { x: 560, y: 570 });
  await bea.selectTool("select");
  // By its outline, not by a handle of what is selected.
  await bea.press("Escape");
  await bea.drag(
    [
      { x: 440, y: 510 },
      { x: 450, y: 450 },
      { x: 440, y: 300 },
    ],
    { release: false },
  );
  const [over, through] = [
    { x: 400, y: 190, w: 200, h: 60 },
    { x: 460, y: 290, w: 80, h: 20 },
  ];
  for (const board of [bea, ann]) {
    await expect.poll(() => corners(board)).toBe(4);
    await expect.poll(() => board.inkIn(through)).toBe(0);
  }
  await bea.page.mouse.up();
  await bea.saved();
  const way = await bea.drawnWay();
  await expect.poll(() => ann.drawnWay()).toEqual(way);
  await expectSameBoard(ann, bea);
  // A picture of it shows the same way: nothing is drawn through the ellipse.
  expect(await ann.inkIn(over)).toBeGreaterThan(0);
  const svg = String((await exportFile(ann, "Export as SVG")).bytes);
  const [from, top] = way;
  expect(svg).toContain(`<g transform="translate(${from?.[0]} ${from?.[1]})">`);
  expect(svg).toContain(` L 488 ${(top?.[1] ?? 0) - (from?.[1] ?? 0)} `);
  await bea.undo();
  for (const board of [ann, bea]) await expect.poll(() => corners(board)).toBe(2);
  await bea.redo();
  for (const board of [ann, bea]) await expect.poll(() => corners(board)).toBe(4);
  await ann.selectTool("select");
  await ann.click({ x: 440, y: 300 });
  await ann.press("Delete");
  for (const board of [ann, bea]) await expect.poll(() => corners(board)).toBe(2);
  // Who comes later sees what the others see.
  const cyd = await join();
  await expect.poll(() => cyd.drawnWay()).toEqual(await ann.drawnWay());
});

test("ink and frames are in no elbow's way", async ({ join }) => {
  const ann = await join();
  await joined(ann);
  await ann.drawBetween("frame", { x: 400, y: 200 }, { x: 600, y: 400 });
  await ann.draw([
    { x: 500, y: 220 },
    { x: 510, y: 300 },
    { x: 500, y: 380 },
  ]);
  await ann.hasShapes(5);
  expect(await corners(ann)).toBe(2);
});

/** Two boxes, the second below and to the right, joined from the right side to the left one: the way steps down in the middle. */
async function stepping(board: BoardPage): Promise<void> {
  await board.drawBetween("rect", { x: 200, y: 200 }, { x: 300, y: 300 });
  await board.drawBetween("rect", { x: 700, y: 400 }, { x: 800, y: 500 });
  await board.selectTool("arrow");
  await board.page.locator(".style-panel").getByRole("radio", { name: "Elbow" }).click();
  await board.drag([
    { x: 296, y: 250 },
    { x: 400, y: 310 },
    { x: 704, y: 450 },
  ]);
  await board.hasShapes(3);
}

const middle = async (board: BoardPage): Promise<unknown> => (await board.drawnWay()).slice(1, -1);
const stepAt = (x: number, y = 450): readonly (readonly number[])[] => [
  [x, 250],
  [x, y],
];

test("a segment that is dragged stays where it was put when a shape moves, in both tabs, until a double click lets go of it", async ({
  join,
}) => {
  const ann = await join();
  const bea = await join();
  await stepping(ann);
  for (const board of [ann, bea]) await expect.poll(() => middle(board)).toEqual(stepAt(500));
  await ann.drag(
    [
      { x: 500, y: 350 },
      { x: 480, y: 360 },
      { x: 380, y: 370 },
    ],
    { release: false },
  );
  // Under Ann's hand: seen by both.
  await expect.poll(() => middle(bea)).toEqual(stepAt(380));
  await ann.page.mouse.up();
  await bea.selectTool("select");
  await bea.drag([
    { x: 750, y: 500 },
    { x: 750, y: 520 },
    { x: 790, y: 580 },
  ]);
  for (const board of [ann, bea]) await expect.poll(() => middle(board)).toEqual(stepAt(380, 530));
  await bea.saved();
  await expectSameBoard(ann, bea);
  // One step of Ann's; Bea's move stays.
  await ann.undo();
  for (const board of [ann, bea]) await expect.poll(() => middle(board)).toEqual(stepAt(520, 530));
  await ann.redo();
  await expect.poll(() => middle(ann)).toEqual(stepAt(380, 530));
  await ann.reload();
  await expect.poll(() => middle(ann)).toEqual(stepAt(380, 530));
  await ann.selectTool("select");
  await ann.click({ x: 340, y: 250 });
  await ann.canvas.dblclick({ position: { x: 380, y: 390 } });
  for (const board of [ann, bea]) await expect.poll(() => middle(board)).toEqual(stepAt(520, 530));
});

test("a finger drags a segment by its handle, and lets go of it by two taps", async ({ join }) => {
  const ann = await join();
  await stepping(ann);
  const { touch, doubleTap } = await penAndFingers(ann.page);
  const finger = (x: number, y: number) => [{ x, y, radius: 8 }];
  await touch("touchStart", finger(508, 352));
  for (const x of [490, 450, 408]) await touch("touchMove", finger(x, 355));
  await touch("touchEnd", []);
  await expect.poll(() => middle(ann)).toEqual(stepAt(400));
  await doubleTap({ x: 404, y: 348, radius: 8 });
  await expect.poll(() => middle(ann)).toEqual(stepAt(500));
});
