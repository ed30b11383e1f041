// What is seen now and then only: work on a picture, what others undo, sending away, what fails, and such moments on a phone
// (see pages/looks.ts).
import type { Op } from "@inkroom/model";
import { fixture } from "@inkroom/shapes/testing";
import { expect, test, through } from "../fixtures/test.ts";
import { CONNECTION_LOST } from "../fixtures/watch-page.ts";
import { wave } from "../pages/board-page.ts";
import { asAda, looks, ofOneChromium, PHONE } from "../pages/looks.ts";
import { lookFrom, ON, show } from "../pages/show-board.ts";

ofOneChromium();

test("a picture that is cut and described, a shape that another deletes, new links, and a link that cannot be had", async ({
  person,
  board,
  bot,
}) => {
  const ana = await (await asAda(await person())).open(board.editUrl);
  ana.watch.expectErrors(CONNECTION_LOST);
  const { page } = ana;
  const other = await bot();
  other.send({ t: "me", name: "Rosalind", color: "violet" });
  await show(ana, other);
  const popped = page.locator(".pop").last();
  const toast = page.locator(".toast");
  await test.step("a picture", async () => {
    await ana.canvas.dblclick({ position: ON.photo });
    await ana.drag([
      { x: ON.photo.x - 80, y: ON.photo.y },
      { x: ON.photo.x - 60, y: ON.photo.y },
      { x: ON.photo.x - 40, y: ON.photo.y },
    ]);
    await ana.moveMouse({ x: 2, y: 300 });
    await looks(page, "crop", { of: { x: 640, y: 470, width: 260, height: 190 } });
    await ana.press("Enter");
    await ana.canvas.click({ position: ON.photo, button: "right" });
    await page.getByRole("menuitem", { name: "Describe the picture…" }).click();
    await expect(page.getByRole("textbox", { name: "Describe the picture" })).toBeFocused();
    await page.keyboard.type("A flag of two colours");
    await looks(page, "describe", { of: page.locator(".describe") });
    await ana.press("Enter");
  });
  await test.step("a lost edit", async () => {
    await lookFrom(ana);
    await ana.click(ON.note);
    await ana.press("ArrowRight");
    await ana.saved();
    await other.push([{ op: "del", ids: ["note"] }]);
    await expect(toast).toBeVisible();
    await toast.hover();
    await looks(page, "toast-lost", { of: toast });
    await toast.getByRole("button", { name: "Bring it back" }).click();
    await expect(toast).toHaveCount(0);
  });
  await test.step("someone is sent away, and links are made anew", async () => {
    await ana.people.click();
    await page.getByRole("button", { name: "Remove Rosalind" }).click();
    await expect(page.getByRole("button", { name: "Cancel" })).toBeFocused();
    await ana.moveMouse({ x: 2, y: 300 });
    await looks(page, "remove", { of: popped });
    await page.getByRole("button", { name: "Remove and make new links" }).click();
    await expect(toast).toBeVisible();
    await toast.hover();
    await looks(page, "toast-renewed", { of: toast });
    await ana.press("Escape");
  });
  await test.step("a link that cannot be copied, and one that cannot be made", async () => {
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("not allowed"));
      document.execCommand = () => false;
    });
    await page.route("**/api/boards/*/links", (route) => route.abort());
    const link = page.getByRole("textbox", { name: "Link" });
    await page.getByRole("button", { name: "Share" }).click();
    await page.getByRole("button", { name: "Copy link" }).click();
    await expect(page.getByRole("alert")).toBeVisible();
    await looks(page, "share-copy-failed", { of: popped, without: link });
    await ana.press("Escape");
    await page.getByRole("button", { name: "Share" }).click();
    await page.getByRole("radio", { name: "Can view" }).click();
    await expect(page.getByRole("alert")).toBeVisible();
    await looks(page, "share-failed", { of: popped });
  });
});

test.describe("on a phone", () => {
  test.use(PHONE);

  const SLIDES: readonly Op[] = ["The plan", "What comes next"].map((name, at) => ({
    op: "add",
    shape: fixture("frame", { id: `f${at}`, index: `Zy${at}`, x: 280 + 620 * at, y: 60, w: 560, h: 430, name }),
  }));

  test("a first visit that fails, a page in place of a board, slides, and a board without a line", async ({
    person,
    board,
    bot,
    line,
    server,
  }) => {
    const ana = await asAda(await person());
    ana.watch.expectErrors(CONNECTION_LOST);
    const { page } = ana;
    await page.route("**/api/boards", (route) => route.abort());
    await page.goto(server.url);
    await expect(page.getByRole("alert")).toBeVisible();
    await looks(page, "phone-home-away");
    await page.goto(`${server.url}/b/${"x".repeat(22)}#${board.editSecret}`);
    await expect(page.getByRole("heading", { name: "There is no board here" })).toBeVisible();
    await looks(page, "phone-failure");
    await ana.open(through(line, board.editUrl));
    const other = await bot();
    await show(ana, other);
    await other.push(SLIDES);
    await expect(page.locator("[data-shapes='10']")).toHaveCount(1);
    await ana.press("Alt+p");
    await expect(page.locator(".slide-counter")).toHaveText("1 / 2");
    // The bar comes with a tap, which goes on.
    await page.touchscreen.tap(195, 390);
    await page.getByRole("button", { name: "Previous slide" }).tap();
    await expect(page.locator(".slide-counter")).toHaveText("1 / 2");
    await looks(page, "phone-slide");
    await ana.press("Escape");
    await lookFrom(ana, { x: 300, y: 60 });
    line.cut();
    await expect(ana.status).toContainText("Offline");
    await ana.draw(wave({ x: 60, y: 560 }, { x: 320, y: 590 }));
    await expect(ana.status).toContainText("kept on this device");
    await ana.press("v");
    await looks(page, "phone-offline");
  });
});
