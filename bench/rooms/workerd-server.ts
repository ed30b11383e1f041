// The same rooms in workerd, on partyserver or on our Durable Objects host, asked as `room-server.ts` is: "memory" and
// "cpu" are those of workerd.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { startWorkerd } from "@inkroom/durable-host/testing";
import type { RoomsPackage } from "@inkroom/durable-host/testing";
import type { Cpu, Memory } from "./room-server.ts";

const worker = join(import.meta.dirname, "rooms-under-test.ts");
const rooms = process.argv[2] as RoomsPackage; // reason: the parent is in this folder
const { url, pid, stop } = await startWorkerd({ worker, classes: ["Sleeper", "Relay"], rooms });
const ticksPerSecond = Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

/** V8's heap inside workerd cannot be asked for. */
function memory(): Memory {
  const kibi = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return { rssBytes: Number(kibi) * 1024, heapBytes: Number.NaN };
}

function cpu(): Cpu {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  const [user, system] = [Number(fields[11]), Number(fields[12])]; // the 14th and 15th of all
  return { cpuUs: ((user + system) / ticksPerSecond) * 1e6 };
}

process.on("message", (question) => {
  if (question === "stop") void stop().then(() => process.exit());
  else process.send?.(question === "memory" ? memory() : cpu());
});
process.send?.(url);
