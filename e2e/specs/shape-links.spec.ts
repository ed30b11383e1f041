// What shapes lead to: said in a small field, seen as a badge by all, opened in a tab of its own or shown on the board.
import type { Op } from "@inkroom/model";
import { fixture } from "@inkroom/shapes/testing";
import { createBoard } from "../fixtures/boards.ts";
import { expect, test, through } from "../fixtures/test.ts";
import { CONNECTION_LOST } from "../fixtures/watch-page.ts";
import { type BoardPage, expectSameBoard } from "../pages/board-page.ts";
import { exportFile } from "../pages/pictures.ts";

type Camera = { readonly x: number; readonly y: number; readonly zoom: number };
type State = { readonly camera: Camera; readonly selection: ReadonlySet<string>; readonly viewport: { w: number; h: number } };
type Handle = { readonly __inkroom: { readonly editor: { readonly state: State; setCamera(camera: Camera): void } } };

const rect = (id: string, x: number, y: number, more: object = {}): Op => ({
  op: "add",
  shape: fixture("rect", { id, x, y, w: 200, h: 100, fill: "solid", ...more }),
});
/** At 100 %, from the corner of the page, with the hand that selects: a board that was empty has the pen in it. */
async function lookAround({ page }: BoardPage): Promise<void> {
  await page.evaluate(() => (globalThis as unknown as Handle).__inkroom.editor.setCamera({ x: 0, y: 0, zoom: 1 }));
  await page.keyboard.press("v");
}
const selectedBy = ({ page }: BoardPage): Promise<readonly string[]> =>
  page.evaluate(() => [...(globalThis as unknown as Handle).__inkroom.editor.state.selection]);
const linkOf = async (person: BoardPage, id: string): Promise<unknown> =>
  (await person.shapes()).find((shape) => shape["id"] === id)?.["link"];
const field = ({ page }: BoardPage) => page.getByRole("textbox", { name: "Address" });
/** The badge of the shape "a" at 300, 300, seen at 100 %. */
const BADGE = { x: 512, y: 288 };
/** Without what a frame around the shape would cover. */
const AROUND_BADGE = { x: 506, y: 278, w: 16, h: 18 };

/** What the page answers in place of the web, which is not asked. */
async function withoutWeb(person: BoardPage): Promise<readonly string[]> {
  const asked: string[] = [];
  await person.page.context().route(/^https?:\/\/(?!127\.0\.0\.1|localhost)/, (route) => {
    asked.push(route.request().url());
    return route.fulfill({ contentType: "text/html", body: "<title>there</title>" });
  });
  return asked;
}

test("a link is said with Ctrl+K, seen by another as a badge, opened in a tab that knows nothing of this one, changed and taken away", async ({
  join,
  bot,
}) => {
  const [ann, bea] = [await join(), await join()];
  await (await bot()).push([rect("a", 300, 300)]);
  for (const person of [ann, bea]) {
    await person.hasShapes(1);
    await lookAround(person);
  }
  const asked = await withoutWeb(bea);
  await ann.click({ x: 400, y: 350 });
  await ann.press("Control+k");
  await expect(field(ann)).toBeFocused();
  await ann.page.keyboard.type("example.org/a page");
  await ann.press("Enter");
  await expect(field(ann)).toHaveCount(0);
  await expect.poll(() => linkOf(bea, "a")).toBe("https://example.org/a%20page");
  await expect.poll(() => bea.overlayInkIn(AROUND_BADGE)).toBeGreaterThan(120);

  await test.step("the other sees where it leads, and goes there", async () => {
    await bea.moveMouse(BADGE);
    await expect(bea.page.locator(".link-tip")).toHaveText("https://example.org/a%20page");
    const opening = bea.page.context().waitForEvent("page");
    await bea.click(BADGE);
    const opened = await opening;
    await opened.waitForLoadState();
    expect(opened.url()).toBe("https://example.org/a%20page");
    expect(await opened.evaluate(() => [window.opener, document.referrer])).toEqual([null, ""]);
    expect(await selectedBy(bea)).toEqual([]);
    expect(asked).toEqual(["https://example.org/a%20page"]);
    await opened.close();
  });

  await test.step("what is no link is not taken", async () => {
    await ann.press("Control+k");
    await field(ann).fill("javascript:alert(1)");
    await ann.press("Enter");
    await expect(ann.page.getByRole("alert")).toBeVisible();
    await expect(field(ann)).toHaveAttribute("aria-invalid", "true");
    await ann.press("Escape");
    await expect(field(ann)).toHaveCount(0);
    expect(await linkOf(ann, "a")).toBe("https://example.org/a%20page");
  });

  await test.step("it is taken away, and undo brings it back", async () => {
    await ann.press("Control+k");
    await ann.page.getByRole("button", { name: "Remove link" }).click();
    await expect.poll(() => linkOf(bea, "a")).toBe("");
    await expect.poll(() => bea.overlayInkIn(AROUND_BADGE)).toBe(0);
    await ann.undo();
    await expect.poll(() => linkOf(bea, "a")).toBe("https://example.org/a%20page");
  });
});

