// What is painted stays painted: ink never flickers when it changes layers, and nothing but the app empties a layer.
import { expect, test } from "../fixtures/test.ts";
import { type BoardPage, wave } from "../pages/board-page.ts";

const LEFT = { x: 200, y: 180, w: 420, h: 160 };

test("finished ink stays on the paper through everything that repaints", async ({ join }) => {
  const ann = await join();
  await ann.draw(wave({ x: 220, y: 220 }, { x: 600, y: 300 }));
  await ann.saved();
  const ink = await ann.inkIn(LEFT);
  expect(ink).toBeGreaterThan(300);
  const watch = await ann.watchInk(LEFT);
  await test.step("another stroke, a hover, a selection and a menu", async () => {
    await ann.draw(wave({ x: 220, y: 500 }, { x: 600, y: 560 }));
    await ann.selectTool("select");
    await ann.moveMouse({ x: 220, y: 220 });
    await ann.press("Control+a");
    await ann.press("Escape");
    await ann.page.getByRole("button", { name: "Board menu" }).click();
    await ann.press("Escape");
  });
  await test.step("other window sizes", async () => {
    await ann.page.setViewportSize({ width: 1000, height: 700 });
    await ann.page.setViewportSize({ width: 1280, height: 800 });
  });
  await ann.saved();
  expect(await watch.least()).toBe(ink);
  expect(await ann.inkIn(LEFT)).toBe(ink);
});

/** Draws in one tab and gives the least growth between two frames in both: below 0, ink was gone for a frame. */
async function leastGrowth(pen: BoardPage, onlooker: BoardPage): Promise<readonly number[]> {
  const watches = [await pen.watchInk(LEFT), await onlooker.watchInk(LEFT)];
  await pen.draw(wave({ x: 220, y: 220 }, { x: 600, y: 300 }, 40));
  await pen.saved();
  await onlooker.hasShapes(1);
  await expect.poll(async () => (await onlooker.inkIn(LEFT)) === (await pen.inkIn(LEFT))).toBe(true);
  return Promise.all(watches.map((watch) => watch.leastGrowth()));
}

test("a stroke is there in every frame of its way from the pen to the paper, for all", async ({ join }) => {
  const ann = await join();
  const bea = await join();
  const least = await leastGrowth(ann, bea);
  // The end of a line is rounded anew with every point, which may take a few pixels back.
  for (const growth of least) expect(growth).toBeGreaterThan(-40);
});

test("a stroke cut short by a reload is finished", async ({ join }) => {
  const ann = await join();
  const bea = await join();
  await ann.selectTool("draw");
  await ann.drag(wave({ x: 220, y: 220 }, { x: 600, y: 300 }, 40), { release: false });
  await bea.hasShapes(1);
  ann.page.once("dialog", (dialog) => void dialog.accept());
  await ann.reload();
  await ann.hasShapes(1);
  const [entry] = Object.values(await ann.records());
  expect(entry).toMatchObject({ shape: { kind: "draw", done: true, count: 41 } });
});
