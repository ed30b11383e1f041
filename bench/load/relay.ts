// The cost of relaying: N people in one room, S of them sending 30 messages of 64 bytes a second, each broadcast to all
// others, with and without a durable append per message. Prints one JSON line per case; times only inform.
//   node bench/load/relay.ts [people=200] [senders=20] [seconds=5]
import { execFileSync, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { serveRooms } from "@inkroom/node-host";
import { Server } from "@inkroom/rooms";
import type { Connection } from "@inkroom/rooms";
import WebSocket from "ws";

const PERIOD_MS = 1_000 / 30;
const MESSAGE_BYTES = 64;
const SETTLE_MS = 1_500;

class Relay extends Server {
  override onMessage(sender: Connection, message: string | ArrayBuffer): void {
    this.broadcast(message, [sender.id]);
  }
}

class DurableRelay extends Server {
  #n = 0;

  override onMessage(sender: Connection, message: string | ArrayBuffer): void {
    this.#n++;
    this.ctx.storage.log.append({ client: "all", n: this.#n, body: new Uint8Array(message as ArrayBuffer), ts: this.ctx.now() });
    this.broadcast(message, [sender.id]);
  }
}

const clockMs = (): number => performance.timeOrigin + performance.now();

/** The load, in a process of its own: connects, sends, and reports what arrived. */
async function load(url: string, people: number, senders: number, seconds: number): Promise<object> {
  const delaysMs: number[] = [];
  let received = 0;
  const join = async (): Promise<WebSocket> => {
    const socket = new WebSocket(url);
    socket.on("message", (data: Buffer) => {
      received++;
      if (received % 97 === 0) delaysMs.push(clockMs() - data.readDoubleLE(0));
    });
    await new Promise((resolve) => socket.once("open", resolve));
    return socket;
  };
  const sockets = await Promise.all(Array.from({ length: people }, join));
  let sent = 0;
  const sendAll = (): void => {
    for (const socket of sockets.slice(0, senders)) {
      const message = Buffer.alloc(MESSAGE_BYTES);
      message.writeDoubleLE(clockMs());
      socket.send(message);
      sent++;
    }
  };
  const timer = setInterval(sendAll, PERIOD_MS);
  await sleep(seconds * 1_000);
  clearInterval(timer);
  await sleep(SETTLE_MS);
  for (const socket of sockets) socket.terminate();
  delaysMs.sort((a, b) => a - b);
  const quantile = (q: number): number => Math.round((delaysMs[Math.floor(delaysMs.length * q)] ?? 0) * 10) / 10;
  return { sent, received, delivered: received / (sent * (people - 1)), p50Ms: quantile(0.5), p99Ms: quantile(0.99) };
}

async function measure(party: "relay" | "durable", people: number, senders: number, seconds: number): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), "inkroom-relay-"));
  const server = await serveRooms({ parties: { relay: Relay, durable: DurableRelay }, dataDir });
  const before = process.cpuUsage();
  const url = `${server.url.replace("http", "ws")}/parties/${party}/room`;
  const child = fork(import.meta.filename, ["--load", url, String(people), String(senders), String(seconds)]);
  const figures = await new Promise<object>((resolve) => child.once("message", (message) => resolve(message as object)));
  const { user, system } = process.cpuUsage(before);
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: import.meta.dirname, encoding: "utf8" }).trim();
  const machine = `${cpus().length} x ${cpus()[0]?.model ?? "?"}`;
  const line = {
    bench: `relay-${party}`,
    people,
    senders,
    seconds,
    ...figures,
    serverCpuMs: Math.round((user + system) / 1_000),
    machine,
    commit,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
  await server.close();
  rmSync(dataDir, { recursive: true, force: true });
}

const args = process.argv.slice(2);
if (args[0] === "--load") {
  process.send?.(await load(args[1] as string, Number(args[2]), Number(args[3]), Number(args[4])));
  process.disconnect?.();
} else {
  const [people = 200, senders = 20, seconds = 5] = args.map(Number);
  for (const party of ["relay", "durable"] as const) await measure(party, people, senders, seconds);
}
