// Each product with a board of the benchmark's strokes open in a page: how it is opened, when it has painted, who else draws.
import type { Page } from "@playwright/test";
import type { BenchBoard, BenchServer } from "../server-process.ts";
import type { OpeningPage } from "./bare-page.ts";
import { joinAsWriter } from "./board-writer.ts";
import type { PeerName } from "./peers.ts";
import type { DrivenPage } from "./phases.ts";
import { type BenchStroke, makeStroke, randomFrom } from "./strokes.ts";

/** A product with a board of so many strokes. */
export type Product = {
  readonly name: string;
  readonly strokes: number;
  /** Opens the board in an empty page, and waits until all of it is there. */
  open(page: OpeningPage): Promise<Opened>;
  /** What is done with it in the page that it is open in. */
  actions(page: Page): Pick<DrivenPage, "selectPen" | "startOthers">;
};

export type Opened = {
  /** From the beginning of the navigation to the picture that stays, ms. */
  readonly fullPaintMs: number;
  /** Where the page shows the board part by part. */
  readonly loading?: Loading;
};

export type Loading = {
  /** From the beginning of the navigation until all shapes are there, ms. */
  readonly allThereMs: number;
  /** Painted while the board came in, and the longest time without one, ms. */
  readonly frames: number;
  readonly worstMs: number;
};

const OTHERS = 20;
const POINTS_PER_SECOND = 60;
/** Others draw within so many page units of the middle of the view. */
const SPREAD = 800;
/** A page has come to rest when so many frames in a row were in time. */
const QUIET_FRAMES = 5;

/** Resolves when the page's frames come in time again; gives the time of the last late one, by the page's clock. */
function quiet(page: OpeningPage): Promise<number> {
  return page.evaluate(async (wanted) => {
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    let since = performance.now();
    let before = await frame();
    for (let inTime = 0; inTime < wanted;) {
      const now = await frame();
      inTime = now - before <= 25 ? inTime + 1 : 0;
      if (inTime === 0) since = performance.now();
      before = now;
    }
    return since;
  }, QUIET_FRAMES);
}

type Handle = {
  readonly session: { readonly state: { readonly kind: string } };
  readonly replica: { readonly view: { readonly size: number } };
  readonly scene?: { stats(): { readonly tiles: { readonly isComplete: boolean } } };
};

export function inkroom(server: BenchServer, board: BenchBoard, strokes: number): Product {
  return {
    name: "inkroom",
    strokes,
    async open(page) {
      // The board is opened where the others are: as by somebody who has been there, on another machine.
      await page.addInitScript((id) => {
        localStorage.setItem("inkroom.debug", "1");
        localStorage.setItem("inkroom.places", JSON.stringify([[id, [0, 0, 1]]]));
      }, board.id);
      await page.goto(`http://${server.host}/b/${board.id}#${board.links.edit}`);
      const { paintedMs, ...loading } = await watchLoading(page, strokes);
      return { fullPaintMs: paintedMs, loading };
    },
    actions: (page) => ({
      selectPen: () => page.keyboard.press("p"),
      async startOthers() {
        const writers = await Promise.all(Array.from({ length: OTHERS }, () => joinAsWriter(server, board)));
        const stops = writers.map((writer, i) => writer.drawOn({ seed: i + 1, pointsPerSecond: POINTS_PER_SECOND, spread: SPREAD }));
        return async () => {
          for (const stop of stops) stop();
          for (const writer of writers) writer.close();
          await Promise.resolve();
        };
      },
    }),
  };
}

