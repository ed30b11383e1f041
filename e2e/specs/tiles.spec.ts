// The board is shown from tiles: whatever happens, that looks like painting everything anew, and costs no more than it must.
import type { Op } from "@inkroom/model";
import type { Page } from "@playwright/test";
import { type DrawShape, encodePoints } from "@inkroom/shapes";
import type { Bot } from "../fixtures/bot.ts";
import { expect, test } from "../fixtures/test.ts";
import { wave } from "../pages/board-page.ts";
import { holdParts } from "../pages/held-parts.ts";
import { looksPainted, tileCounts, tilesAreComplete } from "../pages/tile-truth.ts";

const FORMAT = { quantum: 1 / 8, pressure: false } as const;
const COLORS = ["ink", "red", "blue", "green", "orange", "violet"] as const;

/** A number that looks random and is the same in every run. */
function scattered(seed: number): number {
  const x = Math.sin(seed * 127.1) * 43_758.545;
  return x - Math.floor(x);
}

function stroke(i: number, spread: number): DrawShape {
  const points = Array.from({ length: 24 }, (_, k) => ({
    x: k === 0 ? 0 : k * 4 + 8 * scattered(i + k * 7),
    y: k === 0 ? 0 : 20 * Math.sin(k / 3 + i),
  }));
  return {
    id: `s${i}`,
    kind: "draw",
    nib: "pen",
    fill: "none",
    fillColor: "same",
    parent: "page",
    index: `a${String(i).padStart(5, "0")}V`,
    x: (scattered(i) - 0.5) * spread,
    y: (scattered(i + 0.5) - 0.5) * spread,
    rotation: 0,
    opacity: i % 5 === 0 ? 0.5 : 1,
    locked: false,
    link: "",
    color: COLORS[i % COLORS.length] ?? "ink",
    size: i % 3 === 0 ? "l" : "m",
    scaleX: 1,
    scaleY: 1,
    ...FORMAT,
    points: encodePoints(points, FORMAT),
    count: points.length,
    done: true,
  };
}

async function fill(bot: Bot, count: number, spread: number): Promise<void> {
  for (let from = 0; from < count; from += 200) {
    const ops: Op[] = Array.from({ length: Math.min(200, count - from) }, (_, k) => ({ op: "add", shape: stroke(from + k, spread) }));
    expect(await bot.push(ops)).toMatchObject({ t: "ack" });
  }
}

/** How many shapes the board shows, each time that changes while it is still being loaded. */
async function recordLoading(page: Page): Promise<() => Promise<readonly number[]>> {
  await page.addInitScript(() => {
    const seen: number[] = [];
    (globalThis as unknown as { __seen: number[] }).__seen = seen;
    new MutationObserver(() => {
      const { state, shapes } = document.querySelector<HTMLElement>("main.board")?.dataset ?? {};
      if (state === "catching-up" && Number(shapes) !== (seen.at(-1) ?? 0)) seen.push(Number(shapes));
    }).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-shapes"] });
  });
  return () => page.evaluate(() => (globalThis as unknown as { __seen: number[] }).__seen);
}

test("a board of several parts is shown part by part, from tiles alone, and looks like painting everything anew", async ({
  person,
  board,
  bot,
}) => {
  const robot = await bot();
  await fill(robot, 6_000, 3_000);
  const ann = await person();
  const shown = await recordLoading(ann.page);
  await ann.open(board.editUrl);
  await ann.hasShapes(6_000);
  await looksPainted(ann.page, { leastInk: 500 });
  const counts = await shown();
  expect(counts.length).toBeGreaterThan(2);
  expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  expect((await tileCounts(ann.page)).livePainted).toBe(0);
});

