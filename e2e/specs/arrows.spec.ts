// Lines and arrows on a real page: what arrows hang on, how they follow, and their points under a hand.
import { expect, test } from "../fixtures/test.ts";
import { expectSameBoard } from "../pages/board-page.ts";

test("an arrow drawn from one shape to another hangs on both, and follows in both tabs when the other person moves one", async ({
  join,
}) => {
  const ann = await join();
  const bea = await join();
  await ann.drawBetween("rect", { x: 200, y: 250 }, { x: 320, y: 350 });
  await ann.drawBetween("ellipse", { x: 600, y: 250 }, { x: 720, y: 350 });
  await ann.selectTool("arrow");
  await ann.drag(
    [
      { x: 260, y: 300 },
      { x: 400, y: 310 },
      { x: 650, y: 302 },
    ],
    { release: false },
  );
  // The ring of the shape under the end, and a halo around it, while the button is down.
  await expect.poll(() => ann.overlayInkIn({ x: 590, y: 240, w: 20, h: 120 })).toBeGreaterThan(40);
  await ann.page.mouse.up();
  await bea.hasShapes(3);
  // It is on the board while it is drawn; what its end hangs on comes with the end.
  await expect.poll(() => bea.onlyShape("arrow")).toMatchObject({ start: { x: 0.5, y: 0.5 }, end: { x: 0.5, y: 0.5 } });
  // Cut at the outlines: nothing of it inside of the hollow shapes.
  const insides = [
    { x: 225, y: 290, w: 90, h: 20 },
    { x: 605, y: 290, w: 100, h: 20 },
  ];
  for (const board of [ann, bea]) {
    await expect.poll(() => board.inkIn({ x: 420, y: 280, w: 60, h: 40 })).toBeGreaterThan(100);
    for (const inside of insides) expect(await board.inkIn(inside)).toBe(0);
  }
  await bea.selectTool("select");
  await bea.drag(
    [
      { x: 660, y: 250 },
      { x: 660, y: 300 },
      { x: 660, y: 500 },
    ],
    { release: false },
  );
  // Under Bea's hand, before she lets go: seen by both.
  const way = { x: 400, y: 380, w: 60, h: 60 };
  await expect.poll(() => bea.inkIn(way)).toBeGreaterThan(100);
  await expect.poll(() => ann.inkIn(way)).toBeGreaterThan(100);
  await bea.page.mouse.up();
  await expect.poll(() => ann.inkIn({ x: 420, y: 280, w: 60, h: 40 })).toBe(0);
  await bea.saved();
  await expectSameBoard(ann, bea);
  await bea.undo();
  await expect.poll(() => ann.inkIn({ x: 420, y: 280, w: 60, h: 40 })).toBeGreaterThan(100);
});

test("a line is set point by point; its points are pulled, added and taken away, seen by the other, step by step undone", async ({
  join,
}) => {
  const ann = await join();
  const bea = await join();
  const vertices = async (): Promise<unknown> => (await bea.onlyShape("line"))["vertices"];
  await ann.selectTool("line");
  await ann.click({ x: 300, y: 200 });
  await ann.click({ x: 500, y: 200 });
  await ann.click({ x: 500, y: 400 });
  // What is set is seen by the other while the next point is looked for.
  await expect.poll(vertices).toEqual([0, 0, 200, 0, 200, 200]);
  await ann.press("Enter");
  await ann.drag([
    { x: 500, y: 200 },
    { x: 540, y: 180 },
    { x: 600, y: 160 },
  ]);
  await expect.poll(vertices).toEqual([0, 0, 300, -40, 200, 200]);
  await ann.drag([
    { x: 450, y: 180 },
    { x: 450, y: 200 },
    { x: 450, y: 260 },
  ]);
  await expect.poll(vertices).toEqual([0, 0, 150, 60, 300, -40, 200, 200]);
  await ann.canvas.dblclick({ position: { x: 600, y: 160 } });
  await expect.poll(vertices).toEqual([0, 0, 150, 60, 200, 200]);
  await ann.click({ x: 500, y: 400 });
  await ann.press("Delete");
  await expect.poll(vertices).toEqual([0, 0, 150, 60]);
  for (const before of [
    [0, 0, 150, 60, 200, 200],
    [0, 0, 150, 60, 300, -40, 200, 200],
    [0, 0, 300, -40, 200, 200],
    [0, 0, 200, 0, 200, 200],
  ]) {
    await ann.undo();
    await expect.poll(vertices).toEqual(before);
  }
  await ann.undo();
  await bea.hasShapes(0);
});

