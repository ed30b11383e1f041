import { expect, test, through } from "../fixtures/test.ts";
import { CONNECTION_LOST } from "../fixtures/watch-page.ts";
import { expectSameBoard, wave } from "../pages/board-page.ts";

test("undo takes back one's own stroke and never another's", async ({ join }) => {
  const ann = await join();
  const bea = await join();
  await ann.draw(wave({ x: 250, y: 200 }, { x: 600, y: 260 }));
  await bea.hasShapes(1);
  await bea.draw(wave({ x: 250, y: 400 }, { x: 600, y: 460 }));
  await ann.hasShapes(2);
  await ann.undo();
  await ann.hasShapes(1);
  await bea.hasShapes(1);
  await ann.undo();
  await ann.saved();
  await ann.hasShapes(1);
  await ann.redo();
  await ann.hasShapes(2);
  await bea.hasShapes(2);
  await expectSameBoard(ann, bea);
});

test("a drag is one step back", async ({ join }) => {
  const ann = await join();
  await ann.drawBetween("rect", { x: 300, y: 200 }, { x: 400, y: 300 });
  await ann.saved();
  const before = await ann.records();
  await ann.drag([
    { x: 325, y: 200 },
    { x: 350, y: 230 },
    { x: 400, y: 260 },
    { x: 425, y: 300 },
  ]);
  await ann.saved();
  expect(await ann.records()).not.toEqual(before);
  await ann.undo();
  await ann.saved();
  const [shape] = Object.values(await ann.records()) as { shape: unknown }[]; // reason: live entries have a shape
  const [first] = Object.values(before) as { shape: unknown }[]; // reason: as above
  expect(shape?.shape).toEqual(first?.shape);
  await ann.undo();
  await ann.hasShapes(0);
});

test("undo of a move leaves alone what another has changed since", async ({ join }) => {
  const ann = await join();
  const bea = await join();
  await ann.drawBetween("rect", { x: 300, y: 200 }, { x: 400, y: 300 });
  await bea.hasShapes(1);
  await ann.drag([
    { x: 325, y: 200 },
    { x: 350, y: 230 },
    { x: 425, y: 300 },
  ]);
  await ann.saved();
  await expectSameBoard(ann, bea);
  await bea.selectTool("select");
  await bea.drag([
    { x: 425, y: 300 },
    { x: 500, y: 300 },
    { x: 600, y: 300 },
  ]);
  await bea.saved();
  await expectSameBoard(ann, bea);
  const moved = await bea.records();
  await ann.undo();
  await ann.saved();
  expect(await ann.records()).toEqual(moved);
});

test("what was done before and during a lost line is undone and redone after it, and nothing of another's", async ({
  board,
  join,
  line,
}) => {
  const ann = await join(through(line, board.editUrl));
  const bea = await join();
  ann.watch.expectErrors(CONNECTION_LOST);
  await ann.draw(wave({ x: 250, y: 200 }, { x: 600, y: 260 }));
  await ann.drawBetween("rect", { x: 300, y: 350 }, { x: 450, y: 450 });
  await ann.saved();
  line.cut();
  await ann.page.context().setOffline(true);
  await expect(ann.root).not.toHaveAttribute("data-state", "live");
  await ann.draw(wave({ x: 250, y: 500 }, { x: 600, y: 560 }));
  await ann.undo();
  await ann.undo();
  await ann.hasShapes(1);
  await bea.hasShapes(2);
  await bea.draw(wave({ x: 650, y: 400 }, { x: 900, y: 460 }));
  await bea.saved();
  line.mend();
  await ann.page.context().setOffline(false);
  await ann.saved();
  await ann.hasShapes(2);
  await ann.undo();
  await ann.hasShapes(1);
  await bea.hasShapes(1);
  for (let i = 0; i < 3; i += 1) await ann.redo();
  await ann.hasShapes(4);
  await ann.saved();
  await bea.hasShapes(4);
  await expectSameBoard(ann, bea);
});

test("an undone deletion brings back what another has done to the shape meanwhile", async ({ board, join, line }) => {
  const ann = await join(through(line, board.editUrl));
  const bea = await join();
  ann.watch.expectErrors(CONNECTION_LOST);
  await ann.drawBetween("rect", { x: 300, y: 200 }, { x: 400, y: 300 });
  await ann.saved();
  await bea.hasShapes(1);
  line.cut();
  await ann.page.context().setOffline(true);
  await expect(ann.root).not.toHaveAttribute("data-state", "live");
  await ann.press("Delete");
  await ann.hasShapes(0);
  await bea.selectTool("select");
  await bea.drag([
    { x: 300, y: 250 },
    { x: 350, y: 250 },
    { x: 500, y: 250 },
  ]);
  await bea.saved();
  const [moved] = Object.values(await bea.records()) as { shape: unknown }[]; // reason: live entries have a shape
  line.mend();
  await ann.page.context().setOffline(false);
  await ann.saved();
  await bea.hasShapes(0);
  await ann.undo();
  await ann.saved();
  await bea.hasShapes(1);
  const [back] = Object.values(await ann.records()) as { shape: unknown }[]; // reason: as above
  expect(back?.shape).toEqual(moved?.shape);
  await expectSameBoard(ann, bea);
});

test("the board is cleared by a key and a yes, what is locked stays, and the notice brings all of it back", async ({ join }) => {
  const [ann, bea] = [await join(), await join()];
  await ann.drawBetween("rect", { x: 200, y: 200 }, { x: 300, y: 300 });
  await ann.press("Control+Shift+l");
  await bea.drawBetween("ellipse", { x: 400, y: 200 }, { x: 500, y: 300 });
  await ann.hasShapes(2);
  const dialog = ann.page.getByRole("alertdialog", { name: "Clear the board?" });
  for (const no of ["Escape", "Enter"]) {
    await ann.press("Control+Delete");
    await expect(dialog).toContainText("One shape is taken away");
    await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
    await ann.press(no);
    await expect(dialog).toHaveCount(0);
    await ann.hasShapes(2);
  }
  await ann.press("Control+Delete");
  await dialog.getByRole("button", { name: "Clear" }).click();
  await bea.hasShapes(1);
  expect(await bea.shapes()).toMatchObject([{ kind: "rect", locked: true }]);
  const notice = ann.page.locator(".toast").filter({ hasText: "The board is cleared" });
  await notice.getByRole("button", { name: "Undo" }).click();
  await bea.hasShapes(2);
  await ann.press("Control+Delete");
  await dialog.getByRole("button", { name: "Clear" }).click();
  await bea.hasShapes(1);
  await ann.press("Control+KeyZ");
  await bea.hasShapes(2);
});
