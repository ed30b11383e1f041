// Inkroom's real page beside tldraw and Excalidraw: the same strokes, the same browser, real wheel and pointer events.
//   node bench/browser/run.ts [--counts 1000,10000] [--products floor,inkroom,tldraw,excalidraw] [--phases pan,zoom,draw,others]
// With `--phases ""` the board is opened only. It is opened twice: in a page that nobody drives, for what that takes, and in one for the phases.
// Prints one JSON line per figure, and a table of all of them at the end on stderr. Installs the products on first use.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Browser, chromium } from "@playwright/test";
import { launchOptions } from "@inkroom/test-browser";
import { printFigure } from "../server-process.ts";
import { openBarePage } from "./bare-page.ts";
import { mainThreadMs } from "./cpu.ts";
import { drive } from "./driven-page.ts";
import { FLOORS } from "./floor.ts";
import type { FrameReport } from "./frames.ts";
import { pageMemory } from "./memory.ts";
import { buildPeers, peerVersion, PEERS, servePeers } from "./peers.ts";
import { draw, others, pan, zoom } from "./phases.ts";
import { inkroom, peer, type Product } from "./products.ts";
import { serveSeeded } from "./seeded-board.ts";

const { values } = parseArgs({
  options: {
    counts: { type: "string", default: "1000,5000,10000,50000,100000" },
    products: { type: "string", default: "floor,inkroom,tldraw,excalidraw" },
    phases: { type: "string", default: "pan,zoom,draw,others" },
  },
});
const PHASES = Object.entries({ pan, zoom, draw, others }).filter(([name]) => values.phases.split(",").includes(name));
const BUILT_PAGE = join(import.meta.dirname, "../../apps/web/dist/index.html");
/** A phase or a load that takes longer than this is given up, and said to have been. */
const LIMIT_MS = 180_000;
/** A browser that was just started is busy with itself for so long, ms. */
const STARTED_MS = 1_500;
const rows: string[][] = [];

function withinLimit<T>(work: Promise<T>): Promise<T> {
  const limit = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error(`not within ${LIMIT_MS / 1_000} s`)), LIMIT_MS).unref(),
  );
  return Promise.race([work, limit]);
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Opens, runs the phases, prints. The browser is its own: it is begun anew for each. */
async function measure(product: Product): Promise<void> {
  const of = { product: product.name, strokes: product.strokes };
  const row = [product.name, String(product.strokes)];
  rows.push(row);
  const browser = await chromium.launch(launchOptions());
  try {
    row.push(`${Math.round(await withinLimit(opening(browser, product)))} ms`);
    const driven = await withinLimit(drive(browser, product));
    // What comes after the first picture (the tiles around it, idle work) is no part of the phases.
    await driven.page.waitForTimeout(2_000);
    for (const [name, phase] of PHASES) {
      const report: FrameReport = await withinLimit(phase(driven));
      const detail = Object.fromEntries(Object.entries(report).map(([key, value]) => [key, rounded(value)]));
      printFigure(`frames per second, ${name}`, report.fps, { ...of, ...detail });
      row.push(`${Math.round(report.fps)} (${Math.round(report.within17 * 100)} %)${inputOf(report)}`);
    }
    const memory = await pageMemory(browser, driven.cdp);
    printFigure("heap of the page, MB", memory.heapMB, { ...of, processMB: rounded(memory.processMB) });
    row.push(`${Math.round(memory.heapMB)} / ${Math.round(memory.processMB)} MB`);
  } catch (error) {
    const why = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    printFigure("given up", 1, { ...of, why });
    row.push(why);
  } finally {
    await browser.close();
  }
}

/** How long the board takes to open in a page that nobody drives; prints that, and gives the time to the full picture, ms. */
async function opening(browser: Browser, product: Product): Promise<number> {
  const of = { product: product.name, strokes: product.strokes };
  const page = await openBarePage(browser);
  await new Promise((resolve) => setTimeout(resolve, STARTED_MS));
  const { fullPaintMs, loading } = await product.open(page);
  const cpuMs = await mainThreadMs(browser);
  await page.close();
  printFigure("load to full paint, ms", fullPaintMs, of);
  if (loading !== undefined) {
    const { frames, worstMs } = loading;
    const detail = { ...of, frames, worstMs: rounded(worstMs), mainThreadMs: rounded(cpuMs) };
    printFigure("load to all strokes, ms", loading.allThereMs, detail);
  }
  return fullPaintMs;
}

function inputOf({ inputP95Ms, heardP95Ms }: FrameReport): string {
  return inputP95Ms === undefined || heardP95Ms === undefined ? "" : ` ${Math.round(inputP95Ms)} / ${Math.round(heardP95Ms)} ms`;
}

/** The room sleeps when the board is opened. */
async function measureInkroom(count: number): Promise<void> {
  const { server, board } = await serveSeeded(count);
  try {
    await measure(inkroom(server, board, count));
  } finally {
    await server.stop();
  }
}

const wanted = values.products.split(",");
const counts = values.counts.split(",").map(Number);
const names = PEERS.filter((name) => wanted.includes(name));
if (names.length > 0) buildPeers();
const peers = names.length > 0 ? await servePeers(counts) : undefined;
if (wanted.includes("inkroom") && !existsSync(BUILT_PAGE)) throw new Error("there is no page: npx turbo run build");
if (wanted.includes("floor")) for (const floor of FLOORS) await measure(floor);
for (const count of counts) {
  if (wanted.includes("inkroom")) await measureInkroom(count);
  for (const name of names) await measure(peer(name, await peerVersion(name), peers?.url ?? "", count));
}
peers?.stop();
const head = ["product", "strokes", "full paint", "pan fps (in 17 ms) input / heard p95", "zoom", "draw", "20 others", "heap / process"];
for (const row of [head, ...rows]) process.stderr.write(`| ${row.join(" | ")} |\n`);
