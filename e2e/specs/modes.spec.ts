// Zen and view mode: what is out of sight or out of reach in them, for whom, and the ways out.
import { fixture } from "@inkroom/shapes/testing";
import { expect, test, through } from "../fixtures/test.ts";
import { CONNECTION_LOST } from "../fixtures/watch-page.ts";
import type { BoardPage } from "../pages/board-page.ts";
import { PHONE } from "../pages/looks.ts";
import { lookFrom } from "../pages/show-board.ts";

const chrome = ({ page }: BoardPage) => page.locator(".dock, .board-head, .top-end, .view-controls, .style-panel");
const box = (id: string, x: number) =>
  ({ op: "add", shape: fixture("rect", { id, x, y: 200, w: 100, h: 100, fill: "solid", dash: "solid" }) }) as const;

test("zen leaves nothing but the board and a way back, and is left by its keys, by Escape and by the button", async ({ join }) => {
  const ana = await join();
  const { page } = ana;
  const shown = async (): Promise<number> => (await chrome(ana).filter({ visible: true }).all()).length;
  await ana.press("KeyR");
  await expect(page.locator(".style-panel")).toBeVisible();
  const before = await shown();
  const back = page.getByRole("button", { name: "Leave zen mode" });
  const leave = [
    () => ana.press("Alt+KeyZ"),
    () => ana.press("Control+Period"),
    () => back.click(),
    async () => {
      // The tool in the hand is put back first.
      await ana.press("Escape");
      await ana.press("Escape");
    },
  ];
  for (const way of leave) {
    await ana.press("Alt+KeyZ");
    await expect(back).toBeVisible();
    expect(await shown()).toBe(0);
    await way();
    await expect(back).toHaveCount(0);
    if (way !== leave.at(-1)) expect(await shown()).toBe(before);
  }
});

test("in zen one draws, opens panels and hears of a lost line", async ({ person, board, line }) => {
  const ana = await person();
  ana.watch.expectErrors(CONNECTION_LOST);
  await ana.open(through(line, board.editUrl));
  await ana.press("Control+Period");
  await expect(ana.page.locator(".zen-exit")).toBeVisible();
  await ana.press("KeyP");
  await ana.drag([
    { x: 300, y: 300 },
    { x: 400, y: 340 },
    { x: 500, y: 300 },
  ]);
  await ana.hasShapes(1);
  await ana.press("Control+KeyF");
  await expect(ana.page.locator(".find")).toBeVisible();
  await ana.press("Escape");
  await expect(ana.page.locator(".status")).toBeHidden();
  line.cut();
  await expect(ana.page.locator(".status")).toBeVisible();
  await expect(ana.page.locator(".board-head")).toBeHidden();
});

test("in view mode nothing can be changed by hand, others go on, and the way back is on the screen", async ({ join, bot }) => {
  const ana = await join();
  const ben = await join();
  const robot = await bot();
  await robot.push([box("a", 200)]);
  await ana.hasShapes(1);
  await lookFrom(ana);
  await ana.saved();
  await ana.press("Alt+KeyR");
  await expect(ana.page.getByText("View mode. Nothing you do changes the board.")).toBeVisible();
  const seq = await ana.number("seq");
  await expect(ana.page.locator('[data-tool="draw"]')).toHaveCount(0);
  await ana.drag([
    { x: 250, y: 250 },
    { x: 300, y: 300 },
    { x: 400, y: 400 },
  ]);
  await ana.click({ x: 250, y: 250 });
  for (const key of ["Delete", "KeyP", "Control+KeyZ", "Control+KeyD", "Control+KeyV", "Control+Delete"]) await ana.press(key);
  await ana.drag([
    { x: 500, y: 300 },
    { x: 550, y: 350 },
    { x: 600, y: 300 },
  ]);
  await ana.saved();
  expect(await ana.number("seq")).toBe(seq);
  await ben.draw([
    { x: 600, y: 200 },
    { x: 650, y: 250 },
    { x: 700, y: 200 },
  ]);
  await ana.hasShapes(2);
  await ana.page.getByRole("button", { name: "Back to editing" }).click();
  await expect(ana.page.locator(".look-only")).toHaveCount(0);
  await ana.click({ x: 250, y: 250 });
  await ana.press("Delete");
  await ben.hasShapes(1);
});

test("who has a link to look at the board is not offered view mode, and may have zen", async ({ join, board }) => {
  const ben = await join(board.viewUrl);
  await ben.press("Alt+KeyR");
  await expect(ben.page.locator(".look-only")).toHaveCount(0);
  await ben.press("Alt+KeyZ");
  await expect(ben.page.locator(".zen-exit")).toBeVisible();
  await expect(ben.page.locator(".dock-place")).toBeHidden();
});

test.describe("on a phone", () => {
  test.use(PHONE);

  test("both are found in the board's menu, and left by a button", async ({ join }) => {
    const { page } = await join();
    const choose = async (name: string): Promise<void> => {
      await page.getByRole("button", { name: "Board menu" }).tap();
      await page.getByRole("menuitem", { name: "View" }).tap();
      await page.getByRole("menuitemcheckbox", { name }).tap();
    };
    await choose("Zen mode");
    await expect(page.locator(".dock")).toBeHidden();
    await page.getByRole("button", { name: "Leave zen mode" }).tap();
    await expect(page.locator(".dock")).toBeVisible();
    await choose("View mode");
    await page.getByRole("button", { name: "Back to editing" }).tap();
    await expect(page.locator('[data-tool="draw"]')).toBeVisible();
  });
});
