// A phone in the hand: every tool is chosen with a finger and used with one, and two fingers move and zoom the page.
import type { Locator } from "@playwright/test";
import { expect, test } from "../fixtures/test.ts";
import type { BoardPage, Point, Tool } from "../pages/board-page.ts";
import { PHONE } from "../pages/looks.ts";
import { type PenAndFingers, penAndFingers } from "../pages/pen-and-fingers.ts";

test.use(PHONE);

type Camera = { readonly x: number; readonly y: number; readonly zoom: number };
type Handle = {
  readonly __inkroom: { readonly editor: { readonly state: { readonly camera: Camera; readonly selection: ReadonlySet<string> } } };
};

const cameraOf = ({ page }: BoardPage): Promise<Camera> =>
  page.evaluate(() => (globalThis as unknown as Handle).__inkroom.editor.state.camera);
const selectedIn = ({ page }: BoardPage): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as Handle).__inkroom.editor.state.selection.size);
const finger = ({ x, y }: Point) => ({ x, y, radius: 8 });

/** Taps until it is seen: of a tap that comes right after a quick pull Chromium makes no click at times. */
async function tapUntil(button: Locator, isSeen: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await button.tap();
    await isSeen();
  }).toPass({ intervals: [100] });
}

async function take({ page }: BoardPage, tool: Tool): Promise<void> {
  const button = page.locator(`[data-tool="${tool}"]`);
  await tapUntil(button, () => expect(button).toHaveAttribute("aria-checked", "true", { timeout: 1_000 }));
}

/** One finger, from the first point along the others. */
async function pull({ touch }: PenAndFingers, [first, ...rest]: readonly [Point, ...Point[]]): Promise<void> {
  await touch("touchStart", [finger(first)]);
  for (const point of rest) await touch("touchMove", [finger(point)]);
  await touch("touchEnd", []);
}

const [FROM, MIDDLE, TO] = [
  { x: 80, y: 200 },
  { x: 140, y: 250 },
  { x: 200, y: 300 },
] as const;
const PULLED: readonly (readonly [Tool, object])[] = [
  ["draw", { kind: "draw", nib: "pen" }],
  ["highlight", { kind: "draw", nib: "highlighter" }],
  ["rect", { kind: "rect", x: 80, y: 200, w: 120, h: 100 }],
  ["ellipse", { kind: "ellipse", x: 80, y: 200, w: 120, h: 100 }],
  ["geo", { kind: "geo", form: "diamond", w: 120, h: 100 }],
  ["line", { kind: "line", vertices: [0, 0, 120, 100] }],
  ["arrow", { kind: "arrow", vertices: [0, 0, 120, 100] }],
  ["frame", { kind: "frame", w: 120, h: 100 }],
];

test("what is drawn with a pull is drawn by a finger", async ({ join }) => {
  const ana = await join();
  const hand = await penAndFingers(ana.page);
  for (const [tool, is] of PULLED)
    await test.step(tool, async () => {
      await take(ana, tool);
      await pull(hand, [FROM, MIDDLE, TO]);
      await ana.hasShapes(1);
      expect(await ana.shapes()).toMatchObject([is]);
      const isGone = (): Promise<void> => expect(ana.root).toHaveAttribute("data-shapes", "0", { timeout: 1_000 });
      await tapUntil(ana.page.getByRole("button", { name: "Undo" }), isGone);
    });
});

for (const kind of ["text", "note"] as const)
  test(`a tap with the tool for a ${kind} is where it is written`, async ({ join }) => {
    const ana = await join();
    await take(ana, kind);
    await ana.page.touchscreen.tap(190, 300);
    await expect(ana.textField).toBeFocused();
    await ana.page.keyboard.type("by a thumb");
    await ana.page.touchscreen.tap(60, 600);
    await expect(ana.textField).toHaveCount(0);
    expect(await ana.onlyShape(kind)).toMatchObject({ text: "by a thumb" });
  });

test("a finger selects, moves, fills, erases and takes the page along; the laser leaves nothing", async ({ join }) => {
  const ana = await join();
  const hand = await penAndFingers(ana.page);
  await take(ana, "rect");
  await pull(hand, [FROM, MIDDLE, TO]);
  await ana.hasShapes(1);
  await take(ana, "select");
  await ana.page.touchscreen.tap(320, 560);
  await expect.poll(() => selectedIn(ana)).toBe(0);
  await ana.page.touchscreen.tap(FROM.x, 250);
  await expect.poll(() => selectedIn(ana)).toBe(1);
  await pull(hand, [MIDDLE, { x: 160, y: 300 }, { x: 180, y: 350 }]);
  await expect.poll(async () => (await ana.onlyShape("rect"))["y"]).toBe(300);
  expect(await ana.onlyShape("rect")).toMatchObject({ x: 120, w: 120, h: 100 });
  await take(ana, "bucket");
  await ana.page.touchscreen.tap(180, 350);
  await expect.poll(() => ana.onlyShape("rect")).toMatchObject({ fill: "solid", fillColor: "ink" });
  await take(ana, "laser");
  await pull(hand, [FROM, MIDDLE, TO]);
  await ana.hasShapes(1);
  await take(ana, "hand");
  await pull(hand, [FROM, MIDDLE, TO]);
  expect(await cameraOf(ana)).toMatchObject({ x: -120, y: -100, zoom: 1 });
  await take(ana, "erase");
  await pull(hand, [
    { x: 200, y: 450 },
    { x: 240, y: 450 },
    { x: 280, y: 450 },
  ]);
  await ana.hasShapes(0);
});

test("two fingers zoom and move the page with a drawing tool in the hand, and draw nothing", async ({ join }) => {
  const ana = await join();
  const { touch } = await penAndFingers(ana.page);
  await take(ana, "draw");
  await touch("touchStart", [finger({ x: 150, y: 300 })]);
  await touch("touchStart", [finger({ x: 150, y: 300 }), finger({ x: 250, y: 300 })]);
  for (const gap of [140, 180, 220, 280])
    await touch("touchMove", [finger({ x: 200 - gap / 2, y: 300 }), finger({ x: 200 + gap / 2, y: 300 })]);
  await touch("touchEnd", []);
  await expect.poll(async () => (await cameraOf(ana)).zoom).toBeGreaterThan(1.3);
  const { zoom, x, y } = await cameraOf(ana);
  // What lay between the fingers lies between them still.
  expect(x + 200 / zoom).toBeCloseTo(200, -1);
  expect(y + 300 / zoom).toBeCloseTo(300, 0);
  await ana.hasShapes(0);
});

test("a finger that rests on a shape opens its menu, and what is tapped in it is done", async ({ join }) => {
  const ana = await join();
  const hand = await penAndFingers(ana.page);
  await take(ana, "rect");
  await pull(hand, [FROM, MIDDLE, TO]);
  await ana.hasShapes(1);
  await hand.touch("touchStart", [finger({ x: FROM.x, y: 250 })]);
  await expect(ana.page.getByRole("menu")).toBeVisible();
  await hand.touch("touchEnd", []);
  await ana.page.getByRole("menuitem", { name: "Duplicate" }).tap();
  await ana.hasShapes(2);
});
