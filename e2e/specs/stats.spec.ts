// Numbers beside the board follow what is done on it, and the pointer pressed by a key: with real keys.
import { fixture } from "@inkroom/shapes/testing";
import { expect, test } from "../fixtures/test.ts";
import type { BoardPage } from "../pages/board-page.ts";
import { lookFrom } from "../pages/show-board.ts";

const numbers = async ({ page }: BoardPage): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    await page
      .locator(".stats dl > div")
      .evaluateAll((rows) => rows.map((row) => [row.getAttribute("data-row"), row.lastElementChild?.textContent])),
  );
const box = (id: string, x: number) =>
  ({ op: "add", shape: fixture("rect", { id, x, y: 200, w: 100, h: 80, rotation: 0, fill: "solid", dash: "solid" }) }) as const;

test("Alt+/ shows how much is on the board, where the selection is, how near one looks and who is there", async ({ join, bot }) => {
  const ana = await join();
  const robot = await bot();
  await robot.push([box("a", 300), box("b", 500)]);
  await ana.hasShapes(2);
  await lookFrom(ana);
  await ana.press("Alt+Slash");
  await expect.poll(() => numbers(ana)).toEqual({ shapes: "2", zoom: "100 %", people: "2" });
  await ana.click({ x: 350, y: 240 });
  await expect.poll(() => numbers(ana)).toMatchObject({ selected: "1", place: "300 · 200", size: "100 × 80", angle: "0°" });
  await ana.press("Shift+ArrowRight");
  await expect.poll(async () => (await numbers(ana))["place"]).toBe("310 · 200");
  await robot.push([box("c", 700)]);
  const ben = await join();
  await ana.press("Control+Equal");
  await expect.poll(() => numbers(ana)).toMatchObject({ shapes: "3", zoom: "125 %", people: "3" });
  await ben.press("Control+KeyA");
  // It stays beside a panel, and goes by its button.
  await ana.press("Control+KeyF");
  await expect(ana.page.locator(".find")).toBeVisible();
  const [panel, stats] = [await ana.page.locator(".find").boundingBox(), await ana.page.locator(".stats").boundingBox()];
  expect((panel?.x ?? 0) + (panel?.width ?? 0)).toBeLessThanOrEqual(stats?.x ?? 0);
  await ana.press("Escape");
  await ana.page.getByRole("button", { name: "Close the stats" }).click();
  await expect(ana.page.locator(".stats")).toHaveCount(0);
});

test("a comma that is held is a button that is held: a shape is moved, a stroke is drawn, for both people", async ({ join, bot }) => {
  const ana = await join();
  const ben = await join();
  await (await bot()).push([box("a", 300)]);
  await ana.hasShapes(1);
  await lookFrom(ana);
  const hold = async (points: readonly { readonly x: number; readonly y: number }[]): Promise<void> => {
    for (const [i, point] of points.entries()) {
      await ana.moveMouse(point);
      if (i === 0) await ana.page.keyboard.down(",");
    }
    await ana.page.keyboard.up(",");
  };
  await hold([350, 380, 450].map((x) => ({ x, y: 240 })));
  await expect.poll(async () => (await ben.onlyShape("rect"))["x"]).toBe(400);
  await ana.press("KeyP");
  await hold([300, 350, 420].map((x) => ({ x, y: 500 })));
  await ben.hasShapes(2);
  await ana.press("Escape");
  // Held still at its end a stroke becomes what it resembles, as under a button.
  await ana.press("KeyP");
  await ana.moveMouse({ x: 300, y: 600 });
  await ana.page.keyboard.down(",");
  for (const x of [340, 400, 460, 520]) await ana.moveMouse({ x, y: 600 });
  await expect.poll(async () => (await ana.shapes("line")).length).toBe(1);
  await ana.page.keyboard.up(",");
  await ana.press("Escape");
  // In a text it is a comma.
  await ana.press("KeyT");
  await ana.click({ x: 700, y: 500 });
  await expect(ana.textField).toBeFocused();
  await ana.page.keyboard.type("a, b");
  await ana.press("Escape");
  expect((await ana.onlyShape("text"))["text"]).toBe("a, b");
});
