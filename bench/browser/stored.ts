// How long a board takes to be there: fetched from the server by a new browser, and opened from what a browser has stored of
// it, without a line and with one; and what comes over the line in each case.
//   node bench/browser/stored.ts [--counts 1000,10000] [--rounds 5]
import { parseArgs } from "node:util";
import { chromium, type BrowserContext } from "@playwright/test";
import { launchOptions } from "@inkroom/test-browser";
import { type BenchBoard, type BenchServer, createServerProcess, printFigure } from "../server-process.ts";
import { joinAsWriter } from "./board-writer.ts";
import { makeStrokes } from "./strokes.ts";

const { values } = parseArgs({ options: { counts: { type: "string", default: "1000,10000" }, rounds: { type: "string", default: "5" } } });
/** What others draw while the browser is away. */
const MISSED = 10;

type Visit = { readonly shownMs: number; readonly bytes: number; readonly frames: number };

/** Opens the board in a new tab; the time is from the beginning of the navigation until the page has all of its shapes. */
async function visit(context: BrowserContext, url: string, shapes: number, line: "cut" | "open"): Promise<Visit> {
  const page = await context.newPage();
  let [bytes, frames] = [0, 0];
  if (line === "cut") await page.routeWebSocket(/\/parties\//, (socket) => void socket.close({ code: 1003 }));
  page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => {
      bytes += payload.length;
      frames += 1;
    }),
  );
  await page.goto(url);
  const shown = await page.waitForFunction(
    (count) => document.querySelector("main.board")?.getAttribute("data-shapes") === String(count) && performance.now(),
    shapes,
    { polling: "raf" },
  );
  const shownMs = Number(await shown.jsonValue());
  if (line === "open") await page.waitForSelector('main.board[data-state="live"]');
  // The base is stored half a second after its last change.
  if (line === "open") await page.waitForTimeout(2_000);
  await page.close();
  return { shownMs, bytes, frames };
}

function middle(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

async function measure(server: BenchServer, board: BenchBoard, count: number): Promise<void> {
  const url = `http://${server.host}/b/${board.id}#${board.links.edit}`;
  const visits: Record<"fetched" | "stored" | "returning", Visit[]> = { fetched: [], stored: [], returning: [] };
  let shapes = count;
  for (let round = 0; round < Number(values.rounds); round += 1) {
    const browser = await chromium.launch(launchOptions());
    const context = await browser.newContext();
    visits.fetched.push(await visit(context, url, shapes, "open"));
    visits.stored.push(await visit(context, url, shapes, "cut"));
    const writer = await joinAsWriter(server, board);
    await writer.fill(makeStrokes(shapes + MISSED).slice(shapes));
    writer.close();
    shapes += MISSED;
    visits.returning.push(await visit(context, url, shapes, "open"));
    await browser.close();
  }
  for (const [how, list] of Object.entries(visits)) {
    const detail = {
      strokes: count,
      rounds: list.length,
      bytes: middle(list.map(({ bytes }) => bytes)),
      frames: middle(list.map(({ frames }) => frames)),
    };
    printFigure(`navigation until all shapes are there, ${how}, ms`, middle(list.map(({ shownMs }) => shownMs)), detail);
  }
}

for (const count of values.counts.split(",").map(Number)) {
  const server = await createServerProcess({ INKROOM_PUSHES_PER_SECOND: "100000", INKROOM_PUSH_BURST: "100000" });
  try {
    const board = await server.newBoard();
    const writer = await joinAsWriter(server, board);
    await writer.fill(makeStrokes(count));
    writer.close();
    await measure(server, board, count);
  } finally {
    await server.stop();
  }
}