test("what is in view is painted before the rest of a board is taken in, and what nobody waits for is fetched after both", async ({
  person,
  board,
  bot,
}) => {
  await fill(await bot(), 4_000, 16_000);
  const ann = await person();
  // The middle of the board, from near: little of it is in view.
  await ann.page.addInitScript(() => {
    localStorage.setItem("inkroom.places", JSON.stringify([[location.pathname.split("/").at(-1), [8_000, 8_000, 1]]]));
    type Handle = { replica: { view: { size: number } }; scene?: { stats(): { tiles: { isComplete: boolean; held: number } } } };
    const seen = { painted: [] as number[], fetched: undefined as readonly string[] | undefined };
    Object.assign(globalThis, { __opening: seen });
    const look = (): void => {
      const { __inkroom: board } = globalThis as unknown as { __inkroom?: Handle };
      const tiles = board?.scene?.stats().tiles;
      if (board !== undefined && tiles?.isComplete === true && tiles.held > 0) seen.painted.push(board.replica.view.size);
      const isLive = document.querySelector<HTMLElement>("main.board")?.dataset["state"] === "live";
      if (isLive) seen.fetched ??= performance.getEntriesByType("resource").map(({ name }) => name);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await ann.open(board.editUrl);
  await ann.hasShapes(4_000);
  const { painted, fetched } = await ann.page.evaluate(
    () => (globalThis as unknown as { __opening: { painted: number[]; fetched: string[] } }).__opening,
  );
  expect(painted.filter((shapes) => shapes < 4_000).length).toBeGreaterThan(0);
  expect(fetched.some((name) => name.includes("tile-worker"))).toBe(true);
  expect(fetched.filter((name) => /Minimap|FindPanel|AskedLayer|HomePage|StylePanel|BackToContent|service-worker/.test(name))).toEqual([]);
  await expect(ann.page.locator(".minimap")).toBeVisible();
  await looksPainted(ann.page, { leastInk: 50 });
});

test("while a board comes in part by part, a hand pans and draws on what is there, and all of it is there in the end", async ({
  person,
  board,
  bot,
}) => {
  const robot = await bot();
  await fill(robot, 6_000, 3_000);
  const ann = await person();
  const letCome = await holdParts(ann.page, 1);
  await ann.page.goto(board.editUrl);
  await expect.poll(() => ann.number("shapes")).toBeGreaterThan(0);
  await expect(ann.root).toHaveAttribute("data-state", "catching-up");
  const first = await ann.number("shapes");
  const camera = (): Promise<{ readonly x: number; readonly y: number }> =>
    ann.page.evaluate(() => {
      const { editor } = (globalThis as unknown as { __inkroom: { editor: { state: { camera: { x: number; y: number } } } } }).__inkroom;
      return { x: editor.state.camera.x, y: editor.state.camera.y };
    });
  await test.step("drawing between two parts", async () => {
    await ann.selectTool("draw");
    await ann.draw(wave({ x: 300, y: 300 }, { x: 600, y: 400 }));
    expect(await ann.number("shapes")).toBe(first + 1);
    await expect(ann.root).toHaveAttribute("data-state", "catching-up");
    expect(await ann.number("pending")).toBeGreaterThan(0);
  });
  await test.step("panning while part after part comes", async () => {
    const before = await camera();
    let steps = 0;
    for (let isMore = true; isMore; steps += 1) {
      await ann.page.mouse.wheel(30, 20);
      isMore = letCome();
    }
    expect(steps).toBeGreaterThan(2);
    await expect.poll(camera).toEqual({ x: before.x + steps * 30, y: before.y + steps * 20 });
  });
  await ann.hasShapes(6_001);
  await ann.saved();
  await looksPainted(ann.page, { leastInk: 500 });
  await expect.poll(() => robot.entries().size).toBe(6_001);
});

test("edits of a dense board, own and remote, look like painting everything anew", async ({ join, bot }) => {
  const robot = await bot();
  await fill(robot, 3_000, 1_600);
  const ann = await join();
  await ann.hasShapes(3_000);
  await looksPainted(ann.page, { leastInk: 500 });
  expect((await tileCounts(ann.page)).drawnAside).toBeGreaterThan(0);
  await test.step("remote edits, deletes, and moves in the stack", async () => {
    for (let i = 0; i < 5; i += 1) {
      const id = `s${i * 311}`;
      await robot.push([
        { op: "set", id, props: { color: "yellow" } },
        { op: "del", ids: [`s${i * 173 + 1}`] },
        { op: "mv", id: `s${i * 97 + 2}`, parent: "page", index: `b${i}` },
      ]);
    }
    await ann.hasShapes(2_995);
    await looksPainted(ann.page, { leastInk: 500 });
  });
  await test.step("a drag in the middle of it, frame by frame, and its undo", async () => {
    await ann.selectTool("select");
    await ann.drag([
      { x: 400, y: 300 },
      { x: 520, y: 380 },
    ]);
    await ann.drag(
      [
        { x: 640, y: 400 },
        { x: 760, y: 470 },
      ],
      { release: false },
    );
    await tilesAreComplete(ann.page);
    await ann.page.mouse.up();
    await ann.saved();
    await looksPainted(ann.page, { leastInk: 500 });
    await ann.undo();
    await ann.saved();
    await looksPainted(ann.page, { leastInk: 500 });
  });
  await test.step("zoom out, in, and pan", async () => {
    for (const deltaY of [400, 400, 300, -900, -600, 200]) {
      await ann.page.keyboard.down("Control");
      await ann.page.mouse.wheel(0, deltaY);
      await ann.page.keyboard.up("Control");
    }
    await ann.page.mouse.wheel(313, 177);
    await looksPainted(ann.page, { leastInk: 500 });
  });
});

test("what is on tiles costs nothing more: panning paints no stroke, a remote point draws no tile", async ({ join, bot }) => {
  const robot = await bot();
  await fill(robot, 600, 1_600);
  const ann = await join();
  await ann.hasShapes(600);
  await tilesAreComplete(ann.page);
  await ann.page.mouse.move(640, 400);
  await test.step("a pan inside of what is drawn", async () => {
    const before = await tileCounts(ann.page);
    for (let i = 0; i < 10; i += 1) await ann.page.mouse.wheel(i % 2 === 0 ? 12 : -12, i % 2 === 0 ? 8 : -8);
    await tilesAreComplete(ann.page);
    expect(await tileCounts(ann.page)).toEqual(before);
  });
  await test.step("points of a stroke that someone draws", async () => {
    await robot.push([{ op: "add", shape: { ...stroke(9_001, 0), x: 0, y: 0, done: false } }]);
    await ann.hasShapes(601);
    const before = await tileCounts(ann.page);
    const { count } = stroke(9_001, 0);
    for (let i = 0; i < 5; i += 1) {
      const bytes = encodePoints([{ x: 3, y: 1 }], FORMAT);
      expect(await robot.push([{ op: "pts", id: "s9001", off: count + i, bytes, count: 1 }])).toMatchObject({ t: "ack" });
    }
    await ann.saved();
    await expect.poll(async () => (await tileCounts(ann.page)).livePainted).toBeGreaterThanOrEqual(before.livePainted + 1);
    const after = await tileCounts(ann.page);
    expect(after.livePainted).toBeGreaterThan(before.livePainted);
    expect({ ...after, livePainted: 0 }).toEqual({ ...before, livePainted: 0 });
  });
  await test.step("a moved shape mends only the tiles it left and came to", async () => {
    const before = await tileCounts(ann.page);
    const { x, y } = stroke(7, 1_600);
    await robot.push([{ op: "set", id: "s7", props: { x: x + 3, y, rotation: 0 } }]);
    await ann.saved();
    await expect.poll(async () => (await tileCounts(ann.page)).mended).toBeGreaterThan(before.mended);
    const after = await tileCounts(ann.page);
    expect(after.drawn).toBe(before.drawn);
    expect(after.mended - before.mended).toBeLessThanOrEqual(4);
  });
  await test.step("a finished stroke is painted over the tiles it crosses", async () => {
    const before = await tileCounts(ann.page);
    await ann.draw(wave({ x: 500, y: 300 }, { x: 560, y: 330 }));
    await ann.saved();
    const after = await tileCounts(ann.page);
    expect([after.drawn, after.mended]).toEqual([before.drawn, before.mended]);
    expect(after.appended).toBeGreaterThan(before.appended);
    await looksPainted(ann.page, { leastInk: 500 });
  });
});

test("a shape that comes in while another one of its tile goes is painted once", async ({ join, bot }) => {
  const robot = await bot();
  // Inside of one tile: along a cut, paths are smoothed a little differently.
  const at = (i: number): DrawShape => ({
    ...stroke(i, 0),
    x: 80,
    y: i % 2 === 0 ? 100 : 220,
    opacity: 1,
    locked: false,
    link: "",
    color: "ink",
    size: "l",
  });
  await robot.push([{ op: "add", shape: at(0) }]);
  const ann = await join();
  await ann.hasShapes(1);
  await looksPainted(ann.page, { leastInk: 100 });
  for (let i = 1; i <= 6; i += 1) {
    await robot.push([
      { op: "del", ids: [`s${i - 1}`] },
      { op: "add", shape: at(i) },
    ]);
    await ann.hasShapes(1);
    await expect.poll(async () => Object.keys(await ann.records())).toEqual([`s${i}`]);
    await looksPainted(ann.page, { leastInk: 100 });
  }
});

/** Keeps back what the tile worker has drawn but for whole views; the call lets it come. */
async function holdTiles(page: Page): Promise<() => Promise<void>> {
  await page.addInitScript(() => {
    const TILE_PX = 512;
    type Listener = (event: MessageEvent<{ spec?: { w: number } }>) => void;
    const held: (() => void)[] = [];
    let isHeld = true;
    const { set } = Object.getOwnPropertyDescriptor(Worker.prototype, "onmessage") as PropertyDescriptor; // reason: every browser has it
    Object.defineProperty(Worker.prototype, "onmessage", {
      set(listener: Listener) {
        set?.call(this, (event: Parameters<Listener>[0]) => {
          if (isHeld && event.data.spec?.w === TILE_PX) held.push(() => listener(event));
          else listener(event);
        });
      },
    });
    Object.assign(globalThis, {
      __letTiles() {
        isHeld = false;
        for (const bring of held.splice(0)) bring();
      },
    });
  });
  return () => page.evaluate(() => (globalThis as unknown as { __letTiles: () => void }).__letTiles());
}

test("a view that is full of ink is there as one bitmap before its tiles are, and edits show on it as on them", async ({
  person,
  board,
  bot,
}) => {
  const robot = await bot();
  await fill(robot, 3_000, 1_600);
  const ann = await person();
  const letTiles = await holdTiles(ann.page);
  await ann.open(board.editUrl);
  await looksPainted(ann.page, { leastInk: 500 });
  const { sheets, drawnAside } = await tileCounts(ann.page);
  expect(sheets).toBeGreaterThan(0);
  expect(drawnAside).toBe(sheets);
  await test.step("edits, of others and own", async () => {
    await robot.push([
      { op: "set", id: "s300", props: { color: "yellow" } },
      { op: "del", ids: ["s301"] },
      { op: "mv", id: "s302", parent: "page", index: "b0" },
    ]);
    await ann.hasShapes(2_999);
    await looksPainted(ann.page, { leastInk: 500 });
    await ann.draw(wave({ x: 300, y: 300 }, { x: 600, y: 400 }));
    await ann.hasShapes(3_000);
    await looksPainted(ann.page, { leastInk: 500 });
  });
  await test.step("a pan away and back", async () => {
    await ann.page.mouse.wheel(40, 30);
    await ann.page.mouse.wheel(-40, -30);
    await looksPainted(ann.page, { leastInk: 500 });
  });
  await letTiles();
  await expect.poll(async () => (await tileCounts(ann.page)).drawnAside).toBeGreaterThan(8);
  await looksPainted(ann.page, { leastInk: 500 });
});
