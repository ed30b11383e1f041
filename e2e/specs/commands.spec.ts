// The context menu and the command palette: everything that can be done, by name, with mouse, finger and keys.
import { expect, test } from "../fixtures/test.ts";
import type { BoardPage } from "../pages/board-page.ts";
import { penAndFingers } from "../pages/pen-and-fingers.ts";

type Handle = { readonly __inkroom: { readonly editor: { readonly state: { readonly selection: ReadonlySet<string> } } } };

const menuOf = ({ page }: BoardPage) => page.getByRole("menu", { name: /^(Selection|Board)/ });

async function rightClick({ page, canvas }: BoardPage, x: number, y: number): Promise<void> {
  await canvas.click({ position: { x, y }, button: "right" });
  await expect(page.getByRole("menu")).toBeVisible();
}

/**
 * From now on the page's timers without a delay never come. After a key they wait for the next frame, and on a slow machine the keys of
 * quick hands are there before it.
 */
async function holdTimers({ page }: BoardPage): Promise<void> {
  await page.evaluate(() => {
    const later = globalThis.setTimeout;
    globalThis.setTimeout = ((work: TimerHandler, ms?: number) => (ms ? later(work, ms) : 0)) as typeof setTimeout;
  });
}

test("a right click selects the shape under it and offers what can be done with it; what is chosen is done", async ({ join }) => {
  const ana = await join();
  await ana.drawBetween("rect", { x: 200, y: 200 }, { x: 300, y: 300 });
  await ana.drawBetween("ellipse", { x: 500, y: 200 }, { x: 600, y: 300 });
  await rightClick(ana, 200, 250);
  await expect(menuOf(ana)).toHaveAccessibleName("Selection: 1 shape");
  await ana.page.getByRole("menuitem", { name: "Duplicate" }).click();
  await ana.hasShapes(3);
  await expect(menuOf(ana)).toHaveCount(0);
  await expect(ana.canvas).toBeFocused();
  await ana.undo();
  await ana.hasShapes(2);
  // From one menu to another, without closing the first.
  await rightClick(ana, 200, 250);
  await ana.page.mouse.click(550, 200, { button: "right" });
  await ana.page.getByRole("menuitem", { name: "Delete" }).click();
  await ana.hasShapes(1);
  expect(Object.values(await ana.records()).map((record) => JSON.stringify(record))).toEqual([expect.stringContaining("rect")]);
});

test("on empty paper the menu is the board's, in a drawing tool as well, and draws nothing", async ({ join }) => {
  const ana = await join();
  await ana.drawBetween("rect", { x: 200, y: 200 }, { x: 300, y: 300 });
  await ana.selectTool("draw");
  await rightClick(ana, 700, 500);
  await expect(menuOf(ana)).toHaveAccessibleName("Board");
  await expect(ana.page.getByRole("menuitem", { name: "Duplicate" })).toHaveCount(0);
  await ana.page.getByRole("menuitem", { name: "Select all" }).click();
  await expect(ana.page.locator('[data-tool="select"]')).toHaveAttribute("aria-checked", "true");
  await ana.press("Delete");
  await ana.hasShapes(0);
});

test("the menu is opened, walked and left by keys alone", async ({ join }) => {
  const ana = await join();
  await ana.drawBetween("rect", { x: 200, y: 200 }, { x: 300, y: 300 });
  await ana.press("Shift+F10");
  await expect(menuOf(ana)).toBeVisible();
  await ana.press("Escape");
  await expect(menuOf(ana)).toHaveCount(0);
  await ana.press("Shift+F10");
  await expect(menuOf(ana)).toBeFocused();
  await ana.page.keyboard.type("Arr");
  await expect(ana.page.getByRole("menuitem", { name: "Arrange" })).toBeFocused();
  await ana.press("ArrowRight");
  await expect(ana.page.getByRole("menuitem", { name: "Bring to front" })).toBeFocused();
  await ana.press("Escape");
  await expect(ana.page.getByRole("menu")).toHaveCount(0);
  await ana.press("Delete");
  await ana.hasShapes(0);
});

test("keys that come faster than the page is painted walk the menu as slow ones do: each meets what the one before it led to", async ({
  join,
}) => {
  const ana = await join();
  await ana.drawBetween("rect", { x: 200, y: 200 }, { x: 300, y: 300 });
  await ana.press("Shift+F10");
  await expect(menuOf(ana)).toBeFocused();
  await holdTimers(ana);
  await ana.page.keyboard.type("Arr");
  await ana.press("ArrowRight");
  await expect(ana.page.getByRole("menuitem", { name: "Bring to front" })).toBeFocused();
  await ana.page.keyboard.type("send b");
  await expect(ana.page.getByRole("menuitem", { name: "Send backward" })).toBeFocused();
  await ana.press("ArrowLeft");
  await ana.press("Home");
  await ana.press("ArrowDown");
  await ana.press("ArrowDown");
  await expect(ana.page.locator('[data-command="edit.copy"]')).toBeFocused();
  await ana.press("End");
  await ana.press("Enter");
  await ana.hasShapes(0);
});

