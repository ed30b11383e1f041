// The floor: a page with nothing but one canvas of the size of the window, which is painted with one square where the wheel or
// the pointer has gone. What it takes is the browser's and the machine's; no board can take less.
import type { Subject } from "./products.ts";
import { VIEW } from "./phases.ts";

const PAGE = `<!doctype html><canvas width="${VIEW.width}" height="${VIEW.height}" style="position: fixed; inset: 0"></canvas><script>
const pen = document.querySelector("canvas").getContext("2d");
let [x, y, isAsked] = [0, 0, false];
const paint = () => {
  isAsked = false;
  pen.fillStyle = "white";
  pen.fillRect(0, 0, ${VIEW.width}, ${VIEW.height});
  pen.fillStyle = "black";
  pen.fillRect(x, y, 50, 50);
};
const ask = () => {
  if (!isAsked) requestAnimationFrame(paint);
  isAsked = true;
};
addEventListener("wheel", (event) => { event.preventDefault(); x += event.deltaX; y += event.deltaY; ask(); }, { passive: false });
addEventListener("pointermove", (event) => { x = event.clientX; y = event.clientY; ask(); });
ask();
</script>`;

const nothing = async (): Promise<void> => {};

export const floor: Subject = {
  name: "floor",
  strokes: 0,
  async open(page) {
    await page.goto(`data:text/html,${encodeURIComponent(PAGE)}`);
    return { fullPaintMs: await page.evaluate(() => new Promise<number>((resolve) => requestAnimationFrame(resolve)), undefined) };
  },
  actions: () => ({ selectPen: nothing, startOthers: async () => nothing }),
};