test("a link to a shape of the board goes there at once, on the board of another too, and hands no secret on", async ({
  join,
  bot,
  board,
}) => {
  const ann = await join();
  await (await bot()).push([rect("a", 300, 300), rect("far", 9_000, 5_000, { index: "a1" })]);
  await ann.hasShapes(2);
  await lookAround(ann);
  await ann.click({ x: 400, y: 350 });
  await ann.press("Control+k");
  await field(ann).fill(`${board.editUrl}&shape=far`);
  await ann.press("Enter");
  await ann.saved();
  const guest = await join(board.viewUrl);
  await guest.hasShapes(2);
  expect(await linkOf(guest, "a")).toBe("#shape=far");
  await lookAround(guest);
  await guest.page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
  await guest.click(BADGE);
  await expect.poll(() => selectedBy(guest)).toEqual(["far"]);
  const middle = await guest.page.evaluate(() => {
    const { camera, viewport } = (globalThis as unknown as Handle).__inkroom.editor.state;
    return [camera.x + viewport.w / camera.zoom / 2, camera.y + viewport.h / camera.zoom / 2].map(Math.round);
  });
  expect(middle).toEqual([9_100, 5_050]);
  expect(await guest.page.evaluate(() => "isSamePage" in globalThis)).toBe(true);
  expect(guest.page.context().pages()).toHaveLength(1);
});

test("a link that would run is refused by the room, and opened by nobody who has it on the board all the same", async ({
  join,
  bot,
  board,
  line,
}) => {
  const ann = await join(through(line, board.editUrl));
  const member = await bot();
  const hostile = "javascript:document.title='hit'";
  expect(await member.push([rect("a", 300, 300, { link: hostile })])).toMatchObject({ t: "nack", code: "bad_value" });
  expect(await member.push([rect("a", 300, 300)])).toMatchObject({ t: "ack" });
  expect(await member.push([{ op: "set", id: "a", props: { link: hostile } }])).toMatchObject({ t: "nack", code: "bad_value" });
  await ann.hasShapes(1);
  expect(await linkOf(ann, "a")).toBe("");
  await lookAround(ann);
  await ann.click({ x: 400, y: 350 });
  await ann.press("Control+k");
  await expect(field(ann)).toBeFocused();
  await ann.press("Escape");
  // On this board as it would be, had a room taken it: the room is not asked.
  line.cut();
  ann.watch.expectErrors(CONNECTION_LOST);
  await ann.page.evaluate((link) => {
    type Replica = { commit(ops: readonly object[]): number };
    const { replica } = (globalThis as unknown as { __inkroom: { readonly replica: Replica } }).__inkroom;
    replica.commit([{ op: "set", id: "a", props: { link } }]);
  }, hostile);
  await expect.poll(() => ann.overlayInkIn(AROUND_BADGE)).toBeGreaterThan(120);
  const title = await ann.page.title();
  await ann.click(BADGE);
  await ann.click({ x: 400, y: 350 });
  await ann.press("Control+Shift+Enter");
  await ann.press("Control+k");
  await expect(field(ann)).toHaveValue(hostile);
  await expect(ann.page.getByRole("button", { name: "Open link" })).toHaveCount(0);
  await field(ann).press("Enter");
  await expect(ann.page.getByRole("alert")).toBeVisible();
  expect(await ann.page.title()).toBe(title);
  expect(ann.page.context().pages()).toHaveLength(1);
});

