// Writing in texts that are there already.
import { expect, test } from "../fixtures/test.ts";
import { type BoardPage, expectSameBoard } from "../pages/board-page.ts";
import { holdLaterCode } from "../pages/held-code.ts";

async function onlyText(board: BoardPage): Promise<unknown> {
  const [entry] = Object.values(await board.records());
  return (entry as { readonly shape: { readonly text: unknown } }).shape.text; // reason: the one shape made below is a text
}

test("a click into the selected text puts the caret there; Enter takes all of it", async ({ join }) => {
  const ann = await join();
  await ann.typeText({ x: 400, y: 300 }, "WWWW");
  const [before] = Object.values(await ann.records());
  const { w } = (before as { readonly shape: { readonly w: number } }).shape; // reason: a text has a box
  await ann.click({ x: 400 + w / 2, y: 312 });
  await expect(ann.textField).toBeFocused();
  await ann.page.keyboard.type("<");
  await ann.press("Escape");
  expect(await onlyText(ann)).toBe("WW<WW");
  await ann.press("Enter");
  await expect(ann.textField).toBeFocused();
  await ann.page.keyboard.type("new");
  await ann.press("Escape");
  expect(await onlyText(ann)).toBe("new");
});

/** Pixels of what is in motion: that layer lies over what rests. */
function pixelsInMotion({ page }: BoardPage): Promise<number> {
  return page.evaluate(() => {
    const [, moving] = document.querySelectorAll<HTMLCanvasElement>("main.board canvas");
    if (moving === undefined) throw new Error("there is no such layer");
    const { data } = moving.getContext("2d")?.getImageData(0, 0, moving.width, moving.height) ?? { data: [] };
    return data.filter((value, at) => at % 4 === 3 && value > 0).length;
  });
}

test("the words of a text that was just moved are not seen behind the field it is changed in", async ({ join }) => {
  const ann = await join();
  await ann.typeText({ x: 400, y: 300 }, "shared words");
  for (let step = 0; step < 4; step += 1) await ann.press("ArrowRight");
  await ann.press("Enter");
  await expect(ann.textField).toBeFocused();
  await expect.poll(() => pixelsInMotion(ann)).toBe(0);
  await ann.page.keyboard.type("now");
  await ann.press("Escape");
  await expect.poll(() => pixelsInMotion(ann)).toBe(0);
});

test("the wheel moves and zooms the paper under the text field too", async ({ join }) => {
  const ann = await join();
  await ann.selectTool("text");
  await ann.click({ x: 400, y: 300 });
  await ann.page.keyboard.type("a rather long text to point at");
  const before = await ann.textField.boundingBox();
  await ann.moveMouse({ x: 480, y: 312 });
  await ann.page.mouse.wheel(0, 100);
  await expect.poll(async () => (await ann.textField.boundingBox())?.y).toBe((before?.y ?? 0) - 100);
  await ann.moveMouse({ x: 480, y: 212 });
  await ann.page.keyboard.down("Control");
  await ann.page.mouse.wheel(0, -100);
  await ann.page.keyboard.up("Control");
  await expect(ann.page.getByRole("button", { name: /zoom/i }).filter({ hasText: /%/ })).not.toHaveText("100 %");
  await expect(ann.textField).toBeFocused();
});

test("one line of text is wrapped by pulling its side", async ({ join }) => {
  const ann = await join();
  await ann.typeText({ x: 400, y: 300 }, "one two three four five six seven");
  const [entry] = Object.values(await ann.records());
  const { w, h } = (entry as { readonly shape: { readonly w: number; readonly h: number } }).shape; // reason: a text has a box
  await ann.drag([
    { x: 400 + w, y: 300 + h / 2 },
    { x: 400 + w - 40, y: 300 + h / 2 },
    { x: 500, y: 300 + h / 2 },
  ]);
  const [wrapped] = Object.values(await ann.records());
  expect(wrapped).toMatchObject({ shape: { autoWidth: false, scale: 1 } });
  expect((wrapped as { readonly shape: { readonly h: number } }).shape.h).toBeGreaterThan(2 * h); // reason: as above
});

