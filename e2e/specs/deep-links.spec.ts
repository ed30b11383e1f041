// Links to a shape and to a view: copied from the menu, opened on another's screen, on a phone, and on the board that is open.
import type { Op } from "@inkroom/model";
import { fixture } from "@inkroom/shapes/testing";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test.ts";
import type { BoardPage } from "../pages/board-page.ts";
import { holdParts } from "../pages/held-parts.ts";

type Camera = { readonly x: number; readonly y: number; readonly zoom: number };
type State = { readonly camera: Camera; readonly selection: ReadonlySet<string>; readonly viewport: { w: number; h: number } };
type Handle = { readonly __inkroom: { readonly editor: { readonly state: State; setCamera(camera: Camera): void } } };

/** What is selected, the page point in the middle of the screen, and the zoom. */
const seenBy = ({ page }: BoardPage): Promise<{ selected: string[]; middle: readonly number[]; zoom: number }> =>
  page.evaluate(() => {
    const { camera, selection, viewport } = (globalThis as unknown as Handle).__inkroom.editor.state;
    const middle = [camera.x + viewport.w / camera.zoom / 2, camera.y + viewport.h / camera.zoom / 2].map(Math.round);
    return { selected: [...selection], middle, zoom: camera.zoom };
  });
const lookAt = (page: Page, camera: Camera): Promise<void> =>
  page.evaluate((to) => (globalThis as unknown as Handle).__inkroom.editor.setCamera(to), camera);
const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
const rect = (id: string, x: number, y: number, index = "a1"): Op => ({
  op: "add",
  shape: fixture("rect", { id, index, x, y, w: 200, h: 100, fill: "solid" }),
});

async function copyFromMenu({ page }: BoardPage, entry: string, said = "Link copied"): Promise<string> {
  await page.getByRole("menuitem", { name: entry }).click();
  await expect(page.getByText(said, { exact: true }).first()).toBeVisible();
  return clipboard(page);
}

test("a link to a shape shows it to another, selected and in the middle; the place is in no request, and no longer in the address", async ({
  join,
  person,
  board,
}) => {
  const ann = await join();
  await ann.drawBetween("rect", { x: 300, y: 200 }, { x: 500, y: 300 });
  await ann.saved();
  const { id, x, y, w, h } = await ann.onlyShape("rect");
  await ann.canvas.click({ position: { x: 300, y: 250 }, button: "right" });
  const link = await copyFromMenu(ann, "Copy link to this shape");
  expect(link).toBe(`${board.editUrl}&shape=${String(id)}`);
  await expect(ann.page.getByText("Anyone with it can edit this board.").first()).toBeVisible();
  await ann.page.getByRole("button", { name: "For viewing only" }).click();
  await expect.poll(() => clipboard(ann.page)).not.toContain(board.editSecret);
  const viewLink = await clipboard(ann.page);
  expect(viewLink).toMatch(new RegExp(`/b/${board.id}#[\\w-]{43}&shape=${String(id)}$`));

  const bea = await person();
  const addresses: string[] = [];
  bea.page.on("request", (request) => addresses.push(request.url().split("#")[0] ?? ""));
  bea.page.on("websocket", (socket) => addresses.push(socket.url()));
  await bea.open(link);
  const middle = [Number(x) + Number(w) / 2, Number(y) + Number(h) / 2].map(Math.round);
  await expect.poll(() => seenBy(bea)).toEqual({ selected: [id], middle, zoom: 1 });
  await expect(bea.page).toHaveURL(board.editUrl);
  expect(addresses.filter((address) => address.includes(String(id)) || address.includes(board.editSecret))).toEqual([]);

  const guest = await join(viewLink);
  await expect.poll(() => seenBy(guest)).toMatchObject({ selected: [id], middle });
  await expect(guest.page.locator('[data-tool="draw"]')).toHaveCount(0);
});

test("a link to a view shows all of it on another's screen, whatever its form", async ({ join, bot }) => {
  const ann = await join();
  await (await bot()).push([rect("r", 3_000, 2_000)]);
  await ann.hasShapes(1);
  await lookAt(ann.page, { x: 2_500, y: 1_700, zoom: 2 });
  await ann.page.mouse.click(60, 400, { button: "right" });
  const link = await copyFromMenu(ann, "Copy link to this view");
  expect(link).toContain("&view=2500,1700,640,400");
  const bea = await join();
  await bea.page.setViewportSize({ width: 640, height: 800 });
  await bea.page.goto(link);
  await bea.live();
  await expect.poll(() => seenBy(bea)).toEqual({ selected: [], middle: [2_820, 1_900], zoom: 1 });
});

