// The tools beside the pen: highlighter, eraser of parts, lasso and laser, with real pointers and two tabs.
import { expect, test } from "../fixtures/test.ts";
import { type BoardPage, expectSameBoard, wave } from "../pages/board-page.ts";
import type { Part } from "../pages/painted-ink.ts";
import { penAndFingers } from "../pages/pen-and-fingers.ts";
import { looksPainted } from "../pages/tile-truth.ts";

type Handle = { readonly editor: { readonly state: { readonly camera: { readonly x: number; readonly y: number } } } };
type Entry = { readonly shape: { readonly kind: string; readonly nib?: string; readonly x: number; readonly index: string } };

test("a highlighter goes under the ink that is there, for both people", async ({ join }) => {
  const [ann, bea] = [await join(), await join()];
  await ann.draw(wave({ x: 300, y: 300 }, { x: 700, y: 300 }));
  await ann.saved();
  await ann.press("Shift+D");
  await expect(ann.page.locator('[data-tool="highlight"]')).toHaveAttribute("aria-checked", "true");
  await ann.drag([
    { x: 280, y: 300 },
    { x: 500, y: 302 },
    { x: 720, y: 300 },
  ]);
  await ann.saved();
  await bea.hasShapes(2);
  const entries = Object.values(await bea.records()) as Entry[];
  const [under, ink] = entries.toSorted((a, b) => (a.shape.index < b.shape.index ? -1 : 1));
  expect([under?.shape.nib, ink?.shape.nib]).toEqual(["highlighter", "pen"]);
  await expectSameBoard(ann, bea);
});

test("an eraser of parts cuts a stroke in two for both, and one undo joins it again", async ({ join }) => {
  const [ann, bea] = [await join(), await join()];
  await ann.draw([300, 400, 500, 600, 700].map((x) => ({ x, y: 300 })));
  await ann.saved();
  await bea.hasShapes(1);
  const gap: Part = { x: 494, y: 290, w: 12, h: 20 };
  expect(await bea.inkIn(gap)).toBeGreaterThan(0);
  await ann.press("Shift+E");
  await expect(ann.page.getByRole("radio", { name: "Parts of strokes" })).toBeChecked();
  await ann.drag([
    { x: 500, y: 240 },
    { x: 500, y: 360 },
  ]);
  await ann.saved();
  await bea.hasShapes(2);
  await expect.poll(() => bea.inkIn(gap)).toBe(0);
  await looksPainted(bea.page, { oneIn: 400 });
  await expectSameBoard(ann, bea);
  await ann.undo();
  await bea.hasShapes(1);
  await expect.poll(() => bea.inkIn(gap)).toBeGreaterThan(0);
  await ann.redo();
  await bea.hasShapes(2);
});

const ring = (x: number, y: number, radius: number) =>
  Array.from({ length: 49 }, (_, i) => ({
    x: x + radius * Math.cos((i / 48) * 2 * Math.PI),
    y: y + radius * Math.sin((i / 48) * 2 * Math.PI),
  }));

test("Shift+X makes every stroke the shape it resembles, for both; the panel says so, and it is kept", async ({ join }) => {
  const [ann, bea] = [await join(), await join()];
  const toggle = ann.page.getByRole("button", { name: "Auto-shape" });
  await ann.press("Shift+KeyX");
  await expect(ann.page.locator('[data-tool="draw"]')).toHaveAttribute("aria-checked", "true");
  await expect(toggle).toHaveAttribute("aria-pressed", "true");
  await ann.drag(ring(400, 300, 80));
  await expect.poll(async () => (await bea.shapes()).map(({ kind }) => kind)).toEqual(["ellipse"]);
  await ann.undo();
  await expect.poll(async () => (await bea.shapes()).map(({ kind }) => kind)).toEqual(["draw"]);
  await ann.reload();
  await ann.press("KeyP");
  await expect(toggle).toHaveAttribute("aria-pressed", "true");
  await toggle.click();
  await ann.drag(ring(700, 300, 80));
  await bea.hasShapes(2);
  expect((await bea.shapes()).map(({ kind }) => kind)).toEqual(["draw", "draw"]);
});