test("a text is set in another font, bold and to the right, measured for it, and shown so to the other", async ({ join }) => {
  const ann = await join();
  const bea = await join();
  const shapeOf = async (board: BoardPage) =>
    (Object.values(await board.records())[0] as { readonly shape: Record<string, unknown> }).shape; // reason: the one shape
  await ann.typeText({ x: 400, y: 300 }, "Handwritten\nnote");
  // All letters, not the first ones only.
  await ann.saved();
  await expectSameBoard(ann, bea);
  const plain = await shapeOf(bea);
  const panel = ann.page.locator(".style-panel");
  await panel.getByRole("radio", { name: "Handwriting" }).click();
  await expect.poll(async () => (await shapeOf(bea))["font"]).toBe("hand");
  expect((await shapeOf(bea))["w"], "letters of another width").not.toBe(plain["w"]);
  const thin = await shapeOf(bea);
  await panel.getByRole("button", { name: "Bold" }).click();
  await expect.poll(async () => (await shapeOf(bea))["bold"]).toBe(true);
  expect(Number((await shapeOf(bea))["w"])).toBeGreaterThan(Number(thin["w"]));
  await panel.getByRole("radio", { name: "Align right" }).click();
  await expect.poll(async () => (await shapeOf(bea))["align"]).toBe("right");
  await expect
    .poll(() =>
      bea.page.evaluate(() => [...document.fonts].some(({ family, status }) => family.includes("Shantell") && status === "loaded")),
    )
    .toBe(true);
  await ann.saved();
  await expectSameBoard(ann, bea);
  await ann.undo();
  await ann.undo();
  await ann.undo();
  await expect.poll(async () => shapeOf(bea)).toMatchObject({ font: "sans", bold: false, align: "left", w: plain["w"] });
});

test("a new text is set in the font that is chosen before its first letter, in the same panel", async ({ join }) => {
  const ann = await join();
  const panel = ann.page.locator(".style-panel");
  await ann.selectTool("text");
  await expect(panel.getByRole("radio", { name: "Handwriting" })).toBeVisible();
  const before = await panel.boundingBox();
  await ann.click({ x: 400, y: 300 });
  await expect(ann.textField).toBeFocused();
  expect(await panel.boundingBox()).toEqual(before);
  await panel.getByRole("radio", { name: "Handwriting" }).click();
  await panel.getByRole("button", { name: "Bold" }).click();
  await expect(ann.textField).toBeFocused();
  await expect(ann.textField).toHaveCSS("font-weight", "700");
  await expect(ann.textField).toHaveCSS("font-family", /Shantell/);
  await ann.page.keyboard.type("note");
  await expect(panel.getByRole("group", { name: "Place and size" })).toBeVisible();
  await panel.getByRole("radio", { name: "Align right" }).click();
  await expect(ann.textField).toBeFocused();
  await ann.press("Escape");
  expect(await ann.onlyShape("text")).toMatchObject({ text: "note", font: "hand", bold: true, align: "right" });
});

test("the lock in the dock keeps a drawing tool, and shows it", async ({ join }) => {
  const ann = await join();
  const lock = ann.page.getByRole("button", { name: "Keep the tool after drawing" });
  await expect(lock).toHaveAttribute("aria-pressed", "false");
  await ann.press("q");
  await expect(lock).toHaveAttribute("aria-pressed", "true");
  await ann.drawBetween("rect", { x: 300, y: 200 }, { x: 400, y: 300 });
  await expect(ann.page.locator('[data-tool="rect"]')).toHaveAttribute("aria-checked", "true");
  await lock.click();
  await ann.drawBetween("rect", { x: 500, y: 200 }, { x: 600, y: 300 });
  await expect(ann.page.locator('[data-tool="select"]')).toHaveAttribute("aria-checked", "true");
});

