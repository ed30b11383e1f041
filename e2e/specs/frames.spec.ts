// Frames: what lies in them goes with them, and is seen inside of them only.
import { expect, test } from "../fixtures/test.ts";
import { expectSameBoard, wave } from "../pages/board-page.ts";
import { exportFile } from "../pages/pictures.ts";
import { looksPainted } from "../pages/tile-truth.ts";

test("what is drawn in a frame goes where the frame goes, by its name, and with it; the other sees it, also under a new name", async ({
  join,
}) => {
  const ann = await join();
  const bea = await join();
  await ann.drawBetween("frame", { x: 300, y: 150 }, { x: 600, y: 350 });
  await ann.drawBetween("rect", { x: 340, y: 200 }, { x: 440, y: 280 });
  await bea.hasShapes(2);
  await expect.poll(async () => (await bea.onlyShape("rect"))["parent"]).toBe((await ann.onlyShape("frame"))["id"]);
  await ann.press("Escape");
  await ann.drag([
    { x: 312, y: 136 },
    { x: 330, y: 150 },
    { x: 392, y: 256 },
  ]);
  await ann.saved();
  const { x, y } = await ann.onlyShape("frame");
  expect(Number(x)).toBeGreaterThan(350);
  await expect.poll(async () => (await bea.onlyShape("frame"))["x"]).toBe(x);
  expect(await bea.onlyShape("rect")).toMatchObject({ x: 40 + Number(x), y: 50 + Number(y) });
  await ann.canvas.dblclick({ position: { x: Number(x) + 12, y: Number(y) - 14 } });
  const field = ann.page.getByRole("textbox", { name: "Name of the frame" });
  await expect(field).toBeFocused();
  await ann.page.keyboard.type("Week 1");
  await ann.page.keyboard.press("Enter");
  await expect(field).toHaveCount(0);
  await bea.press("Alt+o");
  await expect(bea.page.locator(".outline-row")).toHaveText(["Week 1", "Rectangle, Ink"]);
  await ann.canvas.focus();
  await ann.press("Delete");
  await bea.hasShapes(0);
  await ann.undo();
  await bea.hasShapes(2);
  await ann.saved();
  expect((await bea.onlyShape("rect"))["parent"]).toBe((await bea.onlyShape("frame"))["id"]);
  await expectSameBoard(ann, bea);
});

test("what lies over the border of a frame is cut off there, on both boards and in pictures, until it is taken out", async ({ join }) => {
  const ann = await join();
  const bea = await join();
  await ann.drawBetween("frame", { x: 300, y: 150 }, { x: 600, y: 350 });
  await ann.draw(wave({ x: 330, y: 240 }, { x: 430, y: 240 }));
  await bea.hasShapes(2);
  const [within, beyond] = [
    { x: 545, y: 200, w: 50, h: 80 },
    { x: 606, y: 200, w: 60, h: 80 },
  ];
  const dragInk = async (by: number): Promise<void> => {
    const { x } = await ann.onlyShape("draw");
    await ann.drag([
      { x: Number(x), y: 240 },
      { x: Number(x) + by / 2, y: 244 },
      { x: Number(x) + by, y: 240 },
    ]);
    await ann.saved();
  };
  await ann.press("v");
  await dragInk(220);
  for (const board of [ann, bea]) {
    await expect.poll(() => board.inkIn(within)).toBeGreaterThan(30);
    await expect.poll(() => board.inkIn(beyond)).toBe(0);
    await looksPainted(board.page, { oneIn: 400 });
  }
  const svg = String((await exportFile(ann, "Export as SVG")).bytes);
  expect(svg.match(/<clipPath /g)).toHaveLength(1);
  await dragInk(120);
  for (const board of [ann, bea]) {
    await expect.poll(() => board.inkIn({ x: 640, y: 200, w: 120, h: 80 })).toBeGreaterThan(30);
    await looksPainted(board.page, { oneIn: 400 });
  }
  expect((await bea.onlyShape("draw"))["parent"]).toBe("page");
  await ann.undo();
  await expect.poll(() => bea.inkIn(beyond)).toBe(0);
});
