// Any colour: from a field, by its number or key, from the board; for lines, insides and notes, in both themes.
import { devices } from "@playwright/test";
import { expect, test } from "../fixtures/test.ts";
import type { BoardPage, Point } from "../pages/board-page.ts";
import { exportFile } from "../pages/pictures.ts";

const popoverOf = ({ page }: BoardPage) => page.locator(".color-popover");
const fieldOf = (ana: BoardPage) => popoverOf(ana).getByRole("slider", { name: "Saturation and brightness" });
const codeOf = (ana: BoardPage) => popoverOf(ana).getByRole("textbox", { name: "Colour code" });
const swatchIn = (ana: BoardPage, group: string, name: string) =>
  popoverOf(ana)
    .getByRole("radiogroup", { name: group })
    .or(popoverOf(ana).getByRole("group", { name: group }))
    .getByRole("radio", { name });

async function openColors(ana: BoardPage): Promise<void> {
  await ana.page.getByRole("button", { name: /^Another colour/ }).click();
  await expect(fieldOf(ana)).toBeVisible();
}

async function typeCode(ana: BoardPage, code: string): Promise<void> {
  await codeOf(ana).fill(code);
  await codeOf(ana).press("Enter");
}

/** #rrggbb of what is painted at a point of the canvas, selection and pointers aside. */
function paintedAt({ page }: BoardPage, { x, y }: Point): Promise<string> {
  return page.evaluate(
    ([left, top]) => {
      const layers = [...document.querySelectorAll<HTMLCanvasElement>("main.board .canvas canvas")].slice(0, 2);
      const pen = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d");
      for (const layer of layers) pen?.drawImage(layer, left * devicePixelRatio, top * devicePixelRatio, 1, 1, 0, 0, 1, 1);
      const [r = 0, g = 0, b = 0] = pen?.getImageData(0, 0, 1, 1).data ?? [];
      return `#${[r, g, b].map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
    },
    [x, y] as const,
  );
}

test("a colour is pulled out of the field: seen at once, by the other too, one step to undo", async ({ join }) => {
  const [ana, ben] = [await join(), await join()];
  await ana.drawBetween("rect", { x: 200, y: 200 }, { x: 380, y: 320 });
  await ana.saved();
  await openColors(ana);
  const box = await fieldOf(ana).boundingBox();
  if (box === null) throw new Error("no field");
  const [left, top] = [box.x, box.y];
  await ana.page.mouse.move(left + 40, top + 40);
  await ana.page.mouse.down();
  await ana.page.mouse.move(left + 120, top + 30, { steps: 4 });
  await ana.page.mouse.move(left + box.width + 50, top - 50, { steps: 4 });
  // The far corner is the full hue, however far beyond it the pointer is.
  await expect.poll(() => paintedAt(ana, { x: 200, y: 260 })).toMatch(/^#(?!1e1d1a)/);
  const code = await codeOf(ana).inputValue();
  // Where it rests, the button still down.
  await expect.poll(async () => (await ben.onlyShape("rect"))["color"]).toBe(code);
  await expect.poll(() => paintedAt(ben, { x: 200, y: 260 })).toBe(code);
  const seq = await ana.number("seq");
  await ana.page.mouse.up();
  expect(code).toMatch(/^#[0-9a-f]{6}$/);
  await expect.poll(async () => (await ana.onlyShape("rect"))["color"]).toBe(code);
  await ana.saved();
  // Nothing is left to send.
  expect(await ana.number("seq")).toBe(seq);
  await expect.poll(async () => (await ben.onlyShape("rect"))["color"]).toBe(code);
  await expect.poll(() => paintedAt(ben, { x: 200, y: 260 })).toBe(code);
  await ana.press("Escape");
  await ana.undo();
  await expect.poll(async () => (await ben.onlyShape("rect"))["color"]).toBe("ink");
});

test("a colour is typed as CSS writes it; what is none is refused; those used lately and those on the board are offered again", async ({
  join,
}) => {
  const ana = await join();
  await ana.drawBetween("ellipse", { x: 200, y: 200 }, { x: 380, y: 320 });
  await openColors(ana);
  for (const [typed, code] of [
    ["#FF8800", "#ff8800"],
    ["0a8", "#00aa88"],
    ["rebeccapurple", "#663399"],
  ] as const) {
    await typeCode(ana, typed);
    await expect(codeOf(ana)).toHaveValue(code);
    await expect.poll(async () => (await ana.onlyShape("ellipse"))["color"]).toBe(code);
  }
  await codeOf(ana).fill("no colour");
  await expect(codeOf(ana)).toHaveAttribute("aria-invalid", "true");
  await ana.press("Enter");
  await expect(codeOf(ana)).toHaveValue("#663399");
  // The first Escape is for what is being typed, the second for the popover.
  await codeOf(ana).fill("#00");
  await ana.press("Escape");
  await expect(codeOf(ana)).toHaveValue("#663399");
  await ana.press("Escape");
  await expect(popoverOf(ana)).toHaveCount(0);
  await ana.saved();
  await ana.reload();
  await ana.selectTool("rect");
  await openColors(ana);
  await swatchIn(ana, "Used lately", "#663399").click();
  await ana.press("Escape");
  await ana.drag([
    { x: 500, y: 200 },
    { x: 560, y: 240 },
    { x: 600, y: 300 },
  ]);
  await expect.poll(async () => (await ana.onlyShape("rect"))["color"]).toBe("#663399");
  const ben = await join();
  await ben.selectTool("draw");
  await openColors(ben);
  await swatchIn(ben, "On this board", "#663399").click();
  await expect(codeOf(ben)).toHaveValue("#663399");
});

test("the inside has a colour of its own, which fills what was empty, or that of the line; words on it are legible", async ({ join }) => {
  const ana = await join();
  await ana.drawBetween("rect", { x: 200, y: 200 }, { x: 380, y: 320 });
  await ana.press("g");
  await expect(fieldOf(ana)).toBeVisible();
  await typeCode(ana, "#ffd400");
  await expect.poll(() => ana.onlyShape("rect")).toMatchObject({ color: "ink", fill: "solid", fillColor: "#ffd400" });
  await ana.press("Escape");
  await expect.poll(() => paintedAt(ana, { x: 290, y: 230 })).toBe("#ffd400");
  await expect(ana.page.getByRole("button", { name: "Colour inside: #ffd400" })).toBeVisible();
  const svg = String((await exportFile(ana, "Export as SVG")).bytes);
  expect(svg).toContain('fill="#ffd400"');
  await ana.press("g");
  await popoverOf(ana).getByRole("button", { name: "As the line" }).click();
  await expect.poll(() => ana.onlyShape("rect")).toMatchObject({ fill: "solid", fillColor: "same" });
});

test("colours have keys: S and G open them, letters choose from the palette, Shift+S takes one from the board", async ({ join }) => {
  const ana = await join();
  const { page } = ana;
  await ana.drawBetween("rect", { x: 200, y: 200 }, { x: 300, y: 300 });
  await ana.press("s");
  await expect(fieldOf(ana)).toBeVisible();
  await ana.press("e");
  await expect.poll(async () => (await ana.onlyShape("rect"))["color"]).toBe("red");
  await ana.press("d");
  await expect.poll(async () => (await ana.onlyShape("rect"))["color"]).toBe("blue");
  await typeCode(ana, "#12ab9f");
  await ana.press("Escape");
  await ana.drawBetween("ellipse", { x: 400, y: 200 }, { x: 500, y: 300 });
  await ana.press("s");
  await ana.press("q");
  await ana.press("Escape");
  await expect.poll(async () => (await ana.onlyShape("ellipse"))["color"]).toBe("ink");
  await ana.press("Shift+S");
  await expect(page.locator(".pick-veil")).toBeFocused();
  await ana.moveMouse({ x: 600, y: 500 });
  await expect(page.locator(".pick-bubble")).toHaveText("Nothing of a colour is here");
  await ana.moveMouse({ x: 200, y: 250 });
  await expect(page.locator(".pick-bubble")).toHaveText("#12ab9f");
  await page.mouse.down();
  await page.mouse.up();
  await expect.poll(async () => (await ana.onlyShape("ellipse"))["color"]).toBe("#12ab9f");
  await expect(page.locator(".pick-veil")).toHaveCount(0);
  await ana.press("Shift+G");
  await expect(page.locator(".pick-veil")).toBeFocused();
  await ana.press("Escape");
  await expect(page.locator(".pick-veil")).toHaveCount(0);
  await expect(ana.canvas).toBeFocused();
});

test("in the dark lines that could not be seen are lighter, pale insides are dark, and the rest is as it was chosen", async ({ join }) => {
  const [ana, ben] = [await join(), await join()];
  await ben.page.emulateMedia({ colorScheme: "dark" });
  await ana.selectTool("rect");
  await openColors(ana);
  await typeCode(ana, "#000080");
  await ana.press("Escape");
  await ana.drag([
    { x: 200, y: 200 },
    { x: 300, y: 250 },
    { x: 380, y: 320 },
  ]);
  await ana.press("g");
  await typeCode(ana, "#fff3bf");
  await ana.press("Escape");
  await ana.press("Escape");
  await expect.poll(() => paintedAt(ana, { x: 200, y: 260 })).toBe("#000080");
  await expect.poll(() => paintedAt(ana, { x: 290, y: 260 })).toBe("#fff3bf");
  await expect.poll(() => ben.onlyShape("rect")).toMatchObject({ color: "#000080", fillColor: "#fff3bf" });
  const bright = (hex: string): number => [1, 3, 5].reduce((sum, at) => sum + Number.parseInt(hex.slice(at, at + 2), 16), 0);
  await expect.poll(async () => bright(await paintedAt(ben, { x: 200, y: 260 }))).toBeGreaterThan(bright("#000080"));
  await expect.poll(async () => bright(await paintedAt(ben, { x: 290, y: 260 }))).toBeLessThan(bright("#606060"));
});

test("a drawing of Excalidraw keeps its colours", async ({ join }) => {
  const ana = await join();
  const element = { type: "rectangle", width: 160, height: 100, strokeColor: "#e03131", backgroundColor: "#FFEC99", fillStyle: "solid" };
  await ana.page.evaluate(
    (text) => navigator.clipboard.writeText(text),
    JSON.stringify({ type: "excalidraw/clipboard", elements: [element], files: {} }),
  );
  await ana.moveMouse({ x: 400, y: 300 });
  await ana.press("Control+v");
  await ana.hasShapes(1);
  expect(await ana.onlyShape("rect")).toMatchObject({ color: "#e03131", fill: "solid", fillColor: "#ffec99" });
  await expect(ana.page.locator(".toast")).toHaveCount(0);
});

test.describe("on a phone", () => {
  const { viewport, userAgent, deviceScaleFactor, isMobile, hasTouch } = devices["Pixel 7"];
  test.use({ viewport, userAgent, deviceScaleFactor, isMobile, hasTouch });

  test("a note gets any colour in the sheet, by a finger", async ({ browser, board }) => {
    const context = await browser.newContext({ viewport, userAgent, deviceScaleFactor, isMobile, hasTouch });
    const page = await context.newPage();
    await page.goto(board.editUrl);
    await expect(page.locator("main.board")).toHaveAttribute("data-state", "live");
    await page.locator('[data-tool="note"]').tap();
    await page.getByRole("button", { name: "Style: colour, size and more" }).tap();
    await page.getByRole("button", { name: /^Another colour/ }).tap();
    const field = page.getByRole("slider", { name: "Saturation and brightness" });
    const box = await field.boundingBox();
    expect(box?.height ?? 0).toBeGreaterThan(100);
    await field.tap({ position: { x: (box?.width ?? 0) - 4, y: 4 } });
    const code = await page.getByRole("textbox", { name: "Colour code" }).inputValue();
    expect(code).toMatch(/^#[0-9a-f]{6}$/);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: `Another colour: ${code}` })).toBeVisible();
    const { width = 0, height = 0 } = (await page.getByRole("button", { name: `Another colour: ${code}` }).boundingBox()) ?? {};
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    await context.close();
  });

  test("the colours are asked for by name or key while the sheet is shut, which opens for them", async ({ join }) => {
    const ana = await join();
    await ana.page.setViewportSize({ width: 412, height: 839 });
    await ana.page.getByRole("button", { name: "Style: colour, size and more" }).waitFor();
    await ana.press("s");
    const field = ana.page.getByRole("slider", { name: "Saturation and brightness" });
    await expect(field).toBeVisible();
    await ana.press("Escape");
    await expect(field).toHaveCount(0);
    await ana.page.getByRole("button", { name: "Close style" }).click();
    await expect(ana.page.getByRole("button", { name: "Close style" })).toHaveCount(0);
  });
});
