// What a board, the palette and the page with all boards look like (see pages/looks.ts).
import type { Page } from "@playwright/test";
import { createBoard } from "../fixtures/boards.ts";
import { expect, test } from "../fixtures/test.ts";
import { type BoardPage, wave } from "../pages/board-page.ts";
import { asAda, looks, ofOneChromium, PHONE } from "../pages/looks.ts";

ofOneChromium();

async function fill(person: BoardPage): Promise<void> {
  await person.drawBetween("rect", { x: 60, y: 160 }, { x: 170, y: 240 });
  await person.drawBetween("ellipse", { x: 210, y: 160 }, { x: 320, y: 240 });
  await person.draw(wave({ x: 60, y: 320 }, { x: 320, y: 340 }));
  await person.typeText({ x: 60, y: 400 }, "A plan for Friday");
  await person.press("Escape");
  await person.saved();
  await person.moveMouse({ x: 20, y: 500 });
}

/** Its picture is painted a moment after the page is there; the toasts and tips of the board are gone after a reload. */
async function home(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Board menu" }).click();
  await page.getByRole("menuitem", { name: "All boards" }).click();
  await expect(page.getByRole("heading", { name: "Your boards" })).toBeVisible();
  await expect(page.locator(".board-face img").first()).toBeVisible();
  await page.reload();
  await expect(page.locator(".board-face img").first()).toBeVisible();
}

test("a board, its palette, and all boards", async ({ person, board, server }) => {
  const ana = await asAda(await person());
  const { page } = ana;
  await (await ana.open((await createBoard(server.url)).editUrl)).live();
  await ana.open(board.editUrl);
  await fill(ana);
  await expect(page.getByText("All changes saved")).toBeVisible();
  await looks(page, "board");
  await page.mouse.click(60, 200);
  await ana.press("Control+/");
  await expect(page.getByRole("combobox")).toBeFocused();
  await looks(page, "palette", { of: { x: 300, y: 60, width: 680, height: 560 } });
  await ana.press("Escape");
  await home(page);
  await looks(page, "home");
  const cards = page.locator(".board-card");
  await page.getByRole("button", { name: "Language and theme" }).click();
  await expect(page.getByRole("menu")).toBeVisible();
  await looks(page, "home-settings", { of: page.locator(".pop") });
  await ana.press("Escape");
  await page
    .getByRole("button", { name: /^More about/ })
    .first()
    .click();
  await expect(page.getByRole("menu")).toBeVisible();
  await looks(page, "card-menu", { of: page.locator(".pop") });
  await page.getByRole("menuitem", { name: "Remove from this list" }).click();
  await expect(cards).toHaveCount(1);
  await looks(page, "toast-undo", { of: page.locator(".toast") });
});

test.describe("on a phone", () => {
  test.use(PHONE);

  test("a board, and all boards", async ({ person, board }) => {
    const ana = await (await asAda(await person())).open(board.editUrl);
    await fill(ana);
    await looks(ana.page, "phone");
    await home(ana.page);
    await looks(ana.page, "phone-home");
  });
});
