// Frames: what lies in them goes with them, and is seen inside of them only.
import { expect, test } from "../fixtures/test.ts";
import { expectSameBoard, wave } from "../pages/board-page.ts";
import { holdLaterCode } from "../pages/held-code.ts";
import { comparePictures, exportFile } from "../pages/pictures.ts";
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

test("the frame that would take what is dragged lights up while it lies inside, and goes dark when it is taken out or let go of", async ({
  join,
}) => {
  const ann = await join();
  await ann.drawBetween("frame", { x: 300, y: 150 }, { x: 600, y: 350 });
  await ann.drawBetween("rect", { x: 700, y: 200 }, { x: 780, y: 280 });
  await ann.press("Escape");
  // Along the left border, where no handle is.
  const border = { x: 294, y: 190, w: 12, h: 60 };
  expect(await ann.overlayInkIn(border)).toBe(0);
  await ann.drag(
    [
      { x: 700, y: 240 },
      { x: 600, y: 240 },
      { x: 400, y: 240 },
    ],
    { release: false },
  );
  await expect.poll(() => ann.overlayInkIn(border)).toBeGreaterThan(100);
  await ann.moveMouse({ x: 580, y: 240 });
  await expect.poll(() => ann.overlayInkIn(border)).toBe(0);
  await ann.moveMouse({ x: 420, y: 240 });
  await expect.poll(() => ann.overlayInkIn(border)).toBeGreaterThan(100);
  await ann.page.mouse.up();
  await expect.poll(() => ann.overlayInkIn(border)).toBe(0);
  await expect.poll(async () => (await ann.onlyShape("rect"))["parent"]).toBe((await ann.onlyShape("frame"))["id"]);
});

test("the names of frames are in pictures of the board, PNG and SVG alike, and not in one of a frame alone", async ({ join }) => {
  const ann = await join();
  await ann.drawBetween("frame", { x: 300, y: 150 }, { x: 600, y: 350 });
  await ann.drawBetween("rect", { x: 340, y: 200 }, { x: 440, y: 280 });
  await ann.press("Escape");
  const svg = await exportFile(ann, "Export as SVG");
  expect(String(svg.bytes)).toContain(">Frame 1</tspan>");
  const png = await exportFile(ann, "Export as PNG");
  const { different, inked } = await comparePictures(ann.page, svg.bytes, png.bytes, 0.02);
  expect(different / inked).toBeLessThan(0.02);
  await ann.click({ x: 312, y: 136 });
  const alone = String((await exportFile(ann, "Export as SVG")).bytes);
  expect(alone).toContain("<path ");
  expect(alone).not.toContain("Frame 1");
});

test("what lies in a locked frame is left alone by clicks, drags and the eraser in both tabs, until the frame is unlocked by a right click", async ({
  join,
}) => {
  const ann = await join();
  const bea = await join();
  await ann.drawBetween("frame", { x: 300, y: 150 }, { x: 600, y: 350 });
  await ann.drawBetween("rect", { x: 340, y: 200 }, { x: 440, y: 280 });
  await bea.hasShapes(2);
  await ann.press("Escape");
  await ann.click({ x: 312, y: 136 });
  await ann.press("Control+Shift+l");
  await expect.poll(async () => (await bea.onlyShape("frame"))["locked"]).toBe(true);
  for (const board of [ann, bea]) {
    await board.press("Escape");
    await board.drag([
      { x: 340, y: 240 },
      { x: 360, y: 250 },
      { x: 420, y: 300 },
    ]);
    await board.press("e");
    await board.drag([
      { x: 330, y: 240 },
      { x: 380, y: 240 },
      { x: 460, y: 240 },
    ]);
    await board.press("v");
    await board.press("Control+a");
    await board.press("Delete");
    expect(await board.onlyShape("rect")).toMatchObject({ x: 340, y: 200 });
  }
  await bea.canvas.click({ button: "right", position: { x: 340, y: 240 } });
  await bea.page.getByRole("menuitem", { name: "Unlock" }).click();
  await expect.poll(async () => (await ann.onlyShape("frame"))["locked"]).toBe(false);
  await ann.drag([
    { x: 340, y: 240 },
    { x: 350, y: 240 },
    { x: 370, y: 240 },
  ]);
  await expect.poll(async () => (await bea.onlyShape("rect"))["x"]).toBe(370);
});

test("what is typed for a frame's name while the field's code is on its way is the name", async ({ join }) => {
  const ann = await join();
  await ann.drawBetween("frame", { x: 300, y: 150 }, { x: 600, y: 350 });
  await ann.saved();
  const code = await holdLaterCode(ann);
  const field = ann.page.getByRole("textbox", { name: "Name of the frame" });
  const frameName = async () => (await ann.onlyShape("frame"))["name"];
  const openField = () => ann.canvas.dblclick({ position: { x: 312, y: 136 } });
  await test.step("letters go into the field when it is there, in place of the old name", async () => {
    await ann.press("v");
    await openField();
    await ann.page.keyboard.type("Weel");
    await ann.press("Backspace");
    await expect(field).toHaveCount(0);
    code.resolve();
    await expect(field).toHaveValue("Wee");
    await ann.page.keyboard.type("k 1");
    await ann.press("Enter");
    await expect(field).toHaveCount(0);
    expect(await frameName()).toBe("Week 1");
  });
  await test.step("what was entered before the field was there is the name, and Escape leaves the old one", async () => {
    const again = await holdLaterCode(ann);
    await ann.press("v");
    await openField();
    await ann.page.keyboard.type("Gone");
    await ann.press("Escape");
    await openField();
    await ann.page.keyboard.type("Week 2");
    await ann.press("Enter");
    again.resolve();
    await expect.poll(frameName).toBe("Week 2");
    await expect(field).toHaveCount(0);
  });
  await test.step("the first key after the press is in the field, however quick", async () => {
    await openField();
    await ann.page.keyboard.type("Week 3");
    await ann.press("Enter");
    await expect.poll(frameName).toBe("Week 3");
  });
});
