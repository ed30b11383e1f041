// Broadcast to 100 connections by a room, by the same room in workerd, and by bare `ws` servers.
import { printFigure } from "../server-process.ts";
import { Peer } from "../peer.ts";
import { median } from "./figures.ts";
import type { Cpu } from "./room-server.ts";

const FLOOD = { messages: 2_500, window: 20 };
const LISTENERS = 100;

const KINDS = {
  "a room": () => new Peer(new URL("room-server.ts", import.meta.url), ["rooms", "600000"]),
  "a room on partyserver in workerd": () => new Peer(new URL("workerd-server.ts", import.meta.url), ["partyserver"]),
  "a room on Durable Objects in workerd": () => new Peer(new URL("workerd-server.ts", import.meta.url), ["@inkroom/durable-host"]),
  "a bare ws server": () => new Peer(new URL("room-server.ts", import.meta.url), ["bare"]),
  "a bare ws server that gathers writes": () => new Peer(new URL("room-server.ts", import.meta.url), ["bare gathering"]),
} as const;

type Flood = { readonly perSecond: number; readonly cpuUs: number };

async function flood(server: Peer): Promise<Flood> {
  const load = new Peer(new URL("room-load.ts", import.meta.url));
  const url = `${(await server.hello).replace("http", "ws")}/parties/relay/room`;
  await load.hello;
  await load.ask({ kind: "open", url, rooms: 1, perRoom: LISTENERS });
  await load.ask({ kind: "flood", ...FLOOD, messages: FLOOD.messages / 5 });
  const before = await server.ask<Cpu>("cpu");
  const { delivered, ms } = await load.ask<{ delivered: number; ms: number }>({ kind: "flood", ...FLOOD });
  const after = await server.ask<Cpu>("cpu");
  load.kill();
  await server.stop();
  return { perSecond: (delivered / ms) * 1_000, cpuUs: (after.cpuUs - before.cpuUs) / delivered };
}

/** Rounds of all servers alternate, so that what else the machine does meets each. The first warms up and is left out. */
export async function broadcast(rounds: number): Promise<void> {
  const results = new Map<string, Flood[]>(Object.keys(KINDS).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, serve] of Object.entries(KINDS)) {
      const result = await flood(serve());
      if (round > 0) results.get(name)?.push(result);
    }
  }
  for (const [name, floods] of results) {
    const detail = { listeners: LISTENERS, messageBytes: 64, ...FLOOD, rounds };
    const perSecond = floods.map((each) => each.perSecond);
    const range = { lowest: Math.round(Math.min(...perSecond)), highest: Math.round(Math.max(...perSecond)) };
    printFigure(`frames delivered per second by ${name}, median`, median(perSecond), { ...detail, ...range });
    printFigure(`server cpu per delivered frame by ${name}, median us`, median(floods.map((each) => each.cpuUs)), detail);
  }
}
