// Looks into a tab from outside of the app: the records its store holds and the pixels its canvas shows.
import type { BrowserContext, Page } from "@playwright/test";
import type { LiveEntry } from "@inkroom/model";

/** Shape id to entry; byte arrays as lists of numbers. Keys are sorted, so equal boards give equal JSON. */
export type BoardRecords = Readonly<Record<string, unknown>>;

/** An entry as `boardRecords` gives it. */
export function plainEntry(entry: LiveEntry): unknown {
  return sortKeys(entry);
}

function sortKeys(value: unknown): unknown {
  if (value instanceof Uint8Array) return [...value];
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== "object" || value === null) return value;
  const sorted = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, field]) => [key, sortKeys(field)]));
}

/** Makes the app show its debug handle (apps/web/src/host/debug-handle.ts) in this context's pages. */
export function enableDebugHandle(context: BrowserContext): Promise<unknown> {
  return context.addInitScript(() => {
    // Pages without an origin (about:blank) have no storage.
    if (location.origin !== "null") localStorage.setItem("inkroom.debug", "1");
  });
}

export async function boardRecords(page: Page): Promise<BoardRecords> {
  const entries = await page.evaluate(() => {
    type View = { shapes(): Iterable<{ readonly id: string }>; entry(id: string): unknown };
    const handle = (globalThis as { __inkroom?: { readonly replica: { readonly view: View } } }).__inkroom;
    if (handle === undefined) throw new Error("no board on this page");
    const { view } = handle.replica;
    const plain = (value: unknown): unknown => {
      if (value instanceof Uint8Array) return [...value];
      if (Array.isArray(value)) return value.map(plain);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, plain(field)]));
    };
    return [...view.shapes()].map(({ id }) => [id, plain(view.entry(id))] as const);
  });
  return sortKeys(Object.fromEntries(entries)) as BoardRecords; // reason: built from [id, entry] pairs just above
}

/**
 * Hash of the two lower layers (still and live content) painted over each other, and how many pixels are inked: far
 * from the first pixel's colour, which is paper (the paper is opaque, and its dots are pale).
 * The third layer (selection, cursors) is each tab's own.
 */
export function boardPixels(page: Page): Promise<{ hash: string; inked: number }> {
  return page.evaluate(async () => {
    const layers = [...document.querySelectorAll<HTMLCanvasElement>("main.board .canvas canvas")].slice(0, 2);
    const sheet = new OffscreenCanvas(layers[0]?.width ?? 1, layers[0]?.height ?? 1);
    const context = sheet.getContext("2d");
    if (context === null) throw new Error("no 2D context");
    for (const layer of layers) context.drawImage(layer, 0, 0);
    const { data } = context.getImageData(0, 0, sheet.width, sheet.height);
    const FAR_FROM_PAPER = 160;
    let inked = 0;
    for (let at = 0; at < data.length; at += 4) {
      const far = [0, 1, 2].reduce((sum, channel) => sum + Math.abs((data[at + channel] ?? 0) - (data[channel] ?? 0)), 0);
      if (far > FAR_FROM_PAPER) inked += 1;
    }
    const digest = await crypto.subtle.digest("SHA-256", data);
    return { hash: [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join(""), inked };
  });
}
