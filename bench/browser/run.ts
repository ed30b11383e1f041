// Inkroom's real page beside tldraw and Excalidraw: the same strokes, the same browser, real wheel and pointer events.
//   node bench/browser/run.ts [--counts 1000,10000] [--products floor,inkroom,tldraw,excalidraw] [--phases pan,zoom,draw,others]
// With `--phases ""` the board is opened only.
// Prints one JSON line per figure, and a table of all of them at the end on stderr. Installs the products on first use.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Browser, chromium } from "@playwright/test";
import { launchOptions } from "@inkroom/test-browser";
import { printFigure } from "../server-process.ts";
import { mainThreadMs } from "./cpu.ts";
import { openFloor } from "./floor.ts";
import type { FrameReport } from "./frames.ts";
import { pageMemory } from "./memory.ts";
import { buildPeers, peerVersion, PEERS, type PeerName, servePeers } from "./peers.ts";
import { draw, others, pan, zoom } from "./phases.ts";
import { openInkroom, openPeer, type Opened } from "./products.ts";
import { serveSeeded } from "./seeded-board.ts";
import { makeStrokes } from "./strokes.ts";

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
const rows: string[][] = [];

function withinLimit<T>(work: Promise<T>): Promise<T> {
  const limit = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error(`not within ${LIMIT_MS / 1_000} s`)), LIMIT_MS).unref(),
  );
  return Promise.race([work, limit]);
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Opens, runs the phases, prints. */
async function measure(browser: Browser, label: string, count: number, open: () => Promise<Opened>): Promise<void> {
  const row = [label, String(count)];
  rows.push(row);
  let opened: Opened | undefined;
  try {
    opened = await withinLimit(open());
    const { product, fullPaintMs, loading } = opened;
    const cpuMs = await mainThreadMs(browser);
    printFigure("load to full paint, ms", fullPaintMs, { product: label, strokes: count });
    if (loading !== undefined) {
      const { frames, worstMs } = loading;
      const detail = { product: label, strokes: count, frames, worstMs: rounded(worstMs), mainThreadMs: rounded(cpuMs) };
      printFigure("load to all strokes, ms", loading.allThereMs, detail);
    }
    row.push(`${Math.round(fullPaintMs)} ms`);
    // What comes after the first picture (the tiles around it, idle work) is no part of the phases.
    await product.page.waitForTimeout(2_000);
    for (const [name, phase] of PHASES) {
      const report: FrameReport = await withinLimit(phase(product));
      const detail = Object.fromEntries(Object.entries(report).map(([key, value]) => [key, rounded(value)]));
      printFigure(`frames per second, ${name}`, report.fps, { product: label, strokes: count, ...detail });
      row.push(`${Math.round(report.fps)} (${Math.round(report.within17 * 100)} %)${inputOf(report)}`);
    }
    const memory = await pageMemory(browser, product.cdp);
    printFigure("heap of the page, MB", memory.heapMB, { product: label, strokes: count, processMB: rounded(memory.processMB) });
    row.push(`${Math.round(memory.heapMB)} / ${Math.round(memory.processMB)} MB`);
  } catch (error) {
    const why = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    printFigure("given up", 1, { product: label, strokes: count, why });
    row.push(why);
  } finally {
    await opened?.close();
  }
}

function inputOf({ inputP95Ms, heardP95Ms }: FrameReport): string {
  return inputP95Ms === undefined || heardP95Ms === undefined ? "" : ` ${Math.round(inputP95Ms)} / ${Math.round(heardP95Ms)} ms`;
}

async function measureFloor(): Promise<void> {
  const browser = await chromium.launch(launchOptions());
  try {
    await measure(browser, "floor", 0, () => openFloor(browser));
  } finally {
    await browser.close();
  }
}

async function measureInkroom(count: number): Promise<void> {
  const { server, board } = await serveSeeded(count);
  const browser = await chromium.launch(launchOptions());
  try {
    await measure(browser, "inkroom", count, () => openInkroom(browser, server, board, count));
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function measurePeer(name: PeerName, count: number, url: string): Promise<void> {
  const browser = await chromium.launch(launchOptions());
  try {
    await measure(browser, `${name} ${await peerVersion(name)}`, count, () => openPeer(browser, url, name, makeStrokes(count)));
  } finally {
    await browser.close();
  }
}

const wanted = values.products.split(",");
const names = PEERS.filter((name) => wanted.includes(name));
if (names.length > 0) buildPeers();
const peers = names.length > 0 ? await servePeers() : undefined;
if (wanted.includes("inkroom") && !existsSync(BUILT_PAGE)) throw new Error("there is no page: npx turbo run build");
if (wanted.includes("floor")) await measureFloor();
for (const count of values.counts.split(",").map(Number)) {
  if (wanted.includes("inkroom")) await measureInkroom(count);
  for (const name of names) await measurePeer(name, count, peers?.url ?? "");
}
peers?.stop();
const head = ["product", "strokes", "full paint", "pan fps (in 17 ms) input / heard p95", "zoom", "draw", "20 others", "heap / process"];
for (const row of [head, ...rows]) process.stderr.write(`| ${row.join(" | ")} |\n`);
