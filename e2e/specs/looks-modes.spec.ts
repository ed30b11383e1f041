// What zen, view mode, the numbers beside the board and the question before it is cleared look like (see pages/looks.ts).
import { expect, test } from "../fixtures/test.ts";
import { asAda, looks, ofOneChromium, PHONE } from "../pages/looks.ts";
import { lookFrom, ON, show } from "../pages/show-board.ts";

ofOneChromium();

test("zen, view mode, numbers, and a question", async ({ person, board, bot }) => {
  const ana = await (await asAda(await person())).open(board.editUrl);
  const { page } = ana;
  await show(ana, await bot());
  await lookFrom(ana);
  await ana.press("Alt+KeyZ");
  await expect(page.locator(".zen-exit")).toBeVisible();
  await looks(page, "zen");
  await ana.press("Alt+KeyZ");
  await ana.press("Alt+KeyR");
  await expect(page.locator(".look-only")).toBeVisible();
  await looks(page, "view-mode", { of: { x: 340, y: 660, width: 600, height: 140 } });
  await ana.press("Alt+KeyR");
  await ana.click(ON.box);
  await ana.press("Alt+Slash");
  await expect(page.locator(".stats")).toBeVisible();
  await looks(page, "stats", { of: page.locator(".stats") });
  await ana.press("Alt+Slash");
  await ana.press("Control+Delete");
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await looks(page, "clear", { of: page.getByRole("alertdialog") });
});

test.describe("on a phone", () => {
  test.use(PHONE);

  test("view mode and numbers", async ({ person, board, bot }) => {
    const ana = await (await asAda(await person())).open(board.editUrl);
    const { page } = ana;
    await show(ana, await bot());
    await lookFrom(ana, { x: 300, y: 60 });
    await ana.press("Alt+KeyR");
    await ana.press("Alt+Slash");
    await expect(page.locator(".stats")).toBeVisible();
    await expect(page.locator(".look-only")).toBeVisible();
    await looks(page, "phone-view-mode");
  });
});
