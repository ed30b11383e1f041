import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test.ts";

const fieldOf = (page: Page) => page.getByRole("textbox", { name: "What you say at your cursor" });
const heardBy = (page: Page) => page.getByRole("log");

/** Pixels that are painted on the overlay in a part of the canvas, CSS pixels. */
const paintedIn = (page: Page, box: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }): Promise<number> =>
  page.evaluate(({ x, y, w, h }) => {
    const overlay = [...document.querySelectorAll<HTMLCanvasElement>("main.board .paint canvas")].at(-1);
    const scale = devicePixelRatio;
    const data = overlay?.getContext("2d")?.getImageData(x * scale, y * scale, w * scale, h * scale).data ?? new Uint8ClampedArray();
    return data.filter((value, at) => at % 4 === 3 && value > 200).length;
  }, box);

test("what one types at the cursor is seen beside it by the others while it is typed, goes with it, and is gone with Escape", async ({
  join,
}) => {
  const [ana, bea] = [await join(), await join()];
  await ana.hasPeers(1);
  await bea.hasPeers(1);
  await ana.moveMouse({ x: 400, y: 300 });
  const beside = { x: 415, y: 338, w: 120, h: 24 };
  await ana.press("/");
  await expect(fieldOf(ana.page)).toBeFocused();
  await ana.page.keyboard.type("look at this: 42");
  await expect(heardBy(bea.page)).toHaveText(/look at this: 42$/);
  await expect.poll(() => paintedIn(bea.page, beside)).toBeGreaterThan(1_000);
  await ana.moveMouse({ x: 700, y: 400 });
  await expect.poll(() => paintedIn(bea.page, { ...beside, x: 715, y: 438 })).toBeGreaterThan(1_000);
  await expect.poll(() => paintedIn(bea.page, beside)).toBe(0);
  await ana.press("Escape");
  await expect(fieldOf(ana.page)).toHaveCount(0);
  await expect(ana.canvas).toBeFocused();
  await expect(heardBy(bea.page)).toHaveText("");
  await ana.hasShapes(0);
});

test("words stand for a while after Enter, and letters are the board's again", async ({ join }) => {
  const [ana, bea] = [await join(), await join()];
  await bea.hasPeers(1);
  await ana.moveMouse({ x: 400, y: 300 });
  await ana.press("/");
  await expect(fieldOf(ana.page)).toBeFocused();
  await ana.page.keyboard.type("well done 🎉");
  await ana.press("Enter");
  await expect(fieldOf(ana.page)).toHaveCount(0);
  await expect(heardBy(bea.page)).toHaveText(/well done 🎉$/);
  await ana.press("r");
  await expect(ana.page.locator('[data-tool="rect"]')).toHaveAttribute("aria-checked", "true");
  await expect(heardBy(bea.page)).toHaveText("");
});

test("what is typed, and entered, while the field's code is on its way is said when it is there", async ({ join }) => {
  const [ana, bea] = [await join(), await join()];
  await bea.hasPeers(1);
  const code = Promise.withResolvers<void>();
  await ana.page.route(/\/assets\/later-.*js/, async (route) => {
    await code.promise;
    await route.continue();
  });
  await ana.press("/");
  await ana.page.keyboard.type("are you there");
  await ana.press("Enter");
  code.resolve();
  await expect(heardBy(bea.page)).toHaveText(/are you there$/);
  await expect(fieldOf(ana.page)).toHaveCount(0);
  await expect(ana.canvas).toBeFocused();
});

test("who may only look says nothing on the board", async ({ join, board }) => {
  const guest = await join(board.viewUrl);
  await guest.press("/");
  await guest.press("Control+/");
  await expect(guest.page.getByRole("combobox")).toBeFocused();
  await guest.page.keyboard.type("say something");
  await expect(guest.page.getByRole("option")).toHaveCount(0);
  await expect(fieldOf(guest.page)).toHaveCount(0);
});