/** Looks at every frame until the board is there; `paintedMs`: when the view became what it then is. */
function watchLoading(page: OpeningPage, count: number): Promise<Loading & { readonly paintedMs: number }> {
  return page.evaluate(async (wanted) => {
    const handle = (): Handle | undefined => (globalThis as unknown as { __inkroom?: Handle }).__inkroom;
    // The scene looks at what has come in the next frame.
    const CALM_FRAMES = 5;
    let [paintedMs, allThereMs, frames, worstMs, before, calm] = [0, 0, 0, 0, 0, 0];
    let isPainted = false;
    // The first task after a frame: what the frame shows is painted by then.
    const { port1, port2 } = new MessageChannel();
    const painted = (): Promise<void> =>
      new Promise((resolve) => {
        port1.onmessage = () => resolve();
        requestAnimationFrame(() => port2.postMessage(undefined));
      });
    for (;;) {
      await painted();
      const now = performance.now();
      const shapes = handle()?.replica.view.size ?? 0;
      const isComplete = shapes > 0 && handle()?.scene?.stats().tiles.isComplete === true;
      if (isComplete && !isPainted) paintedMs = now;
      isPainted = isComplete;
      const kind = handle()?.session.state.kind;
      if (allThereMs === 0 && (kind === "catching-up" || kind === "live")) {
        frames += 1;
        if (before > 0) worstMs = Math.max(worstMs, now - before);
        before = now;
      }
      if (shapes >= wanted && allThereMs === 0) allThereMs = now;
      calm = allThereMs > 0 && isPainted && kind === "live" ? calm + 1 : 0;
      if (calm > CALM_FRAMES) return { paintedMs, allThereMs, frames, worstMs };
    }
  }, count);
}

type Bench = {
  load(strokes: readonly BenchStroke[]): number;
  selectPen(): void;
  setOthers(strokes: readonly { readonly id: string; readonly stroke: BenchStroke }[]): void;
};

/** The strokes reach the page by a fetch, as a stored board would. */
export function peer(name: PeerName, version: string, url: string, strokes: number): Product {
  return {
    name: `${name} ${version}`,
    strokes,
    async open(page) {
      await page.goto(`${url}/${name}.html`);
      await page.evaluate(async (wanted) => {
        const bench = (): Bench | undefined => (globalThis as unknown as { bench?: Bench }).bench;
        while (bench() === undefined) await new Promise((resolve) => requestAnimationFrame(resolve));
        const stored = (await (await fetch(`strokes-${wanted}.json`)).json()) as readonly BenchStroke[];
        const found = bench()?.load(stored);
        if (found !== wanted) throw new Error(`${found} of ${wanted} strokes are there`);
      }, strokes);
      return { fullPaintMs: await quiet(page) };
    },
    actions: (page) => ({
      selectPen: () => page.evaluate(() => (globalThis as unknown as { bench: Bench }).bench.selectPen()),
      startOthers: () => drawInPage(page),
    }),
  };
}

/** Twenty strokes grow by a point per frame in the page itself, as its sync code would set them. */
async function drawInPage(page: Page): Promise<() => Promise<void>> {
  const all = Array.from({ length: OTHERS }, (_, i) => {
    const random = randomFrom(i + 1);
    return Array.from({ length: 6 }, () => makeStroke(random, SPREAD));
  });
  await page.evaluate(
    ({ people, perSecond }) => {
      const { bench } = globalThis as unknown as { bench: Bench };
      const timers = globalThis as unknown as { __others?: ReturnType<typeof setInterval> };
      let points = 0;
      timers.__others = setInterval(() => {
        points += Math.max(1, Math.round(perSecond / 60));
        bench.setOthers(
          people.flatMap((strokes, person) => {
            let left = points;
            const at = strokes.findIndex((stroke) => {
              const total = stroke.points.length / 2;
              if (left <= total) return true;
              left -= total;
              return false;
            });
            const stroke = strokes[at];
            return stroke === undefined
              ? []
              : [{ id: `o${person}x${at}`, stroke: { ...stroke, points: stroke.points.slice(0, Math.max(2, left) * 2) } }];
          }),
        );
      }, 1_000 / 60);
    },
    { people: all, perSecond: POINTS_PER_SECOND },
  );
  return () => page.evaluate(() => clearInterval((globalThis as unknown as { __others?: ReturnType<typeof setInterval> }).__others));
}
