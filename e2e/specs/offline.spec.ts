import { expect, test, through } from "../fixtures/test.ts";
import { CONNECTION_LOST } from "../fixtures/watch-page.ts";
import { expectSameBoard, wave } from "../pages/board-page.ts";

test("what is drawn without a network arrives when it is back, and what others drew meanwhile too", async ({ board, join, line }) => {
  const ann = await join(through(line, board.editUrl));
  const bea = await join();
  ann.watch.expectErrors(CONNECTION_LOST);
  line.cut();
  await ann.page.context().setOffline(true);
  await expect(ann.root).not.toHaveAttribute("data-state", "live");
  await ann.draw(wave({ x: 250, y: 200 }, { x: 600, y: 260 }));
  await ann.drawBetween("rect", { x: 300, y: 350 }, { x: 450, y: 450 });
  await ann.hasShapes(2);
  expect(await ann.number("pending")).toBeGreaterThan(0);
  await expect(ann.status).toHaveAttribute("data-status", "offline");
  await bea.draw(wave({ x: 650, y: 400 }, { x: 900, y: 460 }));
  await bea.saved();
  await bea.hasShapes(1);
  line.mend();
  await ann.page.context().setOffline(false);
  await ann.saved();
  await ann.hasShapes(3);
  await bea.hasShapes(3);
  await expectSameBoard(ann, bea);
});

test("a reload in the middle of a stroke keeps what the room had confirmed and leaves no open end", async ({ join }) => {
  const ann = await join();
  const bea = await join();
  await ann.draw(wave({ x: 250, y: 200 }, { x: 600, y: 260 }));
  await ann.saved();
  await ann.selectTool("draw");
  await ann.drag(wave({ x: 250, y: 400 }, { x: 900, y: 460 }, 30), { release: false });
  await bea.hasShapes(2);
  await ann.page.reload();
  await ann.live();
  await ann.page.mouse.up();
  await ann.saved();
  await expectSameBoard(ann, bea);
  await ann.draw(wave({ x: 250, y: 500 }, { x: 600, y: 560 }));
  await ann.saved();
  await expectSameBoard(ann, bea);
});
