// What 200 moving pointers of others cost a page, beside the same page with nobody on it.
//   node bench/browser/cursors.ts [--people 200]
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { launchOptions } from "@inkroom/test-browser";
import { createServerProcess, printFigure } from "../server-process.ts";
import { joinAsWriter, type Writer } from "./board-writer.ts";
import { drive } from "./driven-page.ts";
import { type FrameReport, recordFrames } from "./frames.ts";
import { VIEW } from "./phases.ts";
import { inkroom } from "./products.ts";
import { makeStrokes } from "./strokes.ts";

const { values } = parseArgs({ options: { people: { type: "string", default: "200" } } });
const people = Number(values.people);
const PHASE_MS = 4_000;
const MOVES_PER_SECOND = 20;
const STROKES = 1_000;

/** Each pointer on a circle of its own, all of them in view; the result stops them. */
function moveAll(writers: readonly Writer[]): () => void {
  const startMs = performance.now();
  const timer = setInterval(() => {
    const turn = (performance.now() - startMs) / 700;
    for (const [i, writer] of writers.entries()) {
      const [column, row] = [i % 20, Math.floor(i / 20)];
      const x = (column / 20 - 0.475) * VIEW.width * 0.9;
      const y = (row / Math.max(1, people / 20) - 0.45) * VIEW.height * 0.9;
      writer.point(x + 60 * Math.cos(turn + i), y + 60 * Math.sin(turn + i));
    }
  }, 1_000 / MOVES_PER_SECOND);
  return () => clearInterval(timer);
}

const server = await createServerProcess({ INKROOM_PUSHES_PER_SECOND: "100000", INKROOM_PUSH_BURST: "100000" });
const browser = await chromium.launch(launchOptions());
try {
  const board = await server.newBoard();
  const first = await joinAsWriter(server, board);
  await first.fill(makeStrokes(STROKES));
  first.close();
  const { page, cdp } = await drive(browser, inkroom(server, board, STROKES));
  await page.waitForTimeout(2_000);
  const record = (): Promise<FrameReport> => recordFrames(page, cdp, () => page.waitForTimeout(PHASE_MS));
  const alone = await record();
  const writers = await Promise.all(Array.from({ length: people }, () => joinAsWriter(server, board)));
  const stop = moveAll(writers);
  await page.waitForFunction((wanted) => document.querySelector("main.board")?.getAttribute("data-peers") === String(wanted), people);
  await page.waitForTimeout(1_000);
  const crowd = await record();
  stop();
  for (const writer of writers) writer.close();
  const detail = { people, movesPerSecond: MOVES_PER_SECOND, strokes: STROKES };
  printFigure("main-thread work per frame, moving pointers, ms", crowd.cpuMs, {
    ...detail,
    fps: Math.round(crowd.fps),
    alone: Math.round(alone.cpuMs * 100) / 100,
  });
} finally {
  await browser.close();
  await server.stop();
}
