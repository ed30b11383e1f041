// What rooms cost: memory of idle connections and sleeping rooms, time to wake, broadcast beside a bare `ws` server.
// Server and clients are processes of their own, over loopback. Prints one JSON line per figure; times only inform.
//   node bench/rooms/run.ts [connections=10000] [rooms=1000]      (needs `ulimit -n` above the connections)
import { setTimeout as sleep } from "node:timers/promises";
import type { RoomHostsStats } from "@inkroom/rooms";
import { Peer } from "../peer.ts";
import { printFigure } from "../server-process.ts";
import type { Cpu, Memory } from "./room-server.ts";

const SERVER = new URL("room-server.ts", import.meta.url);
const LOAD = new URL("room-load.ts", import.meta.url);
const HIBERNATE_AFTER_MS = 3_000;
const SETTLE_MS = 500;
const FLOOD = { messages: 5_000, window: 20 };
const LISTENERS = 100;
const ROUNDS = 5;

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const quantile = (values: readonly number[], q: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * q)] ?? Number.NaN;
const rounded = (value: number): number => Math.round(value * 100) / 100;
const mebi = (bytes: number): number => Math.round((bytes / 1_048_576) * 10) / 10;

async function asleep(server: Peer, rooms: number): Promise<Memory> {
  for (;;) {
    const { rooms: now } = await server.ask<RoomHostsStats>("stats");
    if (now.hibernated === rooms && now.active === 0) break;
    await sleep(SETTLE_MS);
  }
  await sleep(SETTLE_MS);
  return server.ask<Memory>("memory");
}

/** Memory of sleeping rooms with their connections, and what waking all of them leaves behind. */
async function memoryAndWake(connections: number, rooms: number): Promise<void> {
  const perRoom = Math.floor(connections / rooms);
  const server = new Peer(SERVER, ["rooms", String(HIBERNATE_AFTER_MS)]);
  const load = new Peer(LOAD);
  const url = `${(await server.hello).replace("http", "ws")}/parties/sleeper/room`;
  await load.hello;
  // Once around at first, so that code and buffers that come with first use are not counted per connection.
  await load.ask({ kind: "open", url: `${url}-warm`, rooms: 20, perRoom: 10 });
  await load.ask({ kind: "ask", rooms: 20, perRoom: 10, atATime: 5 });
  await load.ask({ kind: "close" });
  await sleep(3 * HIBERNATE_AFTER_MS);
  const empty = await server.ask<Memory>("memory");
  await load.ask({ kind: "open", url, rooms, perRoom });
  const first = await asleep(server, rooms);
  await load.ask({ kind: "ask", rooms, perRoom, atATime: 10 }); // the first write makes the room's file: no part of waking
  await asleep(server, rooms);
  const wake = await load.ask<{ tripsMs: number[] }>({ kind: "ask", rooms, perRoom, atATime: 1 });
  const warm = await load.ask<{ tripsMs: number[] }>({ kind: "ask", rooms, perRoom, atATime: 1 });
  const awake = await server.ask<Memory>("memory");
  const again = await asleep(server, rooms);
  const detail = { connections: rooms * perRoom, rooms };
  const rss = {
    emptyMiB: mebi(empty.rssBytes),
    asleepMiB: mebi(first.rssBytes),
    awakeMiB: mebi(awake.rssBytes),
    asleepAgainMiB: mebi(again.rssBytes),
  };
  printFigure("rss per idle connection, rooms asleep, KiB", (first.rssBytes - empty.rssBytes) / (rooms * perRoom) / 1024, {
    ...detail,
    ...rss,
  });
  printFigure("heap per idle connection, rooms asleep, KiB", (first.heapBytes - empty.heapBytes) / (rooms * perRoom) / 1024, detail);
  printFigure("rss of all rooms asleep after all were awake, share of before", again.rssBytes / first.rssBytes, { ...detail, ...rss });
  printFigure("heap of all rooms asleep after all were awake, share of before", again.heapBytes / first.heapBytes, detail);
  printFigure("rss per room awake, KiB", (awake.rssBytes - first.rssBytes) / rooms / 1024, detail);
  printFigure("wake and answer a message, round trip, median ms", median(wake.tripsMs), {
    ...detail,
    p99Ms: rounded(quantile(wake.tripsMs, 0.99)),
  });
  printFigure("answer a message when awake, round trip, median ms", median(warm.tripsMs), {
    ...detail,
    p99Ms: rounded(quantile(warm.tripsMs, 0.99)),
  });
  load.kill();
  await server.stop();
}

/** What a sleeping room costs beyond its connections: as many connections in many rooms, and in one. */
async function perRoom(connections: number, rooms: number): Promise<void> {
  const measure = async (inRooms: number): Promise<Memory> => {
    const server = new Peer(SERVER, ["rooms", String(HIBERNATE_AFTER_MS)]);
    const load = new Peer(LOAD);
    const url = `${(await server.hello).replace("http", "ws")}/parties/sleeper/room`;
    await load.hello;
    await load.ask({ kind: "open", url, rooms: inRooms, perRoom: Math.floor(connections / inRooms) });
    const memory = await asleep(server, inRooms);
    load.kill();
    await server.stop();
    return memory;
  };
  const [many, one] = [await measure(rooms), await measure(1)];
  const detail = { connections, rooms };
  printFigure("rss per sleeping room beyond its connections, KiB", (many.rssBytes - one.rssBytes) / rooms / 1024, detail);
  printFigure("heap per sleeping room beyond its connections, KiB", (many.heapBytes - one.heapBytes) / rooms / 1024, detail);
}

type Flood = { readonly perSecond: number; readonly cpuUs: number };

/** Rounds of both servers alternate, so that what else the machine does meets both. */
async function broadcast(): Promise<void> {
  const kinds = ["rooms", "bare"] as const;
  const results: Record<(typeof kinds)[number], Flood[]> = { rooms: [], bare: [] };
  for (let round = 0; round <= ROUNDS; round++) {
    for (const kind of kinds) {
      const server = new Peer(SERVER, [kind, "600000"]);
      const load = new Peer(LOAD);
      const url = `${(await server.hello).replace("http", "ws")}/parties/relay/room`;
      await load.hello;
      await load.ask({ kind: "open", url, rooms: 1, perRoom: LISTENERS });
      await load.ask({ kind: "flood", ...FLOOD, messages: FLOOD.messages / 5 });
      const before = await server.ask<Cpu>("cpu");
      const { delivered, ms } = await load.ask<{ delivered: number; ms: number }>({ kind: "flood", ...FLOOD });
      const after = await server.ask<Cpu>("cpu");
      if (round > 0) results[kind].push({ perSecond: (delivered / ms) * 1_000, cpuUs: (after.cpuUs - before.cpuUs) / delivered });
      load.kill();
      await server.stop();
    }
  }
  for (const kind of kinds) {
    const name = kind === "rooms" ? "a room" : "a bare ws server";
    const detail = { listeners: LISTENERS, messageBytes: 64, ...FLOOD, rounds: ROUNDS };
    const perSecond = results[kind].map((each) => each.perSecond);
    printFigure(`frames delivered per second by ${name}, median`, median(perSecond), {
      ...detail,
      lowest: Math.round(Math.min(...perSecond)),
      highest: Math.round(Math.max(...perSecond)),
    });
    printFigure(`server cpu per delivered frame by ${name}, median us`, median(results[kind].map((each) => each.cpuUs)), detail);
  }
}

const [connections = 10_000, rooms = 1_000] = process.argv.slice(2).map(Number);
await memoryAndWake(connections, rooms);
await perRoom(connections, rooms);
await broadcast();