test("what is typed while the field's code is on its way is in the text when it is there", async ({ join }) => {
  const ann = await join();
  const code = await holdLaterCode(ann);
  await ann.selectTool("text");
  await ann.click({ x: 400, y: 300 });
  await ann.page.keyboard.type("first");
  await ann.press("Enter");
  await ann.page.keyboard.type("secont");
  await ann.press("Backspace");
  await expect(ann.textField).toHaveCount(0);
  code.resolve();
  await expect(ann.textField).toHaveValue("first\nsecon");
  await expect(ann.textField).toBeFocused();
  await ann.page.keyboard.type("d");
  await ann.press("Escape");
  expect(await onlyText(ann)).toBe("first\nsecond");
});

test("what is typed and ended before the field's code is there is a text, and not part of the next one", async ({ join }) => {
  const ann = await join();
  const code = await holdLaterCode(ann);
  await ann.selectTool("text");
  await ann.click({ x: 400, y: 300 });
  await ann.page.keyboard.type("early");
  await ann.press("Escape");
  await ann.saved();
  expect(await onlyText(ann)).toBe("early");
  code.resolve();
  await ann.selectTool("text");
  await ann.click({ x: 400, y: 500 });
  await expect(ann.textField).toHaveValue("");
});

test("bold and italic are keys while writing, which goes on; done by a key, the board has the keyboard", async ({ join }) => {
  const ann = await join();
  await ann.drawBetween("rect", { x: 400, y: 200 }, { x: 500, y: 260 });
  await ann.selectTool("text");
  await ann.click({ x: 400, y: 300 });
  await expect(ann.textField).toBeFocused();
  await ann.page.keyboard.type("one");
  await ann.press("Control+b");
  await ann.page.keyboard.type(" two");
  await ann.press("Control+i");
  await expect(ann.textField).toHaveValue("one two");
  expect(await ann.onlyShape("text")).toMatchObject({ text: "one two", bold: true, italic: true });
  await ann.press("Escape");
  await expect(ann.canvas).toBeFocused();
  await ann.press("Control+b");
  await expect.poll(async () => (await ann.onlyShape("text"))["bold"]).toBe(false);
  // Tab walks the board from here, and not the page: backwards, to the shape above.
  await ann.press("Shift+Tab");
  await expect(ann.canvas).toBeFocused();
  await expect(ann.page.locator(".walk-said")).toContainText("Rectangle");
});

test("a text pulled with the tool wraps where it was pulled to, in the field and on the board", async ({ join }) => {
  const ann = await join();
  await ann.selectTool("text");
  await ann.drag([
    { x: 300, y: 300 },
    { x: 380, y: 310 },
    { x: 460, y: 330 },
  ]);
  await expect(ann.textField).toBeFocused();
  expect((await ann.textField.boundingBox())?.width).toBeCloseTo(160, 0);
  await ann.page.keyboard.type("some words that do not fit on one line");
  await ann.press("Escape");
  expect(await ann.onlyShape("text")).toMatchObject({ x: 300, y: 300, w: 160, autoWidth: false });
  expect(Number((await ann.onlyShape("text"))["h"])).toBeGreaterThan(50);
});

test("a text that is read from the right is painted so, its full stop on the left, as it is written", async ({ join }) => {
  const ann = await join();
  await ann.typeText({ x: 400, y: 300 }, "שלוםשלום.....");
  await ann.press("Escape");
  const { w } = (await ann.onlyShape("text")) as { readonly w?: number };
  const half = { y: 295, h: 35, w: Math.round((w ?? 0) / 2) };
  // Dots have little ink: they are in the left half.
  await expect
    .poll(async () => {
      const [left, right] = [await ann.inkIn({ ...half, x: 400 }), await ann.inkIn({ ...half, x: 400 + half.w })];
      return left > 0 && right > left * 1.3;
    })
    .toBe(true);
});
