// The same cases against partyserver in workerd, against rooms on Node, and against rooms on Durable Objects. What a case
// expects is what partyserver does; where rooms on Node differ on purpose, the case says how, and packages/rooms/DEVIATIONS.md
// says why, and which of these differences there are not on Durable Objects.
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startWorkerd } from "@inkroom/durable-host/testing";
import type { RoomsPackage, Workerd } from "@inkroom/durable-host/testing";
import { ALL_CASES } from "./all-cases.ts";
import type { Case } from "./case.ts";
import { listedDeviations } from "./deviations.ts";
import { runCases } from "./run-cases.ts";
import type { Observed } from "./run-cases.ts";
import { startNode } from "./start-node.ts";
import type { Target } from "./world.ts";

/** workerd hibernates a room after 10 s without events. */
const WORKERD_IDLE_MS = 13_000;

type Host = { readonly target: Target; stop(): Promise<void> };

async function workerdHost(rooms: RoomsPackage): Promise<Host | { readonly missing: string }> {
  let workerd: Workerd;
  try {
    workerd = await startWorkerd({
      rooms,
      worker: join(import.meta.dirname, "worker.ts"),
      classes: ["Wakeful", "Sleeper", "QuietChild", "Bare"],
    });
  } catch (error) {
    if (process.platform === "linux" && process.arch === "x64") throw error; // it runs there: no excuse
    return { missing: String(error) };
  }
  const { url, stop } = workerd;
  return { target: { name: rooms.replace("@inkroom/", ""), url, corsUrl: `${url}/open`, idleMs: WORKERD_IDLE_MS }, stop };
}

function suite(start: () => Promise<Host>, expectedOf: (each: Case) => unknown): void {
  let host: Host;
  let results: ReadonlyMap<string, Promise<Observed>>;
  beforeAll(async () => {
    host = await start();
    results = runCases(host.target, ALL_CASES);
  });
  afterAll(() => host?.stop());
  test.for(ALL_CASES.map((each) => [each.id, each.title, each] as const))("%s: %s", async ([id, , each]) => {
    expect(((await results.get(id)) as Observed).value).toEqual(expectedOf(each));
  });
}

const asPartyserver = listedDeviations("Conformance cases on Durable Objects");

describe("the list of deviations", () => {
  test("names exactly the cases in which rooms on Node differ, each with a reason", () => {
    const differing = ALL_CASES.filter((each) => each.onNode !== undefined).map(({ id }) => id);
    expect([...listedDeviations("Conformance cases").keys()].sort()).toEqual(differing.sort());
  });

  test("names no case for Durable Objects in which rooms on Node do as partyserver does", () => {
    const differing = ALL_CASES.filter((each) => each.onNode !== undefined).map(({ id }) => id);
    expect([...asPartyserver.keys()].filter((id) => !differing.includes(id))).toEqual([]);
  });

  test("each case has an id of its own", () => {
    expect(new Set(ALL_CASES.map(({ id }) => id)).size).toBe(ALL_CASES.length);
  });
});

const byPartyserver = (each: Case): unknown => each.expected;
const onNode = (each: Case): unknown => (each.onNode ?? each).expected;
const onDurableObjects = (each: Case): unknown => (asPartyserver.has(each.id) ? byPartyserver : onNode)(each);

// All start at once: most of their time is waiting for rooms to fall asleep.
const workerds = [
  ["partyserver in workerd", workerdHost("partyserver"), byPartyserver],
  ["rooms on Durable Objects in workerd", workerdHost("@inkroom/durable-host"), onDurableObjects],
] as const;
for (const [name, starting, expectedOf] of workerds) {
  const found = await starting;
  if ("missing" in found) {
    describe(`${name} NOT COMPARED: ${found.missing}`, () => {
      test.skip("workerd does not start on this platform", () => {});
    });
    process.stderr.write(`\nThe conformance suite did not compare ${name}: ${found.missing}\n`);
  } else {
    describe(name, () => suite(() => Promise.resolve(found), expectedOf));
  }
}

describe("rooms on Node, hibernating when idle", () => suite(() => startNode("idle"), onNode));
describe("rooms on Node, hibernating after every event", () => suite(() => startNode("always"), onNode));
