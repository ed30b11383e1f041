// Compares what a tab shows with what it would show if everything were painted anew, and counts the work of its tiles.
import { expect, type Page } from "@playwright/test";

export type TileCounts = {
  readonly drawn: number;
  readonly drawnAside: number;
  readonly sheets: number;
  readonly mended: number;
  readonly appended: number;
  readonly livePainted: number;
  readonly isComplete: boolean;
  readonly isTiled: boolean;
};
type Difference = { /** Pixels that differ visibly. */ readonly pixels: number; readonly inked: number };

type Stats = { readonly livePainted: number; readonly tiles: Omit<TileCounts, "livePainted"> };
type Handle = {
  readonly scene: { stats(): Stats; toCanvas(): HTMLCanvasElement; toCanvasUntiled(): HTMLCanvasElement };
  readonly editor: { setCamera(camera: { x: number; y: number; zoom: number }): void };
};

export function tileCounts(page: Page): Promise<TileCounts> {
  return page.evaluate(() => {
    const { tiles, livePainted } = (globalThis as unknown as { __inkroom: Handle }).__inkroom.scene.stats();
    return { ...tiles, livePainted };
  });
}

/** Waits until all tiles in view are there. */
export async function tilesAreComplete(page: Page): Promise<void> {
  await expect.poll(async () => (await tileCounts(page)).isTiled, { message: "all tiles in view are drawn" }).toBe(true);
}

/** How the layers as they are now differ from a full repaint at this moment; null where tiles are still to be drawn. */
function differenceFromRepaint(page: Page): Promise<Difference | null> {
  return page.evaluate(() => {
    const { scene } = (globalThis as unknown as { __inkroom: Handle }).__inkroom;
    const pixelsOf = (canvas: HTMLCanvasElement): Uint8ClampedArray => {
      const context = canvas.getContext("2d");
      if (context === null) throw new Error("no 2D context");
      return context.getImageData(0, 0, canvas.width, canvas.height).data;
    };
    const shown = pixelsOf(scene.toCanvas());
    // That painted what had changed since the last frame, and may have left tiles to be drawn aside.
    if (!scene.stats().tiles.isComplete) return null;
    const wanted = pixelsOf(scene.toCanvasUntiled());
    // What rounding does to a smoothed edge is less than this; ink on paper is far more.
    const VISIBLE = 48;
    const far = (data: Uint8ClampedArray, at: number, other: Uint8ClampedArray, otherAt: number): boolean =>
      [0, 1, 2].some((channel) => Math.abs((data[at + channel] ?? 0) - (other[otherAt + channel] ?? 0)) > VISIBLE);
    let pixels = 0;
    let inked = 0;
    for (let at = 0; at < shown.length; at += 4) {
      if (far(shown, at, wanted, at)) pixels += 1;
      if (far(wanted, at, wanted, 0)) inked += 1;
    }
    return { pixels, inked };
  });
}

/**
 * What is shown is what painting everything anew would show. `leastInk`: pixels that must be inked at least; of so many inked
 * ones (`oneIn`) one may differ.
 */
export async function looksPainted(page: Page, { leastInk = 1, oneIn = 10_000 } = {}): Promise<void> {
  let difference: Difference | null = null;
  await expect
    .poll(async () => (difference = await differenceFromRepaint(page)), { message: "all tiles in view are drawn" })
    .not.toBeNull();
  const { pixels, inked } = difference ?? { pixels: 0, inked: 0 };
  expect(inked).toBeGreaterThanOrEqual(leastInk);
  // A path that is cut by a tile's edge is smoothed a little differently along that edge by the browser.
  expect(pixels).toBeLessThanOrEqual(inked / oneIn);
}
