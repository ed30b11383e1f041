import { expect, test } from "../fixtures/test.ts";
import { type BoardPage, type Point, wave } from "../pages/board-page.ts";

type Record_ = { readonly shape: Readonly<Record<string, unknown>> };

/** The shapes of a tab as plain objects. */
async function shapes(board: BoardPage): Promise<Readonly<Record<string, unknown>>[]> {
  return Object.values(await board.records()).map((entry) => (entry as Record_).shape); // reason: live entries have a shape
}

async function onlyShape(board: BoardPage): Promise<Readonly<Record<string, unknown>>> {
  const [shape, ...others] = await shapes(board);
  expect(others).toEqual([]);
  if (shape === undefined) throw new Error("the board is empty");
  return shape;
}

for (const tool of ["rect", "ellipse", "line", "arrow"] as const) {
  test(`the ${tool} tool makes one ${tool} and hands back to select`, async ({ join }) => {
    const ann = await join();
    await ann.drawBetween(tool, { x: 300, y: 200 }, { x: 500, y: 320 });
    await ann.hasShapes(1);
    await ann.saved();
    expect((await onlyShape(ann))["kind"]).toBe(tool);
    await expect(ann.page.locator('[data-tool="select"]')).toHaveAttribute("aria-checked", "true");
  });
}

test("a pen stroke appears in the second tab and stays the pen's turn", async ({ join }) => {
  const ann = await join();
  const bea = await join();
  await ann.draw(wave({ x: 300, y: 250 }, { x: 700, y: 350 }));
  await ann.saved();
  await bea.hasShapes(1);
  const stroke = await onlyShape(bea);
  expect(stroke["kind"]).toBe("draw");
  expect(stroke["done"]).toBe(true);
  expect(stroke["count"]).toBeGreaterThan(5);
  expect((await bea.pixels()).inked).toBeGreaterThan(100);
  await expect(ann.page.locator('[data-tool="draw"]')).toHaveAttribute("aria-checked", "true");
});

test("ink under a pen that is still down is seen by the others", async ({ join }) => {
  const ann = await join();
  const bea = await join();
  await ann.selectTool("draw");
  await ann.drag(wave({ x: 300, y: 250 }, { x: 700, y: 350 }), { release: false });
  await expect.poll(async () => (await bea.pixels()).inked).toBeGreaterThan(100);
  await ann.page.mouse.up();
  await ann.saved();
  await bea.hasShapes(1);
});

test("letters typed at once after the click are all text", async ({ join }) => {
  const ann = await join();
  await ann.selectTool("text");
  // No waiting in between: the letters are there before the field has had a chance to take the focus by itself.
  await ann.page.mouse.move(400, 300);
  await Promise.all([ann.page.mouse.down(), ann.page.mouse.up(), ann.page.keyboard.type("abc")]);
  await ann.page.keyboard.press("Escape");
  await ann.saved();
  expect(await onlyShape(ann)).toMatchObject({ kind: "text", text: "abc" });
});

test("text is written where one clicks", async ({ join }) => {
  const ann = await join();
  const bea = await join();
  await ann.typeText({ x: 400, y: 300 }, "Hello there");
  await ann.saved();
  await bea.hasShapes(1);
  expect(await onlyShape(bea)).toMatchObject({ kind: "text", text: "Hello there" });
});

test("text that stays empty leaves nothing behind", async ({ join }) => {
  const ann = await join();
  await ann.typeText({ x: 400, y: 300 }, "");
  await ann.saved();
  await ann.hasShapes(0);
});

test("the eraser takes away whole shapes it crosses and no others", async ({ join }) => {
  const ann = await join();
  await ann.drawBetween("line", { x: 300, y: 200 }, { x: 300, y: 400 });
  await ann.drawBetween("line", { x: 700, y: 200 }, { x: 700, y: 400 });
  await ann.hasShapes(2);
  await ann.selectTool("erase");
  await ann.drag([
    { x: 250, y: 300 },
    { x: 300, y: 302 },
    { x: 350, y: 304 },
  ]);
  await ann.hasShapes(1);
  await ann.saved();
});

test("colour and size chosen in the panel are those of the next shape", async ({ join }) => {
  const ann = await join();
  await ann.selectTool("draw");
  const panel = ann.page.getByRole("complementary", { name: "Style" });
  await panel.getByRole("radio", { name: "Red", exact: true }).click();
  await panel.getByRole("radio", { name: "Large", exact: true }).click();
  await ann.drag(wave({ x: 300, y: 250 }, { x: 500, y: 350 }));
  await ann.saved();
  expect(await onlyShape(ann)).toMatchObject({ color: "red", size: "l" });
});

