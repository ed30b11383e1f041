// The floor: a page with nothing but one canvas of the size of the window, which is painted with one square where the wheel or
// the pointer has gone. What it takes is the browser's and the machine's; no board can take less.
import type { Browser } from "@playwright/test";
import { newPage, type Opened } from "./products.ts";
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

export async function openFloor(browser: Browser): Promise<Opened> {
  const { page, cdp, close } = await newPage(browser);
  const startMs = performance.now();
  await page.route("**/*", (route) => route.fulfill({ contentType: "text/html", body: PAGE }));
  await page.goto("http://localhost/");
  const nothing = async (): Promise<void> => {};
  const product = { name: "floor", page, cdp, selectPen: nothing, startOthers: async () => nothing };
  return { product, fullPaintMs: performance.now() - startMs, close };
}