test("ink that closes itself is filled for both as it is drawn, and otherwise in the panel; undo gives it back", async ({ join }) => {
  const [ann, bea] = [await join(), await join()];
  const around: Part = { x: 400, y: 200, w: 200, h: 200 };
  const [line, disc] = [4_000, Math.PI * 90 * 90 * 0.98];
  await ann.selectTool("draw");
  const panel = ann.page.locator(".style-panel");
  await panel.getByRole("radio", { name: "Solid fill" }).click();
  await ann.drag(ring(500, 300, 90));
  await expect.poll(() => bea.onlyShape("draw")).toMatchObject({ fill: "solid", done: true });
  await expect.poll(() => bea.inkIn(around)).toBeGreaterThan(disc);
  await ann.saved();
  await expectSameBoard(ann, bea);

  await test.step("the inside of it is pressed to take it", async () => {
    await ann.selectTool("select");
    await ann.click({ x: 500, y: 300 });
    await panel.getByRole("radio", { name: "Cross-hatched" }).click();
    await expect.poll(() => bea.onlyShape("draw")).toMatchObject({ fill: "cross-hatch" });
    await expect.poll(() => bea.inkIn(around)).toBeLessThan(disc);
    expect(await bea.inkIn(around)).toBeGreaterThan(line);
    await panel.getByRole("radio", { name: "No fill" }).click();
    await expect.poll(() => bea.inkIn(around)).toBeLessThan(line);
    await ann.undo();
    // Ways to fill that are tried one after the other are one step.
    await expect.poll(() => bea.inkIn(around)).toBeGreaterThan(disc);
  });

  await test.step("a stroke that stays open has none", async () => {
    await ann.selectTool("select");
    await ann.press("Escape");
    await ann.draw(ring(900, 300, 60).slice(0, 36));
    await bea.hasShapes(2);
    expect(await bea.inkIn({ x: 870, y: 270, w: 50, h: 50 })).toBe(0);
    expect(await ann.shapes("draw")).toHaveLength(2);
  });
  await bea.reload();
  await ann.saved();
  await expectSameBoard(ann, bea);
});

test("the paint bucket fills a shape and a loop of ink for both, takes the fill away, and leaves all else", async ({ join }) => {
  const [ann, bea] = [await join(), await join()];
  await ann.drawBetween("rect", { x: 300, y: 200 }, { x: 460, y: 340 });
  await ann.draw(ring(700, 280, 80));
  await bea.hasShapes(2);
  await ann.press("Escape");
  await ann.press("KeyB");
  await expect(ann.page.locator('[data-tool="bucket"]')).toHaveAttribute("aria-checked", "true");
  await ann.page.locator(".style-panel").getByRole("radio", { name: "Red", exact: true }).click();
  const looks = async (): Promise<readonly string[]> =>
    (await bea.shapes()).map(({ kind, fill, fillColor }) => [kind, fill, fillColor].join(" ")).toSorted();
  await ann.click({ x: 380, y: 270 });
  await ann.click({ x: 700, y: 280 });
  await ann.click({ x: 560, y: 500 });
  await expect.poll(looks).toEqual(["draw solid red", "rect solid red"]);
  await expect.poll(() => bea.inkIn({ x: 610, y: 190, w: 180, h: 180 })).toBeGreaterThan(19_000);
  await ann.saved();
  await expectSameBoard(ann, bea);
  await ann.click({ x: 700, y: 280 });
  await expect.poll(looks).toEqual(["draw none red", "rect solid red"]);
  await ann.undo();
  await ann.undo();
  await expect.poll(looks).toEqual(["draw none same", "rect solid red"]);
  await ann.undo();
  await expect.poll(looks).toEqual(["draw none same", "rect none same"]);
});