test("a link goes along in a picture, and to another board over the clipboard", async ({ join, server, bot }) => {
  const ann = await join();
  await (await bot()).push([rect("a", 300, 300, { link: "https://example.org/?a=1&b=2" })]);
  await ann.hasShapes(1);
  const svg = String((await exportFile(ann, "Export as SVG")).bytes);
  expect(svg).toContain('<a href="https://example.org/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">');
  await ann.canvas.focus();
  await ann.press("v");
  await ann.press("Control+a");
  await ann.press("Control+c");
  const bea = await join((await createBoard(server.url)).editUrl);
  await expect(async () => {
    await bea.press("Control+v");
    await bea.hasShapes(1);
  }).toPass();
  expect((await bea.onlyShape("rect"))["link"]).toBe("https://example.org/?a=1&b=2");
});

test("a pasted address is a card that asks nobody, seen alike by both; its title is written, Enter and Mod with a click open it", async ({
  join,
}) => {
  const [ann, bea] = [await join(), await join()];
  const asked = await withoutWeb(ann);
  for (const person of [ann, bea]) await lookAround(person);
  await ann.page.evaluate(() => navigator.clipboard.writeText("https://www.example.org/blog/how-to-draw?from=here"));
  await ann.moveMouse({ x: 640, y: 360 });
  await expect(async () => {
    await ann.press("Control+v");
    await ann.hasShapes(1);
  }).toPass();
  await bea.hasShapes(1);
  const card = await bea.onlyShape("card");
  expect(card).toMatchObject({ text: "How to draw", link: "https://www.example.org/blog/how-to-draw?from=here", w: 320, h: 84 });
  await expectSameBoard(ann, bea, { oneIn: 200 });
  expect(asked).toEqual([]);

  await test.step("its title is written by a double click, by the other too", async () => {
    await bea.canvas.dblclick({ position: { x: 640, y: 360 } });
    await expect(bea.textField).toBeFocused();
    await bea.press("Control+a");
    await bea.page.keyboard.type("Drawing, in short");
    await bea.press("Escape");
    await expect.poll(async () => (await ann.onlyShape("card"))["text"]).toBe("Drawing, in short");
    await expectSameBoard(ann, bea, { oneIn: 200 });
  });

  for (const [how, open] of [
    ["Enter", () => ann.press("Enter")],
    ["Mod and a click", () => ann.canvas.click({ position: { x: 640, y: 360 }, modifiers: ["Control"] })],
  ] as const) {
    await test.step(how, async () => {
      const opening = ann.page.context().waitForEvent("page");
      await open();
      const opened = await opening;
      await opened.waitForLoadState();
      expect(opened.url()).toBe("https://www.example.org/blog/how-to-draw?from=here");
      await opened.close();
    });
  }
  expect(asked).toHaveLength(2);

  await test.step("a paste as plain words is one of words", async () => {
    await ann.moveMouse({ x: 640, y: 560 });
    await ann.press("Control+Shift+v");
    await bea.hasShapes(2);
    expect((await bea.onlyShape("text"))["text"]).toBe("https://www.example.org/blog/how-to-draw?from=here");
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true });

  test("a finger takes the badge, and the field fits on the screen", async ({ join, bot }) => {
    const ann = await join();
    await (await bot()).push([rect("a", 80, 300, { link: "https://example.org/phone" })]);
    await ann.hasShapes(1);
    await lookAround(ann);
    await withoutWeb(ann);
    const opening = ann.page.context().waitForEvent("page");
    await ann.page.touchscreen.tap(300, 296);
    const opened = await opening;
    await opened.waitForLoadState();
    expect(opened.url()).toBe("https://example.org/phone");
    await opened.close();
    await ann.page.touchscreen.tap(180, 350);
    await expect.poll(() => selectedBy(ann)).toEqual(["a"]);
    await ann.press("Control+k");
    await expect(field(ann)).toHaveValue("https://example.org/phone");
    const box = await ann.page.locator(".link-pop").boundingBox();
    expect([box?.x ?? -1, 390 - (box?.x ?? 0) - (box?.width ?? 999)].every((free) => free >= 8)).toBe(true);
    const buttons = ann.page.locator(".link-pop button");
    await expect(buttons).toHaveCount(3);
    // As wide as they are once the field has come in whole.
    for (const button of await buttons.all()) await expect(button).toHaveCSS("block-size", "44px");
  });
});