test("a finger that rests on a shape opens its menu; lifting it moves and clicks nothing", async ({ join }) => {
  const ana = await join();
  await ana.drawBetween("rect", { x: 200, y: 200 }, { x: 300, y: 300 });
  await ana.press("Escape");
  const before = JSON.stringify(await ana.records());
  const hand = await penAndFingers(ana.page);
  await hand.touch("touchStart", [{ x: 200, y: 250, radius: 8 }]);
  await expect(menuOf(ana)).toHaveAccessibleName("Selection: 1 shape");
  await hand.touch("touchEnd", []);
  await expect(menuOf(ana)).toBeVisible();
  expect(JSON.stringify(await ana.records())).toBe(before);
  await ana.page.getByRole("menuitem", { name: "Delete" }).click();
  await ana.hasShapes(0);
});

test("the palette finds a command by part of its name and runs it; the keyboard is back on the board", async ({ join }) => {
  const ana = await join();
  await ana.press("Control+/");
  const field = ana.page.getByRole("combobox", { name: "What do you want to do?" });
  await expect(field).toBeFocused();
  await ana.page.keyboard.type("ellip");
  await expect(ana.page.getByRole("option")).toHaveCount(1);
  await expect(ana.page.getByRole("option", { selected: true })).toHaveAccessibleName(/Ellipse/);
  await ana.press("Enter");
  await expect(ana.page.getByRole("dialog")).toHaveCount(0);
  await expect(ana.page.locator('[data-tool="ellipse"]')).toHaveAttribute("aria-checked", "true");
  await expect(ana.canvas).toBeFocused();
  await ana.press("Control+Shift+p");
  await ana.page.keyboard.type("dark theme");
  await ana.press("Enter");
  await expect(ana.page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("the palette is walked by arrow keys, offers nothing that cannot be done, and says when nothing is found", async ({ join }) => {
  const ana = await join();
  await ana.press("Control+/");
  const field = ana.page.getByRole("combobox");
  await expect(ana.page.getByRole("option", { name: "Undo" })).toHaveCount(0);
  const first = await field.getAttribute("aria-activedescendant");
  await ana.press("ArrowDown");
  expect(await field.getAttribute("aria-activedescendant")).not.toBe(first);
  await ana.press("ArrowUp");
  await ana.press("ArrowUp");
  const last = ana.page.getByRole("option").last();
  await expect(last).toHaveAttribute("aria-selected", "true");
  await expect(last).toBeInViewport();
  await ana.page.keyboard.type("qqqq");
  await expect(ana.page.getByText("Nothing is called that")).toBeVisible();
  await expect(field).not.toHaveAttribute("aria-activedescendant");
  await ana.press("Enter");
  await expect(field).toBeVisible();
  await ana.press("Escape");
  await expect(field).toHaveCount(0);
  await ana.press("Shift+?");
  await expect(ana.page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
});

test("who may only look is offered nothing that changes the board", async ({ join, board }) => {
  const ana = await join();
  await ana.drawBetween("rect", { x: 200, y: 200 }, { x: 300, y: 300 });
  await ana.saved();
  const ben = await join(board.viewUrl);
  await ben.hasShapes(1);
  await rightClick(ben, 200, 250);
  await expect(ben.page.getByRole("menuitem", { name: "Export" })).toBeVisible();
  await expect(ben.page.getByRole("menuitem", { name: /Delete|Duplicate|Arrange/ })).toHaveCount(0);
});

test("what is typed while the palette's code is on its way is searched when it is there, and Enter runs it", async ({ join }) => {
  const ana = await join();
  await ana.drawBetween("rect", { x: 200, y: 200 }, { x: 300, y: 300 });
  const code = Promise.withResolvers<void>();
  await ana.page.route(/\/assets\/later-.*js/, async (route) => {
    await code.promise;
    await route.continue();
  });
  await ana.reload();
  await ana.hasShapes(1);
  await ana.selectTool("draw");
  await ana.press("Control+/");
  await ana.page.keyboard.type("select all");
  await ana.press("Enter");
  code.resolve();
  await expect(ana.page.locator('[data-tool="select"]')).toHaveAttribute("aria-checked", "true");
  await expect(ana.page.getByRole("dialog")).toHaveCount(0);
  await ana.press("Delete");
  await ana.hasShapes(0);
});

test("a tooltip takes no key for itself: Escape is meant for what lies under it", async ({ join }) => {
  const ana = await join();
  await ana.drawBetween("rect", { x: 200, y: 200 }, { x: 300, y: 300 });
  const selected = () => ana.page.evaluate(() => (globalThis as unknown as Handle).__inkroom.editor.state.selection.size);
  await ana.press("Control+a");
  expect(await selected()).toBe(1);
  await ana.page.locator('[data-tool="hand"]').hover();
  await expect(ana.page.locator(".tip")).toBeVisible();
  await ana.press("Escape");
  expect(await selected()).toBe(0);
  await expect(ana.page.locator(".tip")).toHaveCount(0);
});
