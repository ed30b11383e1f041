// Going elsewhere on the board with the magnifier and by a look at all of it, and points of lines by keys: with real keys.
import { fixture } from "@inkroom/shapes/testing";
import { expect, test } from "../fixtures/test.ts";
import type { BoardPage } from "../pages/board-page.ts";
import { lookFrom } from "../pages/show-board.ts";

type Camera = { readonly x: number; readonly y: number; readonly zoom: number };
type Handle = { readonly __inkroom: { readonly editor: { readonly state: { readonly camera: Camera; readonly tool: string } } } };

const cameraOf = ({ page }: BoardPage): Promise<readonly number[]> =>
  page.evaluate(() => {
    const { x, y, zoom } = (globalThis as unknown as Handle).__inkroom.editor.state.camera;
    return [x, y, zoom].map((value) => Math.round(value * 100) / 100);
  });

test("Z and a drag go to what is in the box, and a click with Alt comes back", async ({ join }) => {
  const ana = await join();
  await lookFrom(ana);
  await ana.press("KeyZ");
  await expect(ana.canvas).toHaveCSS("cursor", "zoom-in");
  await ana.drag(
    [
      { x: 320, y: 200 },
      { x: 500, y: 300 },
      { x: 640, y: 400 },
    ],
    { release: false },
  );
  expect(await ana.overlayInkIn({ x: 300, y: 180, w: 360, h: 240 })).toBeGreaterThan(20);
  await ana.page.mouse.up();
  await expect.poll(() => cameraOf(ana)).toEqual([320, 200, 4]);
  await ana.page.keyboard.down("Alt");
  await expect(ana.canvas).toHaveCSS("cursor", "zoom-out");
  await ana.click({ x: 0, y: 0 });
  await ana.page.keyboard.up("Alt");
  await expect.poll(() => cameraOf(ana)).toEqual([320, 200, 2]);
  await ana.press("KeyZ");
  await expect(ana.page.locator('[data-tool="select"]')).toHaveAttribute("aria-checked", "true");
});

test("while Shift+Z is held all is seen with a frame for the view, and Escape stays where one was", async ({ join, bot }) => {
  const ana = await join();
  await (await bot()).push([{ op: "add", shape: fixture("rect", { id: "far", x: 4_000, y: 3_000, w: 100, h: 100 }) }]);
  await ana.hasShapes(1);
  await lookFrom(ana);
  await ana.moveMouse({ x: 640, y: 400 });
  await ana.page.keyboard.down("Shift");
  await ana.page.keyboard.down("z");
  await expect.poll(async () => (await cameraOf(ana))[2]).toBeLessThan(0.4);
  await ana.moveMouse({ x: 900, y: 600 });
  await expect.poll(() => ana.overlayInkIn({ x: 700, y: 450, w: 400, h: 300 })).toBeGreaterThan(20);
  await ana.press("Escape");
  await ana.page.keyboard.up("z");
  await ana.page.keyboard.up("Shift");
  expect(await cameraOf(ana)).toEqual([0, 0, 1]);
});

test("Ctrl+Enter chooses the points of a line one after the other, for the arrow keys; others see it", async ({ join }) => {
  const ana = await join();
  const ben = await join();
  await lookFrom(ana);
  await ana.drawBetween("line", { x: 300, y: 300 }, { x: 500, y: 300 });
  await ana.press("Control+Enter");
  await ana.press("Control+Enter");
  await ana.press("Shift+ArrowDown");
  await expect.poll(async () => (await ben.onlyShape("line"))["vertices"]).toEqual([0, 0, 200, 10]);
});