test("the words on an arrow slide along it, seen by the other on the way, stay there as it moves, and are back by one undo", async ({
  join,
}) => {
  const [ann, bea] = [await join(), await join()];
  await ann.drawBetween("arrow", { x: 300, y: 300 }, { x: 700, y: 300 });
  await ann.press("Enter");
  await expect(ann.textField).toBeFocused();
  await ann.page.keyboard.type("to and fro");
  await ann.press("Escape");
  await ann.saved();
  const placeOf = async (board: typeof ann): Promise<unknown> => (await board.onlyShape("arrow"))["labelPosition"];
  await ann.drag(
    [
      { x: 500, y: 300 },
      { x: 460, y: 310 },
      { x: 400, y: 330 },
    ],
    { release: false },
  );
  await expect.poll(() => placeOf(bea)).toBe(0.25);
  await ann.page.mouse.up();
  await ann.saved();
  await expectSameBoard(ann, bea);

  await test.step("the other moves the arrow by its line", async () => {
    await bea.selectTool("select");
    await bea.drag([
      { x: 620, y: 300 },
      { x: 620, y: 340 },
      { x: 620, y: 400 },
    ]);
    await expect.poll(() => ann.onlyShape("arrow")).toMatchObject({ y: 400, labelPosition: 0.25 });
    await bea.saved();
    await expectSameBoard(ann, bea);
  });
  await ann.undo();
  await expect.poll(() => bea.onlyShape("arrow")).toMatchObject({ labelPosition: 0.5, text: "to and fro" });
  await ann.redo();
  await expect.poll(() => placeOf(bea)).toBe(0.25);

  await test.step("near to the middle of the arrow it is in its middle", async () => {
    await ann.drag([
      { x: 400, y: 400 },
      { x: 450, y: 400 },
      { x: 508, y: 396 },
    ]);
    await expect.poll(() => placeOf(bea)).toBe(0.5);
  });
});

test("an elbow runs round what it joins, anew in both tabs when that moves, and has the heads that are chosen", async ({ join }) => {
  const ann = await join();
  const bea = await join();
  await ann.drawBetween("rect", { x: 200, y: 150 }, { x: 300, y: 250 });
  await ann.drawBetween("rect", { x: 600, y: 350 }, { x: 700, y: 450 });
  await ann.selectTool("arrow");
  const panel = ann.page.locator(".style-panel");
  await panel.getByRole("radio", { name: "Elbow" }).click();
  await ann.drag([
    { x: 250, y: 200 },
    { x: 400, y: 310 },
    { x: 650, y: 400 },
  ]);
  await bea.hasShapes(3);
  // Down from the middle of the one, then to the side of the other; nothing on the straight way between them.
  const [down, across, straight] = [
    { x: 240, y: 300, w: 20, h: 40 },
    { x: 400, y: 390, w: 60, h: 20 },
    { x: 420, y: 270, w: 60, h: 60 },
  ];
  for (const board of [ann, bea]) {
    await expect.poll(() => board.inkIn(down)).toBeGreaterThan(80);
    await expect.poll(() => board.inkIn(across)).toBeGreaterThan(120);
    expect(await board.inkIn(straight)).toBe(0);
  }
  await panel.getByRole("button", { name: "End: Arrow" }).click();
  await panel.getByRole("radio", { name: "One or many" }).click();
  await expect(panel.getByRole("button", { name: "End: One or many" })).toBeVisible();
  await expect.poll(async () => (await bea.onlyShape("arrow"))["endHead"]).toBe("one-or-many");
  expect(await bea.onlyShape("arrow")).toMatchObject({ route: "elbow", start: { x: 0.5, y: 0.5 }, end: { x: 0.5, y: 0.5 } });
  await bea.selectTool("select");
  await bea.drag([
    { x: 650, y: 350 },
    { x: 650, y: 300 },
    { x: 650, y: 150 },
  ]);
  // Level with each other by now: straight across.
  for (const board of [ann, bea]) {
    await expect.poll(() => board.inkIn({ x: 400, y: 190, w: 60, h: 20 })).toBeGreaterThan(120);
    await expect.poll(() => board.inkIn(down)).toBe(0);
  }
  await bea.saved();
  await expectSameBoard(ann, bea);
});
