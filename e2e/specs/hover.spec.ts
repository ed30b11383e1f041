// What is under a pointer that moves nothing itself: it goes off the board, or the board moves away under it.
import { expect, test } from "../fixtures/test.ts";
import type { BoardPage } from "../pages/board-page.ts";

type EditorState = {
  readonly hovered: string | undefined;
  readonly bindTarget: string | undefined;
  readonly selection: ReadonlySet<string>;
};
type Handle = { readonly __inkroom: { readonly editor: { readonly state: EditorState } } };

function lit({ page }: BoardPage): Promise<boolean> {
  return page.evaluate(() => {
    const { hovered, bindTarget } = (globalThis as unknown as Handle).__inkroom.editor.state;
    return hovered !== undefined || bindTarget !== undefined;
  });
}

function selected({ page }: BoardPage): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as Handle).__inkroom.editor.state.selection.size);
}

test("a shape that reaches under the dock is lit no more when the pointer has gone onto the dock", async ({ join }) => {
  const ann = await join();
  const { x, y, width, height } = (await ann.page.locator('[data-tool="select"]').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const dock = { x: x + width / 2, y: y + height / 2 };
  await ann.drawBetween("rect", { x: dock.x - 60, y: dock.y - 200 }, { x: dock.x + 200, y: dock.y + 10 });
  await ann.press("Escape");
  for (const tool of ["select", "arrow"] as const) {
    await ann.selectTool(tool);
    await ann.moveMouse({ x: dock.x - 60, y: dock.y - 100 });
    await expect.poll(() => lit(ann)).toBe(true);
    await ann.page.mouse.move(dock.x, dock.y, { steps: 5 });
    await expect.poll(() => lit(ann)).toBe(false);
    await ann.page.keyboard.down("Shift");
    expect(await lit(ann)).toBe(false);
    await ann.page.keyboard.up("Shift");
  }
});

test("a click, the wheel and a click are no double click: the shape that came under the pointer is selected", async ({ join }) => {
  const ann = await join();
  await ann.drawBetween("rect", { x: 500, y: 300 }, { x: 700, y: 400 });
  await ann.press("Escape");
  const at = { x: 600, y: 150 };
  await ann.moveMouse(at);
  await ann.page.mouse.down();
  await ann.page.mouse.up();
  // Its upper edge: a hollow shape is taken by its outline.
  await ann.page.mouse.wheel(0, 150);
  await ann.page.mouse.down();
  await ann.page.mouse.up();
  await expect.poll(() => selected(ann)).toBe(1);
  await expect(ann.textField).toHaveCount(0);
});
