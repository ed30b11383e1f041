// Counts ink on the canvases of a tab: pixels of the two lower layers that are far from the paper's colour and its dots.
import type { Page } from "@playwright/test";

/** CSS pixels from the top left corner of the canvas. */
export type Part = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
export type InkWatch = {
  /** Fewest inked pixels in any frame so far. */
  least(): Promise<number>;
  /** Smallest difference between one frame and the next so far; below 0: ink went away. */
  leastGrowth(): Promise<number>;
};

type Counter = { readonly count: (part: Part) => number; readonly series: Record<string, number[]> };

/** Puts the counter into the page, once. */
function install(page: Page): Promise<void> {
  return page.evaluate(() => {
    const place = globalThis as { __ink?: Counter };
    if (place.__ink !== undefined) return;
    const sheet = new OffscreenCanvas(1, 1);
    const context = sheet.getContext("2d", { willReadFrequently: true });
    if (context === null) throw new Error("no 2D context");
    const FAR_FROM_PAPER = 160;
    const count = ({ x, y, w, h }: Part): number => {
      Object.assign(sheet, { width: w, height: h });
      for (const layer of [...document.querySelectorAll("canvas")].slice(0, 2)) {
        if (layer.width > 0) context.drawImage(layer, x, y, w, h, 0, 0, w, h);
      }
      const { data } = context.getImageData(0, 0, w, h);
      let inked = 0;
      for (let at = 0; at < data.length; at += 4) {
        const far = [0, 1, 2].reduce((sum, channel) => sum + Math.abs((data[at + channel] ?? 0) - (data[channel] ?? 0)), 0);
        if (far > FAR_FROM_PAPER) inked += 1;
      }
      return inked;
    };
    place.__ink = { count, series: {} };
  });
}

export async function inkIn(page: Page, part: Part): Promise<number> {
  await install(page);
  return page.evaluate((wanted) => (globalThis as unknown as { __ink: Counter }).__ink.count(wanted), part);
}

/** Pixels of the topmost layer that show something: frames, pointers and trails. */
export function overlayInkIn(page: Page, part: Part): Promise<number> {
  return page.evaluate(({ x, y, w, h }) => {
    const layer = [...document.querySelectorAll("canvas")][2];
    const data = layer?.getContext("2d")?.getImageData(x, y, w, h).data ?? [];
    let shown = 0;
    for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 0) > 0) shown += 1;
    return shown;
  }, part);
}

export async function watchInk(page: Page, part: Part): Promise<InkWatch> {
  await install(page);
  const key = JSON.stringify(part);
  await page.evaluate(
    ({ wanted, name }) => {
      const { count, series } = (globalThis as unknown as { __ink: Counter }).__ink;
      const seen = (series[name] = [count(wanted)]);
      const step = (): void => {
        // The app paints in its own callbacks of this frame: what it leaves behind is what is shown.
        setTimeout(() => seen.push(count(wanted))); // wait reason: a task of its own, no time
        requestAnimationFrame(step);
      };
      requestAnimationFrame(step);
    },
    { wanted: part, name: key },
  );
  const read = (): Promise<number[]> =>
    page.evaluate((name) => (globalThis as unknown as { __ink: Counter }).__ink.series[name] ?? [], key);
  return {
    least: async () => Math.min(...(await read())),
    leastGrowth: async () => (await read()).reduce((least, ink, at, all) => Math.min(least, ink - (all[at - 1] ?? ink)), 0),
  };
}