test("Alt and a drag on empty paper is a lasso", async ({ join }) => {
  const ann = await join();
  await ann.drawBetween("rect", { x: 400, y: 300 }, { x: 460, y: 350 });
  await ann.drawBetween("rect", { x: 700, y: 300 }, { x: 760, y: 350 });
  await ann.selectTool("select");
  await ann.press("Escape");
  await ann.page.keyboard.down("Alt");
  await ann.drag([
    { x: 360, y: 260 },
    { x: 520, y: 260 },
    { x: 520, y: 400 },
    { x: 360, y: 400 },
  ]);
  await ann.page.keyboard.up("Alt");
  await ann.press("Delete");
  await ann.hasShapes(1);
});

test("a laser is seen by others while it is on, fades, and leaves the board as it was", async ({ join }) => {
  const [ann, bea] = [await join(), await join()];
  const place: Part = { x: 480, y: 280, w: 60, h: 40 };
  await ann.selectTool("laser");
  await ann.drag(wave({ x: 400, y: 300 }, { x: 600, y: 300 }), { release: false });
  const seenBy = async (person: BoardPage): Promise<number> => {
    for (const x of [470, 550]) await ann.moveMouse({ x, y: 300 });
    return person.overlayInkIn(place);
  };
  await expect.poll(() => seenBy(ann), { message: "the own trail is seen" }).toBeGreaterThan(0);
  await expect.poll(() => seenBy(bea), { message: "the trail is seen" }).toBeGreaterThan(0);
  await ann.page.mouse.up();
  await ann.moveMouse({ x: 900, y: 600 });
  await expect.poll(() => bea.overlayInkIn(place), { message: "the trail is gone" }).toBe(0);
  await expect.poll(() => ann.overlayInkIn(place), { message: "the own trail is gone" }).toBe(0);
  await ann.hasShapes(0);
});

test("with a pen at work a finger moves the paper and a palm does nothing; the switch gives the finger its ink back", async ({ join }) => {
  const ann = await join();
  const hands = await penAndFingers(ann.page);
  const camera = () => ann.page.evaluate(() => (globalThis as unknown as { __inkroom: Handle }).__inkroom.editor.state.camera);
  await ann.selectTool("draw");
  await hands.pen("mousePressed", { x: 300, y: 300 });
  await hands.pen("mouseMoved", { x: 340, y: 320 });
  const still = await camera();
  await test.step("a hand that comes down with the pen does nothing", async () => {
    await hands.touch("touchStart", [{ x: 500, y: 500, radius: 30 }]);
    await hands.touch("touchMove", [{ x: 540, y: 540, radius: 30 }]);
    await hands.touch("touchEnd", []);
    expect(await camera()).toEqual(still);
  });
  await hands.pen("mouseReleased", { x: 340, y: 320 });
  await ann.hasShapes(1);
  const mode = ann.page.getByRole("button", { name: "Pen mode: fingers move the paper" });
  await expect(mode).toHaveAttribute("aria-pressed", "true");
  const swipe = async (): Promise<void> => {
    await hands.touch("touchStart", [{ x: 500, y: 400, radius: 8 }]);
    for (const x of [520, 540, 560]) await hands.touch("touchMove", [{ x, y: 400, radius: 8 }]);
    await hands.touch("touchEnd", []);
  };
  await test.step("a finger moves the paper", async () => {
    // The hand that held the pen counts as such for a moment more.
    await expect
      .poll(async () => {
        await swipe();
        return (await camera()).x !== still.x;
      })
      .toBe(true);
    await ann.hasShapes(1);
  });
  await test.step("with pen mode off it draws", async () => {
    await mode.click();
    const before = await camera();
    await ann.selectTool("draw");
    await swipe();
    await ann.hasShapes(2);
    expect(await camera()).toEqual(before);
  });
});

