// Memory of connections and of rooms asleep and awake, and the time to wake.
import { setTimeout as sleep } from "node:timers/promises";
import type { RoomHostsStats } from "@inkroom/rooms";
import { printFigure } from "../server-process.ts";
import { Peer } from "../peer.ts";
import { median, mebi, p99 } from "./figures.ts";
import type { Cpu, Memory } from "./room-server.ts";

const HIBERNATE_AFTER_MS = 3_000;
const SETTLE_MS = 500;
/** workerd evicts after 10 s; it cannot be asked whether it has. */
const WORKERD_ASLEEP_MS = 20_000;
/** Fewer than files may be open. */
const ROOMS_WITH_OPEN_FILE = 100;

type Trips = { readonly tripsMs: readonly number[]; readonly cpuUs: number };

async function asleep(server: Peer, rooms: number): Promise<Memory> {
  for (;;) {
    const { rooms: now } = await server.ask<RoomHostsStats>("stats");
    if (now.hibernated === rooms && now.active === 0) break;
    await sleep(SETTLE_MS);
  }
  await sleep(SETTLE_MS);
  return server.ask<Memory>("memory");
}

async function loadFor(server: Peer): Promise<{ load: Peer; url: string }> {
  const load = new Peer(new URL("room-load.ts", import.meta.url));
  const url = `${(await server.hello).replace("http", "ws")}/parties/sleeper/room`;
  await load.hello;
  return { load, url };
}

/** One message to each room, one after the other, and what the server computed for each. */
async function askEach(server: Peer, load: Peer, rooms: number, perRoom: number): Promise<Trips> {
  const before = await server.ask<Cpu>("cpu");
  const { tripsMs } = await load.ask<{ tripsMs: number[] }>({ kind: "ask", rooms, perRoom, atATime: 1 });
  const after = await server.ask<Cpu>("cpu");
  return { tripsMs, cpuUs: Math.round((after.cpuUs - before.cpuUs) / rooms) };
}

/** Once around, so that code and buffers that come with first use are not counted per connection. */
async function warmUp(load: Peer, url: string): Promise<void> {
  await load.ask({ kind: "open", url: `${url}-warm`, rooms: 20, perRoom: 10 });
  await load.ask({ kind: "ask", rooms: 20, perRoom: 10, atATime: 5 });
  await load.ask({ kind: "close" });
}

/** Memory of sleeping rooms with their connections, and what waking all of them leaves behind. */
export async function memoryAndWake(connections: number, rooms: number): Promise<void> {
  const perRoom = Math.floor(connections / rooms);
  const server = new Peer(new URL("room-server.ts", import.meta.url), ["rooms", String(HIBERNATE_AFTER_MS)]);
  const { load, url } = await loadFor(server);
  await warmUp(load, url);
  await sleep(3 * HIBERNATE_AFTER_MS);
  const empty = await server.ask<Memory>("memory");
  await load.ask({ kind: "open", url, rooms, perRoom });
  const first = await asleep(server, rooms);
  await load.ask({ kind: "ask", rooms, perRoom, atATime: 10 }); // the first write makes the room's file: no part of waking
  await asleep(server, rooms);
  const wake = await askEach(server, load, rooms, perRoom);
  const reopened = await askEach(server, load, rooms, perRoom);
  const awake = await server.ask<Memory>("memory");
  const few = Math.min(rooms, ROOMS_WITH_OPEN_FILE);
  await askEach(server, load, few, perRoom);
  const warm = await askEach(server, load, few, perRoom);
  const again = await asleep(server, rooms);
  load.kill();
  await server.stop();

  const detail = { connections: rooms * perRoom, rooms };
  const rss = {
    emptyMiB: mebi(empty.rssBytes),
    asleepMiB: mebi(first.rssBytes),
    awakeMiB: mebi(awake.rssBytes),
    asleepAgainMiB: mebi(again.rssBytes),
  };
  const perConnection = (kind: keyof Memory): number => (first[kind] - empty[kind]) / (rooms * perRoom) / 1024;
  printFigure("rss per idle connection, rooms asleep, KiB", perConnection("rssBytes"), { ...detail, ...rss });
  printFigure("heap per idle connection, rooms asleep, KiB", perConnection("heapBytes"), detail);
  const left = "of all rooms asleep after all were awake, share of before";
  printFigure(`rss ${left}`, again.rssBytes / first.rssBytes, { ...detail, ...rss });
  printFigure(`heap ${left}`, again.heapBytes / first.heapBytes, detail);
  const trips = (name: string, { tripsMs, cpuUs }: Trips): void =>
    printFigure(`${name}, round trip, median ms`, median(tripsMs), { ...detail, p99Ms: p99(tripsMs), serverCpuUs: cpuUs });
  trips("wake and answer a message", wake);
  trips("answer a message when awake", warm);
  trips("answer a message when awake, more rooms than open files", reopened);
}

/** What a sleeping room costs beyond its connections: as many connections in many rooms, and in one. */
export async function perRoom(connections: number, rooms: number): Promise<void> {
  const measure = async (inRooms: number): Promise<Memory> => {
    const server = new Peer(new URL("room-server.ts", import.meta.url), ["rooms", String(HIBERNATE_AFTER_MS)]);
    const { load, url } = await loadFor(server);
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

/** The same rooms and connections on partyserver in workerd, asleep, and asleep again after all were awake. */
export async function memoryInWorkerd(connections: number, rooms: number): Promise<void> {
  const perRoom = Math.floor(connections / rooms);
  const server = new Peer(new URL("workerd-server.ts", import.meta.url), ["partyserver"]);
  const { load, url } = await loadFor(server);
  const quiet = async (): Promise<number> => {
    await sleep(WORKERD_ASLEEP_MS);
    return (await server.ask<Memory>("memory")).rssBytes;
  };
  await warmUp(load, url);
  const empty = await quiet();
  await load.ask({ kind: "open", url, rooms, perRoom });
  const first = await quiet();
  await load.ask({ kind: "ask", rooms, perRoom, atATime: 10 });
  const again = await quiet();
  load.kill();
  await server.stop();
  const detail = { connections, rooms, emptyMiB: mebi(empty), asleepMiB: mebi(first), asleepAgainMiB: mebi(again) };
  printFigure("rss per idle connection, rooms asleep, in workerd, KiB", (first - empty) / (rooms * perRoom) / 1024, detail);
  printFigure("rss of all rooms asleep after all were awake, in workerd, share of before", again / first, detail);
}
