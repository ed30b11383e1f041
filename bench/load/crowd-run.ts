// One board with many people: 200 of them beside the floor, and 100 with frozen and slow readers beside a run without them.
// Server and people are processes of their own, over loopback. Prints one JSON line per figure; times only inform.
//   node bench/load/crowd-run.ts [rounds=3]
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Peer } from "../peer.ts";
import { printFigure } from "../server-process.ts";
import type { Usage } from "./board-server.ts";
import type { Order, Report } from "./crowd.ts";

const SERVER = new URL("board-server.ts", import.meta.url);
const CROWD = new URL("crowd.ts", import.meta.url);

type Case = Omit<Order, "url">;
const NOBODY_SLOW = { frozen: 0, slow: 0, slowBytesPerSecond: 0 } as const;
const CURSORS: Omit<Case, "kind"> = {
  people: 200,
  drawers: 20,
  movesPerSecond: 30,
  pushesPerSecond: 4,
  pointsPerPush: 30,
  seconds: 8,
  ...NOBODY_SLOW,
};
/** So much is said that what a frozen reader's kernel takes is soon full. */
const DRAWING: Case = {
  kind: "board",
  people: 100,
  drawers: 20,
  movesPerSecond: 10,
  pushesPerSecond: 20,
  pointsPerPush: 400,
  seconds: 30,
  ...NOBODY_SLOW,
};

const mebi = (bytes: number): number => Math.round((bytes / 1_048_576) * 10) / 10;
const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;

async function measure(each: Case): Promise<Record<string, number>> {
  const dataDir = mkdtempSync(join(tmpdir(), "inkroom-crowd-"));
  const server = new Peer(SERVER, [each.kind, dataDir]);
  const url = (await server.hello).replace("http", "ws");
  const crowd = new Peer(CROWD);
  await crowd.hello;
  const before = await server.ask<Usage>("usage");
  const { moves, pushes, slowCut, movesSent, pushesSent } = await crowd.ask<Report>({ ...each, url } satisfies Order);
  const after = await server.ask<Usage>("usage");
  crowd.kill();
  server.kill();
  rmSync(dataDir, { recursive: true, force: true });
  return {
    movesPerSecond: Math.round(movesSent / each.seconds),
    pushesPerSecond: Math.round(pushesSent / each.seconds),
    movesShare: rounded(moves.share),
    movesP50Ms: moves.p50Ms,
    movesP99Ms: moves.p99Ms,
    pushesShare: rounded(pushes.share),
    pushesP99Ms: pushes.p99Ms,
    cpuShare: rounded((after.cpuMs - before.cpuMs) / 1_000 / (each.seconds + 3)),
    rssGrowthMiB: mebi(after.peakRssBytes - before.rssBytes),
    slowCut,
  };
}

const rounds = Number(process.argv[2] ?? 3);
for (let round = 1; round <= rounds; round += 1)
  for (const kind of ["floor", "board"] as const) {
    const { movesP99Ms = Number.NaN, ...rest } = await measure({ ...CURSORS, kind });
    printFigure(`200 people at 30 Hz, 20 drawing: p99 of a pointer, ms, ${kind}`, movesP99Ms, { round, ...rest });
  }
const slowness = {
  "nobody slow": NOBODY_SLOW,
  "one frozen": { ...NOBODY_SLOW, frozen: 1 },
  "20 slow": { frozen: 0, slow: 20, slowBytesPerSecond: 20_000 },
};
for (let round = 1; round <= Math.min(rounds, 2); round += 1)
  for (const [name, slow] of Object.entries(slowness)) {
    const { rssGrowthMiB = Number.NaN, ...rest } = await measure({ ...DRAWING, ...slow, people: DRAWING.people - slow.slow });
    printFigure(`100 people, 400 strokes a second, ${name}: growth of RSS, MiB`, rssGrowthMiB, { round, ...rest });
  }
