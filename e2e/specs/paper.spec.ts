// What is printed on the paper: one choice for a board, seen by all, undone like anything else, and in pictures only where it is asked for.
import { readFile } from "node:fs/promises";
import { expect, test } from "../fixtures/test.ts";
import type { BoardPage } from "../pages/board-page.ts";
import { exportFile } from "../pages/pictures.ts";

/** How many pixels of a row, and of a column, are not the most common one: what crosses them of what is printed. */
function crossings({ page }: BoardPage): Promise<{ readonly row: number; readonly column: number }> {
  return page.evaluate(() => {
    const [still] = document.querySelectorAll<HTMLCanvasElement>("main.board .canvas canvas");
    const pen = still?.getContext("2d");
    if (still === undefined || pen === null || pen === undefined) throw new Error("nothing is painted");
    const other = (data: Uint8ClampedArray): number => {
      const counts = new Map<string, number>();
      for (let at = 0; at < data.length; at += 4) {
        const color = data.slice(at, at + 3).join();
        counts.set(color, (counts.get(color) ?? 0) + 1);
      }
      return data.length / 4 - Math.max(...counts.values());
    };
    // Between two dots or squares.
    const [x, y] = [610 * devicePixelRatio, 450 * devicePixelRatio];
    return { row: other(pen.getImageData(0, y, still.width, 1).data), column: other(pen.getImageData(x, 0, 1, still.height).data) };
  });
}

async function choosePaper({ page }: BoardPage, name: string): Promise<void> {
  await page.getByRole("button", { name: "Board menu" }).click();
  await page.getByRole("menuitem", { name: "Paper", exact: true }).press("ArrowRight");
  await page.getByRole("menuitemradio", { name }).click();
  await expect(page.getByRole("menuitemradio", { name })).toBeChecked();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
}

test("what is chosen in the menu is printed on the paper of everyone, at any zoom, and stays; undo takes it back", async ({ join }) => {
  const [ana, ben] = [await join(), await join()];
  await choosePaper(ana, "Squared paper");
  for (const person of [ana, ben]) {
    await expect.poll(async () => (await crossings(person)).row).toBeGreaterThan(20);
    await expect.poll(async () => (await crossings(person)).column).toBeGreaterThan(20);
  }
  await choosePaper(ben, "Ruled paper");
  await expect.poll(async () => (await crossings(ana)).row).toBe(0);
  expect((await crossings(ana)).column).toBeGreaterThan(8);
  for (const key of ["Control+-", "Control+-", "Control+-", "Control+-", "Control+-"]) await ana.press(key);
  await expect.poll(async () => (await crossings(ana)).row).toBe(0);
  expect((await crossings(ana)).column).toBeGreaterThan(8);
  await ana.saved();
  await ana.reload();
  await expect.poll(async () => (await crossings(ana)).column).toBeGreaterThan(8);
  await ana.hasShapes(0);
  await expect(ana.page.getByText("A fresh page")).toBeVisible();
  await choosePaper(ana, "Isometric paper");
  await expect.poll(async () => (await crossings(ben)).row).toBeGreaterThan(20);
  await ben.saved();
  await ana.undo();
  await expect.poll(async () => (await crossings(ben)).row).toBe(0);
});

test("paper is chosen from the palette and the board's own menu too, and is no thing on it", async ({ join, board }) => {
  const ana = await join();
  await ana.press("Control+/");
  const palette = ana.page.getByRole("combobox", { name: "What do you want to do?" });
  await expect(palette).toBeFocused();
  await palette.fill("plain paper");
  await ana.press("Enter");
  await expect.poll(() => crossings(ana)).toEqual({ row: 0, column: 0 });
  await ana.canvas.click({ position: { x: 640, y: 420 }, button: "right" });
  await ana.page.getByRole("menuitem", { name: "Paper" }).press("ArrowRight");
  await ana.page.getByRole("menuitem", { name: "Isometric paper" }).click();
  await expect.poll(async () => (await crossings(ana)).row).toBeGreaterThan(20);
  await ana.press("Control+a");
  await ana.press("Delete");
  await expect.poll(async () => (await crossings(ana)).row).toBeGreaterThan(20);
  await ana.saved();
  const viewer = await join(board.viewUrl);
  await expect.poll(async () => (await crossings(viewer)).row).toBeGreaterThan(20);
  await viewer.page.getByRole("button", { name: "Board menu" }).click();
  await viewer.page.getByRole("menuitem", { name: "Paper", exact: true }).press("ArrowRight");
  await expect(viewer.page.getByRole("menuitemradio", { name: "Plain paper" })).toBeDisabled();
});

test("a picture has what is printed only where that is asked for, and a board file says it", async ({ join, server }) => {
  const ana = await join();
  await ana.drawBetween("rect", { x: 300, y: 200 }, { x: 500, y: 360 });
  await choosePaper(ana, "Squared paper");
  await ana.press("Escape");
  expect(String((await exportFile(ana, "Export as SVG")).bytes)).not.toContain("stroke-opacity");
  await ana.press("Control+Shift+E");
  const dialog = ana.page.getByRole("dialog", { name: "Export a picture" });
  const choose = (row: string, name: string) => dialog.getByRole("radiogroup", { name: row }).getByRole("radio", { name }).click();
  await choose("Background", "Pattern");
  await choose("Format", "SVG");
  const vector = ana.page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save" }).click();
  expect(await readFile(await (await vector).path(), "utf8")).toContain("stroke-opacity");
  await ana.press("Control+Shift+E");
  const sizes: number[] = [];
  for (const ground of ["Paper", "Pattern"]) {
    if (sizes.length > 0) await ana.press("Control+Shift+E");
    await choose("Background", ground);
    const bitmap = ana.page.waitForEvent("download");
    await dialog.getByRole("button", { name: "Save" }).click();
    sizes.push((await readFile(await (await bitmap).path())).length);
  }
  expect(sizes[1]).toBeGreaterThan(sizes[0] ?? 0);
  const saved = ana.page.waitForEvent("download");
  await ana.press("Control+s");
  const file = await readFile(await (await saved).path());
  expect(String(file)).toContain('"paper":"squares"');
  const { createBoard } = await import("../fixtures/boards.ts");
  const other = await join((await createBoard(server.url)).editUrl);
  await other.chooseFile("Control+o", { name: "plan.inkroom", mimeType: "", buffer: file });
  await other.hasShapes(1);
  await expect.poll(async () => (await crossings(other)).row).toBeGreaterThan(20);
});
