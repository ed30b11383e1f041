// Coming back: what ten missed transactions cost on a board of 10,000 strokes, beside the whole board, in messages and
// bytes; and 2,000 clients whose server is killed and started again. Prints one JSON line per figure; times only inform.
//   node bench/load/return-run.ts [clients=2000]      (needs `ulimit -n` above the clients)
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type ClientMessage, decodeServer, deriveClientId, encode, PROTOCOL_VERSION, type ServerMessage } from "@inkroom/protocol";
import { encodePoints } from "@inkroom/shapes";
import WebSocket from "ws";
import { Peer } from "../peer.ts";
import { printFigure } from "../server-process.ts";
import type { States } from "./storm-clients.ts";

const SERVER = new URL("board-server.ts", import.meta.url);
const CLIENTS = new URL("storm-clients.ts", import.meta.url);
const STROKES = 10_000;
const PER_PUSH = 200;
const MISSED = 10;
const BUCKET_MS = 100;
const LOOK_EVERY_MS = 200;

const POINTS = Array.from({ length: 120 }, (_, i) => ({ x: i * 10 + 72 * Math.sin(i / 6), y: 88 * Math.cos(i / 6) }));
const PACKED = new Uint8Array(encodePoints(POINTS, { quantum: 1, pressure: false }));

/** One visit: every frame it gets, and the messages in them. */
class Visit {
  readonly messages: ServerMessage[] = [];
  bytes = 0;
  readonly #socket: WebSocket;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on("message", (data: Buffer) => {
      this.bytes += data.length + (data.length < 126 ? 2 : data.length < 65_536 ? 4 : 10); // RFC 6455 section 5.2
      const decoded = decodeServer(data);
      if (decoded.ok) this.messages.push(decoded.message);
    });
  }

  static async open(url: string, held: { readonly since: number; readonly epoch?: string }): Promise<Visit> {
    const socket = new WebSocket(`${url.replace("http", "ws")}/parties/board/large`, { perMessageDeflate: false });
    await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
    const visit = new Visit(socket);
    const proof = randomBytes(16).toString("hex");
    visit.send({ t: "hello", v: PROTOCOL_VERSION, clientId: deriveClientId(proof), proof, ...held });
    await visit.until((messages) => messages.some(({ t }) => t === "peers"));
    return visit;
  }

  send(message: ClientMessage): void {
    this.#socket.send(encode(message, "binary"));
  }

  async until(holds: (messages: readonly ServerMessage[]) => boolean): Promise<void> {
    while (!holds(this.messages)) await sleep(5);
  }

  end(): void {
    this.#socket.terminate();
  }
}

function strokes(from: number, count: number): Extract<ClientMessage, { t: "push" }>["ops"] {
  const look = {
    color: "ink",
    size: "m",
    opacity: 1,
    locked: false,
    link: "",
    rotation: 0,
    pressure: false,
    quantum: 1,
    scaleX: 1,
    scaleY: 1,
  } as const;
  return Array.from({ length: count }, (_, i) => {
    const place = { id: `s${from + i}`, parent: "page", index: "a0", x: i * 10, y: from / 10 };
    return {
      op: "add",
      shape: {
        ...place,
        ...look,
        kind: "draw",
        nib: "pen",
        fill: "none",
        fillColor: "same",
        points: PACKED,
        count: POINTS.length,
        done: true,
      },
    } as const;
  });
}

async function missedTen(url: string): Promise<void> {
  const ann = await Visit.open(url, { since: 0 });
  let n = 0;
  const push = async (ops: Extract<ClientMessage, { t: "push" }>["ops"]): Promise<void> => {
    n += 1;
    ann.send({ t: "push", n, ops });
    await ann.until((messages) => messages.some((message) => message.t === "ack" && message.n === n));
  };
  for (let from = 0; from < STROKES; from += PER_PUSH) await push(strokes(from, PER_PUSH));
  const since = n;
  const [welcome] = ann.messages;
  const epoch = welcome?.t === "welcome" ? welcome.epoch : "";
  const report = async (name: string, held: Parameters<typeof Visit.open>[1], details: object): Promise<void> => {
    const visit = await Visit.open(url, held);
    const kinds = visit.messages.map(({ t }) => t);
    const mode = visit.messages.find((message) => message.t === "welcome")?.mode;
    printFigure(name, visit.bytes, { messages: kinds.length, kinds: [...new Set(kinds)], mode, strokes: STROKES, ...details });
    visit.end();
  };
  for (let i = 0; i < MISSED; i += 1) await push(strokes(STROKES + i, 1));
  await report("bytes of coming back after 10 missed strokes on a board of 10,000", { since, epoch }, { missed: MISSED });
  for (let i = 0; i < 1_000; i += 1) await push([{ op: "set", id: `s${i % 3}`, props: { x: i, y: i, rotation: 0 } }]);
  await report("bytes of coming back after 1,000 missed moves of three strokes", { since: since + MISSED, epoch }, { missed: 1_000 });
  await report("bytes of the same board to a newcomer", { since: 0 }, {});
  ann.end();
}

async function storm(dataDir: string, clients: number): Promise<void> {
  let server = new Peer(SERVER, ["board", dataDir, "0"]);
  const url = new URL(await server.hello);
  const tabs = new Peer(CLIENTS, [url.host, String(clients)]);
  await tabs.hello;
  const cutMs = performance.timeOrigin + performance.now();
  server.cut();
  server = new Peer(SERVER, ["board", dataDir, url.port]);
  await server.hello;
  const startedMs = performance.timeOrigin + performance.now();
  let states: States;
  do {
    await sleep(LOOK_EVERY_MS);
    states = await tabs.ask<States>("states");
  } while (states.live < clients || states.lastLiveMs < startedMs);
  const arrivals = await server.ask<number[]>("arrivals");
  const buckets = new Map<number, number>();
  for (const at of arrivals) buckets.set(Math.floor(at / BUCKET_MS), (buckets.get(Math.floor(at / BUCKET_MS)) ?? 0) + 1);
  const largest = Math.max(...buckets.values());
  const details = { clients, serverBackMs: Math.round(startedMs - cutMs), arrivals: arrivals.length };
  printFigure("clients cut at once: most arrivals in 100 ms", largest, {
    ...details,
    share: Math.round((largest / clients) * 1_000) / 1_000,
  });
  printFigure("clients cut at once: time until all are live, ms", states.lastLiveMs - cutMs, {
    ...details,
    differences: states.differences,
  });
  tabs.kill();
  server.kill();
}

const clients = Number(process.argv[2] ?? 2_000);
const dataDir = mkdtempSync(join(tmpdir(), "inkroom-return-"));
const server = new Peer(SERVER, ["board", dataDir, "0"]);
await missedTen(await server.hello);
await server.stop();
await storm(dataDir, clients);
rmSync(dataDir, { recursive: true, force: true });
