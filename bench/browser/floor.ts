// The floor: pages with nothing but one canvas of the size of the window, which is painted anew with each wheel and each move of the
// pointer. What they take is the browser's and the machine's; no board can take less.
import { VIEW } from "./phases.ts";
import type { Product } from "./products.ts";

/** `prepare` and `paint`: scripts; `paint` finds the pen, and in `x` and `y` where the wheel or the pointer has gone. */
const page = (prepare: string, paint: string): string => `<!doctype html>
<canvas width="${VIEW.width}" height="${VIEW.height}" style="position: fixed; inset: 0"></canvas><script>
const pen = document.querySelector("canvas").getContext("2d");
let [x, y, isAsked] = [0, 0, false];
${prepare}
const paint = () => {
  isAsked = false;
  pen.fillStyle = "white";
  pen.fillRect(0, 0, ${VIEW.width}, ${VIEW.height});
  ${paint}
};
const ask = () => {
  if (!isAsked) requestAnimationFrame(paint);
  isAsked = true;
};
addEventListener("wheel", (event) => { event.preventDefault(); x += event.deltaX; y += event.deltaY; ask(); }, { passive: false });
addEventListener("pointermove", (event) => { x = event.clientX; y = event.clientY; ask(); });
ask();
</script>`;

const SQUARE = page("", `pen.fillStyle = "black"; pen.fillRect(x, y, 50, 50);`);

/** Bitmaps over all of the window, at 0.6 to 1.2 of their size: what any board has to do that keeps bitmaps, while it is zoomed. */
const BITMAPS = page(
  `let frame = 0;
const bitmaps = Array.from({ length: 15 }, (_, i) => {
  const sheet = new OffscreenCanvas(512, 512);
  const ink = sheet.getContext("2d");
  for (let line = 0; line < 200; line += 1) { ink.fillStyle = "hsl(" + line + " 50% 50%)"; ink.fillRect((line * 37) % 480, (line * 91 + i) % 500, 40, 3); }
  return sheet.transferToImageBitmap();
});`,
  `const side = Math.round(512 * 0.6 * 2 ** ((frame++ % 30) / 30));
  let at = 0;
  for (let top = 0; top < ${VIEW.height}; top += side)
    for (let left = 0; left < ${VIEW.width}; left += side) pen.drawImage(bitmaps[at++ % 15], left, top, side, side);`,
);

const nothing = async (): Promise<void> => {};

const floor = (name: string, html: string): Product => ({
  name,
  strokes: 0,
  async open(opened) {
    await opened.goto(`data:text/html,${encodeURIComponent(html)}`);
    return { fullPaintMs: await opened.evaluate(() => new Promise<number>((resolve) => requestAnimationFrame(resolve)), undefined) };
  },
  actions: () => ({ selectPen: nothing, startOthers: async () => nothing }),
});

export const FLOORS: readonly Product[] = [floor("floor", SQUARE), floor("floor, bitmaps scaled", BITMAPS)];
