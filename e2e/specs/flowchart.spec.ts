// Flowcharts by keys alone: nodes grow out of nodes, siblings while the key is held, and Alt walks along the arrows.
import { expect, test } from "../fixtures/test.ts";

test("Ctrl and arrow keys grow a flowchart, seen by the other; Alt and arrow keys walk it, and undo takes one node with its arrow", async ({
  join,
}) => {
  const [ana, ben] = [await join(), await join()];
  await ana.drawBetween("rect", { x: 200, y: 300 }, { x: 300, y: 360 });
  await ana.press("Control+ArrowRight");
  await ana.hasShapes(3);
  await ana.page.keyboard.down("Control");
  await ana.press("ArrowRight");
  await ana.press("ArrowRight");
  await ana.page.keyboard.up("Control");
  await ben.hasShapes(7);
  const arrows = await ben.shapes("arrow");
  expect(arrows.every(({ start, end }) => start !== null && end !== null)).toBe(true);
  await ana.undo();
  await ben.hasShapes(5);
  await ana.redo();
  await ben.hasShapes(7);
  await ana.click({ x: 250, y: 300 });
  await ana.press("Alt+ArrowRight");
  await ana.press("Delete");
  await ana.hasShapes(6);
  const left = (await ana.shapes("rect")).map(({ x }) => x);
  expect(left).toHaveLength(3);
  expect(left.filter((x) => x === Math.min(...left.map(Number)))).toHaveLength(1);
});

test("a box is turned into an ellipse from its menu, arrows and all, for everyone", async ({ join }) => {
  const [ana, ben] = [await join(), await join()];
  await ana.drawBetween("rect", { x: 200, y: 300 }, { x: 300, y: 360 });
  await ana.press("Control+ArrowRight");
  await ana.hasShapes(3);
  await ana.canvas.click({ position: { x: 250, y: 300 }, button: "right" });
  await ana.page.getByRole("menuitem", { name: "Turn into an ellipse" }).click();
  await expect.poll(async () => (await ben.shapes("ellipse")).length).toBe(1);
  const { id } = await ben.onlyShape("ellipse");
  expect(await ben.onlyShape("arrow")).toMatchObject({ start: { id } });
  await ana.undo();
  await expect.poll(async () => (await ben.shapes("rect")).length).toBe(2);
});