test("a link that is opened on the open board goes there without loading, also a second time; a reload leaves the view where it is", async ({
  join,
  bot,
  board,
}) => {
  const ann = await join();
  await (await bot()).push([rect("near", 100, 100), rect("far", 9_000, 5_000, "a2")]);
  await ann.hasShapes(2);
  await ann.page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
  const follow = (place: string) => ann.page.evaluate((to) => void (location.hash = to), `#${board.editSecret}&${place}`);
  await follow("shape=far");
  await expect.poll(() => seenBy(ann)).toMatchObject({ selected: ["far"], middle: [9_100, 5_050] });
  await expect(ann.page).toHaveURL(board.editUrl);
  await lookAt(ann.page, { x: 0, y: 0, zoom: 1 });
  await ann.press("Escape");
  await follow("shape=far");
  await expect.poll(() => seenBy(ann)).toMatchObject({ selected: ["far"], middle: [9_100, 5_050] });
  await follow("view=0,0,640,400");
  await expect.poll(() => seenBy(ann)).toMatchObject({ middle: [320, 200], zoom: 2 });
  expect(await ann.page.evaluate(() => "isSamePage" in globalThis)).toBe(true);
  await lookAt(ann.page, { x: 50, y: 60, zoom: 1 });
  // The place is kept after a rest.
  await expect.poll(() => ann.page.evaluate(() => localStorage.getItem("inkroom.places") ?? "")).toContain("690,460,1");
  await ann.reload();
  await expect.poll(() => seenBy(ann)).toMatchObject({ middle: [690, 460], zoom: 1 });
});

test("a shape that is gone is told; what says no place opens the board as ever", async ({ join, bot, board }) => {
  const member = await bot();
  await member.push([rect("gone", 0, 0), rect("here", 300, 300, "a2")]);
  await member.push([{ op: "del", ids: ["gone"] }]);
  const ann = await join(`${board.editUrl}&shape=gone`);
  await expect(ann.page.getByText("The shape of this link is not on the board any more", { exact: true })).toBeVisible();
  await expect(ann.page).toHaveURL(board.editUrl);
  const bea = await join(`${board.editUrl}&shape=<img src=x>&view=Infinity`);
  await bea.hasShapes(1);
  await expect(bea.page).toHaveURL(board.editUrl);
  expect((await seenBy(bea)).selected).toEqual([]);
});

test("on a large board that is still coming in, the shape is shown as soon as it has come, and the rest of the board does not move it away", async ({
  person,
  join,
  bot,
  board,
}) => {
  const member = await bot();
  const [side, count, step] = [100, 8_000, 1_500];
  for (let from = 0; from < count; from += 200) {
    const ops = Array.from({ length: 200 }, (_, n) => {
      const at = from + n;
      return rect(`s${at}`, (at % side) * step, Math.floor(at / side) * step, `a${String(at).padStart(4, "0")}V`);
    });
    expect(await member.push(ops)).toMatchObject({ t: "ack" });
  }
  const ann = await person();
  // What lies where one looks at first is in the first part.
  const comesOn = await holdParts(ann.page, 1);
  await ann.page.goto(`${board.editUrl}&shape=s101`);
  const near = { selected: ["s101"], middle: [step + 100, step + 50], zoom: 1 };
  await expect(ann.root).toHaveAttribute("data-shapes", /^[1-9]/);
  await expect.poll(() => seenBy(ann)).toEqual(near);
  await expect(ann.root).toHaveAttribute("data-state", "catching-up");
  while (comesOn());
  await ann.live();
  await ann.hasShapes(count);
  await expect(ann.page).toHaveURL(board.editUrl);
  expect(await seenBy(ann)).toEqual(near);
  const bea = await join(`${board.editUrl}&shape=s7999`);
  await expect.poll(() => seenBy(bea)).toEqual({ selected: ["s7999"], middle: [99 * step + 100, 79 * step + 50], zoom: 1 });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true });

  test("a shape is brought into view whole, and its link is copied from its menu", async ({ join, bot, board }) => {
    await (await bot()).push([{ op: "add", shape: fixture("rect", { id: "wide", x: 4_000, y: 3_000, w: 900, h: 300, fill: "solid" }) }]);
    const ann = await join(`${board.editUrl}&shape=wide`);
    await expect.poll(() => seenBy(ann)).toMatchObject({ selected: ["wide"], middle: [4_450, 3_150] });
    const { zoom } = await seenBy(ann);
    expect(zoom * 900).toBeLessThan(390);
    expect(zoom * 900).toBeGreaterThan(200);
    await ann.press("Shift+F10");
    await ann.page.getByRole("menuitem", { name: "Copy link to this shape" }).tap();
    await expect(ann.page.getByText("Link copied", { exact: true }).first()).toBeVisible();
    expect(await clipboard(ann.page)).toBe(`${board.editUrl}&shape=wide`);
  });
});