test("pen mode, pressure and what the wheel does are this person's, and hold after a reload", async ({ join }) => {
  const ann = await join();
  const hands = await penAndFingers(ann.page);
  const mode = ann.page.getByRole("button", { name: "Pen mode: fingers move the paper" });
  const stroke = async (y: number): Promise<void> => {
    await hands.pen("mousePressed", { x: 300, y });
    await hands.pen("mouseMoved", { x: 360, y: y + 20 });
    await hands.pen("mouseReleased", { x: 360, y: y + 20 });
  };
  const openMenu = async (): Promise<void> => {
    await ann.page.getByRole("button", { name: "Board menu" }).click();
    await ann.page.getByRole("menuitem", { name: "Preferences" }).press("ArrowRight");
  };
  const choice = (name: string) => ann.page.getByRole("menuitemcheckbox", { name });
  await ann.selectTool("draw");
  await stroke(300);
  await ann.hasShapes(1);
  await test.step("switched in the menu", async () => {
    await openMenu();
    await choice("Pen pressure sets the width").click();
    await choice("Wheel zooms").click();
    await expect(choice("Pen pressure sets the width")).not.toBeChecked();
    await ann.press("Escape");
    await expect(ann.page.getByRole("menu")).toHaveCount(0);
  });
  await stroke(400);
  await ann.hasShapes(2);
  await ann.saved();
  const strokes = Object.values(await ann.records()) as { readonly shape: { readonly y: number; readonly pressure: boolean } }[];
  expect(strokes.toSorted((a, b) => a.shape.y - b.shape.y).map(({ shape }) => shape.pressure)).toEqual([true, false]);
  await test.step("after a reload", async () => {
    await ann.reload();
    await expect(mode).toHaveAttribute("aria-pressed", "true");
    const zoom = ann.page.getByRole("button", { name: /^Zoom: \d/ });
    await expect(zoom).toHaveText("100 %");
    await ann.moveMouse({ x: 500, y: 400 });
    await ann.page.mouse.wheel(0, -100);
    await expect(zoom).toHaveText("110 %");
    await openMenu();
    await expect(choice("Pen pressure sets the width")).not.toBeChecked();
    await expect(choice("Wheel zooms")).toBeChecked();
  });
});

test("a stroke that is held still at its end becomes the circle it resembles, is pulled larger, and comes back by undo", async ({
  join,
}) => {
  const ann = await join();
  const bea = await join();
  const kinds = async (board: BoardPage) =>
    Object.values(await board.records()).flatMap((entry) =>
      "shape" in (entry as object) ? [(entry as { shape: { kind: string } }).shape.kind] : [],
    ); // reason: only the kind is read
  await ann.selectTool("draw");
  const circle = Array.from({ length: 41 }, (_, i) => {
    const angle = (i / 40) * 2 * Math.PI;
    return { x: Math.round(640 + 110 * Math.sin(angle)), y: Math.round(330 - 110 * Math.cos(angle)) };
  });
  await ann.drag(circle, { release: false });
  await expect.poll(() => kinds(ann)).toEqual(["ellipse"]);
  const part = { x: 640, y: 120, w: 60, h: 60 };
  expect(await ann.inkIn(part)).toBe(0);
  await ann.moveMouse({ x: 640, y: 180 });
  await ann.moveMouse({ x: 640, y: 150 });
  await expect.poll(() => ann.inkIn(part)).toBeGreaterThan(50);
  await ann.page.mouse.up();
  await expect.poll(() => kinds(bea)).toEqual(["ellipse"]);
  await ann.saved();
  // A single thin line, cut wherever a part of a tile was mended while it was pulled.
  await expectSameBoard(ann, bea, { oneIn: 200 });
  await ann.undo();
  await expect.poll(() => kinds(bea)).toEqual(["draw"]);
  await ann.undo();
  await bea.hasShapes(0);
});
