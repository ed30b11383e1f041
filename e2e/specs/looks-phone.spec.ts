// What everything looks like on a phone, and the board on a tablet (see pages/looks.ts).
import { expect, test } from "../fixtures/test.ts";
import type { BoardPage, Point } from "../pages/board-page.ts";
import { asAda, looks, ofOneChromium, PHONE } from "../pages/looks.ts";
import { penAndFingers } from "../pages/pen-and-fingers.ts";
import { lookFrom, ON, show } from "../pages/show-board.ts";

ofOneChromium();

/** The corner of the page from which a phone sees most. */
const CORNER = { x: 300, y: 60 };
const seen = ({ x, y }: Point): Point => ({ x: x - CORNER.x, y: y - CORNER.y });

async function tapOn({ page, canvas }: BoardPage, at: Point): Promise<void> {
  const origin = await canvas.boundingBox();
  await page.touchscreen.tap((origin?.x ?? 0) + at.x, (origin?.y ?? 0) + at.y);
}

async function closes(ana: BoardPage): Promise<void> {
  await ana.press("Escape");
  await expect(ana.page.locator(".pop, .style-sheet, [role=dialog]")).toHaveCount(0);
}

test.describe("on a phone", () => {
  test.use(PHONE);

  test("a board, and what opens over it", async ({ person, board, bot }) => {
    const ana = await (await asAda(await person())).open(board.editUrl);
    const { page } = ana;
    await expect(page.getByText("A fresh page")).toBeVisible();
    await looks(page, "phone-empty");
    await show(ana, await bot());
    await lookFrom(ana, CORNER);
    await tapOn(ana, seen(ON.box));
    await page.getByRole("button", { name: "Style: colour, size and more" }).tap();
    await expect(page.locator(".style-sheet")).toBeVisible();
    await looks(page, "phone-style");
    await closes(ana);
    await ana.press("Escape");
    const hand = await penAndFingers(page);
    await hand.touch("touchStart", [{ ...seen(ON.box), radius: 8 }]);
    await expect(page.getByRole("menu")).toBeVisible();
    await hand.touch("touchEnd", []);
    await looks(page, "phone-context");
    await closes(ana);
    await ana.press("Escape");
    for (const [button, name] of [
      [page.getByRole("button", { name: "Board menu" }), "phone-menu"],
      [ana.people, "phone-people"],
    ] as const) {
      await button.tap();
      await expect(page.locator(".pop")).toBeVisible();
      await looks(page, name);
      await closes(ana);
    }
    await page.getByRole("button", { name: "Share" }).tap();
    const link = page.getByRole("textbox", { name: "Link" });
    await expect(link).toHaveValue(/http/);
    await looks(page, "phone-share", { without: link });
    await closes(ana);
  });

  test("panels and dialogs", async ({ person, board, bot }) => {
    const ana = await (await asAda(await person())).open(board.editUrl);
    const { page } = ana;
    await show(ana, await bot());
    await lookFrom(ana, CORNER);
    for (const [key, typed, selector, name] of [
      ["Control+/", "zoom", ".palette", "phone-palette"],
      ["Control+f", "th", ".find", "phone-find"],
      ["Alt+o", "", ".outline", "phone-outline"],
      ["Shift+?", "", ".help", "phone-help"],
      ["Control+Shift+e", "", ".export", "phone-export"],
    ] as const) {
      await ana.press(key);
      await expect(page.locator(selector)).toBeVisible();
      if (typed !== "") await page.keyboard.type(typed);
      await looks(page, name);
      await ana.press("Escape");
      if (await page.locator(selector).isVisible()) await ana.press("Escape");
      await expect(page.locator(selector)).toHaveCount(0);
    }
    await lookFrom(ana, CORNER);
    await tapOn(ana, seen(ON.box));
    await ana.press("s");
    await expect(page.locator(".color-field")).toBeVisible();
    await looks(page, "phone-colours");
    await ana.press("Escape");
    await closes(ana);
    await page.locator('[data-tool="geo"]').tap();
    await expect(page.locator(".form-tray")).toBeVisible();
    await looks(page, "phone-forms");
  });
});

test.describe("on a tablet", () => {
  test.use({ viewport: { width: 820, height: 1100 }, hasTouch: true });

  test("a board with something selected", async ({ person, board, bot }) => {
    const ana = await (await asAda(await person())).open(board.editUrl);
    await show(ana, await bot());
    await lookFrom(ana);
    await tapOn(ana, ON.box);
    await expect(ana.page.locator(".style-panel")).toBeVisible();
    await looks(ana.page, "tablet", { of: { x: 320, y: 0, width: 500, height: 1_100 } });
  });
});