test("a shape is moved, resized and deleted with the mouse and the keyboard", async ({ join }) => {
  const ann = await join();
  await ann.drawBetween("rect", { x: 300, y: 200 }, { x: 400, y: 300 });
  await ann.saved();
  const drawn = await onlyShape(ann);
  await test.step("drag its edge", async () => {
    await ann.drag([
      { x: 325, y: 200 },
      { x: 350, y: 230 },
      { x: 425, y: 300 },
    ]);
    await ann.saved();
    const moved = await onlyShape(ann);
    expect(Number(moved["x"]) - Number(drawn["x"])).toBe(100);
    expect(Number(moved["y"]) - Number(drawn["y"])).toBe(100);
  });
  await test.step("drag its lower right corner", async () => {
    await ann.drag([
      { x: 500, y: 400 },
      { x: 520, y: 420 },
      { x: 560, y: 450 },
    ]);
    await ann.saved();
    expect(await onlyShape(ann)).toMatchObject({ w: 160, h: 150 });
  });
  await ann.press("Delete");
  await ann.hasShapes(0);
  await ann.saved();
});

test("a marquee selects what it touches", async ({ join }) => {
  const ann = await join();
  await ann.drawBetween("rect", { x: 300, y: 200 }, { x: 400, y: 300 });
  await ann.drawBetween("ellipse", { x: 500, y: 200 }, { x: 600, y: 300 });
  await ann.drawBetween("rect", { x: 900, y: 500 }, { x: 1000, y: 600 });
  await ann.hasShapes(3);
  await ann.selectTool("select");
  await ann.drag([
    { x: 250, y: 150 },
    { x: 400, y: 250 },
    { x: 650, y: 350 },
  ]);
  await ann.press("Delete");
  await ann.hasShapes(1);
});

test("zoom keeps the point under the cursor where it is; the hand and the wheel pan", async ({ join }) => {
  const ann = await join();
  const at: Point = { x: 400, y: 300 };
  await ann.moveMouse(at);
  await ann.page.keyboard.down("Control");
  await ann.page.mouse.wheel(0, -100);
  await ann.page.keyboard.up("Control");
  await expect(ann.page.getByRole("button", { name: /zoom/i }).filter({ hasText: /%/ })).not.toHaveText("100%");
  // Drawn at the same place on the screen before and after: the page point under the cursor did not move.
  await ann.drawBetween("rect", at, { x: 500, y: 400 });
  await ann.saved();
  const zoomed = await onlyShape(ann);
  expect(zoomed["x"]).toBeCloseTo(400, 0);
  expect(zoomed["y"]).toBeCloseTo(300, 0);
  await ann.press("Control+0");
  await ann.selectTool("hand");
  await ann.drag([
    { x: 600, y: 500 },
    { x: 650, y: 520 },
    { x: 700, y: 550 },
  ]);
  await ann.moveMouse({ x: 600, y: 500 });
  await ann.page.mouse.wheel(30, 40);
  expect(await onlyShape(ann)).toEqual(zoomed);
});

test("the dock is one stop of the Tab key: arrows go along it and round its ends, Enter takes the tool", async ({ join }) => {
  const ann = await join();
  const tool = (name: string) => ann.page.locator(`[data-tool="${name}"]`);
  const stops = ann.page.getByRole("toolbar").locator("button[tabindex='0']");
  await expect(stops).toHaveAttribute("data-tool", "draw");
  await tool("draw").focus();
  await ann.press("ArrowRight");
  await expect(tool("highlight")).toBeFocused();
  await expect(stops).toHaveAttribute("data-tool", "highlight");
  await expect(tool("draw")).toHaveAttribute("aria-checked", "true");
  await ann.press("Enter");
  await expect(tool("highlight")).toHaveAttribute("aria-checked", "true");
  await ann.press("Home");
  await expect(tool("select")).toBeFocused();
  await ann.press("ArrowLeft");
  await expect(ann.page.getByRole("button", { name: "Keep the tool after drawing" })).toBeFocused();
  // Away from it, the tool in the hand is the stop again.
  await ann.canvas.focus();
  await expect(stops).toHaveAttribute("data-tool", "highlight");
});
